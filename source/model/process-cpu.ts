import type {Process, ProcessList} from './process.ts';

/** What was listed at one time. */
export interface ProcessSample extends ProcessList {
	readonly atMillis: number;
}

/** As many as make a minute, newest last. */
export const mostSamples = 13;

/** A step of the CPU time may not be more of the time between two samples than this: 5 points of 100. */
const mostError = 0.05;

/** Of a process, as well as it can be known. */
export interface ProcessCpu {
	/** Of one core. Undefined: not even a mean is known. */
	readonly percent: number | undefined;
	/** Over how long; undefined: over its whole life. */
	readonly overMillis?: number;
}

/**
 * What a process takes now: from CPU times of the newest sample and of one that is so much older that it
 * makes a figure. Where there is none, `ps` tells the mean over its life, which says little of the present.
 */
export const processCpu = (
	samples: readonly ProcessSample[],
): ((process: Process) => ProcessCpu) => {
	const last = samples.at(-1);
	const first =
		last &&
		samples.findLast(({atMillis}) => (last.atMillis - atMillis) * mostError >= last.cpuStepMillis);
	if (last === undefined || first === undefined)
		return ({lifeCpuPercent}) => ({percent: lifeCpuPercent});
	const overMillis = last.atMillis - first.atMillis;
	const before = new Map(first.processes.map(each => [each.pid, each]));
	return ({pid, command, cpuMillis, lifeCpuPercent}) => {
		const earlier = before.get(pid);
		const then = earlier?.command === command ? earlier?.cpuMillis : undefined;
		// Less than before: another process with the same number.
		if (cpuMillis === undefined || then === undefined || cpuMillis < then)
			return {percent: lifeCpuPercent};
		return {percent: ((cpuMillis - then) / overMillis) * 100, overMillis};
	};
};

/** With one more; those that are of no use any more are left out. */
export const withSample = (
	samples: readonly ProcessSample[],
	sample: ProcessSample,
): readonly ProcessSample[] => [...samples, sample].slice(-mostSamples);
