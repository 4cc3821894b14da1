/** Signals that end a program, by their numbers on Linux. */
const signals: Readonly<Record<number, readonly [name: string, meaning: string]>> = {
	1: ['SIGHUP', 'its terminal was closed'],
	2: ['SIGINT', 'interrupted, as by Ctrl+C'],
	3: ['SIGQUIT', 'told to quit'],
	4: ['SIGILL', 'illegal instruction'],
	5: ['SIGTRAP', 'stopped by a breakpoint'],
	6: ['SIGABRT', 'it gave up by itself, as after a failed assertion'],
	7: ['SIGBUS', 'bus error'],
	8: ['SIGFPE', 'wrong arithmetic, as a division by 0'],
	9: ['SIGKILL', 'killed'],
	10: ['SIGUSR1', 'a signal that it did not handle'],
	11: ['SIGSEGV', 'segmentation fault'],
	12: ['SIGUSR2', 'a signal that it did not handle'],
	13: ['SIGPIPE', 'nobody read what it wrote'],
	14: ['SIGALRM', 'its timer ran out'],
	15: ['SIGTERM', 'asked to stop'],
	24: ['SIGXCPU', 'its CPU time was used up'],
	25: ['SIGXFSZ', 'its file grew too large'],
	31: ['SIGSYS', 'a forbidden system call'],
};

/** Those that say the same of nearly every program. */
const codes: Readonly<Record<number, string>> = {
	0: 'ended by itself, without an error',
	1: 'an error of the program',
	2: 'an error of the program, often wrong arguments',
	125: 'the engine could not start it',
	126: 'its command cannot be executed',
	127: 'its command was not found',
	255: 'an error of the program, or a code out of range',
};

const firstSignal = 128;

/**
 * What an exit code means, in words, for somebody who has to find out why: `killed (SIGKILL)`. A shell's
 * convention: 128 and the number of the signal. Undefined for codes that only the program can explain.
 */
export const explainExit = (code: number, isOomKilled = false): string | undefined => {
	if (isOomKilled) return 'killed by the kernel for want of memory (OOM)';
	const signal = signals[code - firstSignal];
	return signal === undefined ? codes[code] : `${signal[1]} (${signal[0]})`;
};

/** SIGINT, SIGKILL and SIGTERM: what `docker stop` and `docker kill` end a program with. */
export const isStopSignal = (code: number): boolean => [130, 137, 143].includes(code);
