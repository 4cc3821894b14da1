import {availableParallelism, loadavg, release} from 'node:os';
import {readProcFile} from './proc.ts';

/** In general words: nothing in it tells whose machine it is. */
export const describeMachine = (): string =>
	`${availableParallelism()} cores, Linux ${release().split('-')[0]}`;

export const loadAverage = (): number => loadavg()[0] ?? 0;

/** Microseconds so far in which some task waited for a CPU, of `/proc/pressure/cpu`. */
export const parsePressureMicros = (pressure: string): number | undefined => {
	const total = /^some .*total=(\d+)$/mu.exec(pressure)?.[1];
	return total === undefined ? undefined : Number(total);
};

/** Begins now; the result tells the share of the time since then in which a task waited for a CPU. */
export const watchPressure = (): (() => number | undefined) => {
	const read = (): number | undefined => parsePressureMicros(readProcFile('pressure/cpu') ?? '');
	const [atMillis, before] = [performance.now(), read()];
	return () => {
		const after = read();
		if (before === undefined || after === undefined) return undefined;
		return (after - before) / (performance.now() - atMillis) / 10;
	};
};
