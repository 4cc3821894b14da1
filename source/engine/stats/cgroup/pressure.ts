import {known} from '../../../model/known.ts';
import type {Pressure} from '../../../model/stats-sample.ts';
import {type FileOptions, fileIn, seldomTurns} from './group.ts';
import type {KernelFile} from './kernel-file.ts';
import {decimalAfter} from './numbers.ts';

const average = Buffer.from('some avg10=');

/**
 * Pressure of a group, from the hierarchy of version 2, which a hybrid machine has too. It is a mean
 * of ten seconds, so it is read seldom. Undefined where the kernel does not measure it.
 */
export const openPressure = (
	folder: string | undefined,
	options: FileOptions,
): {read(): Pressure | undefined; close(): void} | undefined => {
	const cpu = fileIn(folder, 'cpu.pressure', options);
	const memory = fileIn(folder, 'memory.pressure', options);
	const io = fileIn(folder, 'io.pressure', options);
	if (cpu === undefined) return undefined;
	let turn = 0;
	let latest: Pressure | undefined;
	return {
		read() {
			if (turn++ % seldomTurns === 0) {
				latest = {
					...known('cpuPercent', averageOf(cpu)),
					...known('memoryPercent', averageOf(memory)),
					...known('ioPercent', averageOf(io)),
				};
			}
			return latest;
		},
		close() {
			for (const file of [cpu, memory, io]) file?.close();
		},
	};
};

const averageOf = (file: KernelFile | undefined): number | undefined => {
	try {
		return file && decimalAfter(file.read(), average);
	} catch (error) {
		// The files are there, but cannot be opened where pressure is switched off at boot.
		if (error instanceof Error && 'code' in error && error.code === 'EOPNOTSUPP') return undefined;
		throw error;
	}
};
