import {readFileSync} from 'node:fs';

/** Left to everything else: sockets of the engine, the terminal, the demo's connections. */
const reserved = 256;
/** More would not be read faster by much. */
const most = 4096;

/** Files that may be kept open for reading, by this process's limit. */
export const handlesLeft = (procFolder: string): number =>
	Math.min(most, Math.max(0, softLimit(procFolder) - reserved));

const softLimit = (procFolder: string): number => {
	try {
		const limits = readFileSync(`${procFolder}/self/limits`, 'latin1');
		const [, soft] = /^Max open files +(\d+|unlimited)/m.exec(limits) ?? [];
		return soft === 'unlimited' ? Number.POSITIVE_INFINITY : Number(soft ?? 0);
	} catch {
		// Without knowledge no file is kept open.
		return 0;
	}
};
