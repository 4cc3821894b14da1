import process from 'node:process';

export interface Step {
	readonly name: string;
	/** Milliseconds of CPU it may take. */
	readonly budgetMillis: number;
	readonly run: () => unknown;
	readonly rounds?: number;
}

const warmUpShare = 1 / 3;

/**
 * CPU time of this thread for each step, and what it may be: the median of several means, because
 * kernels count the CPU time of a thread in ticks of milliseconds.
 */
export const measure = async (
	title: string,
	steps: readonly Step[],
	bytesWritten: () => number = () => 0,
): Promise<void> => {
	const lines: string[] = [];
	for (const step of steps) lines.push(await measureStep(step, bytesWritten));
	process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
};

const groups = 5;

const measureStep = async (
	{name, budgetMillis, run, rounds = 300}: Step,
	bytesWritten: () => number,
): Promise<string> => {
	const repeat = async (times: number): Promise<void> => {
		for (let round = 0; round < times; round++) {
			await run();
			// The canvas paints in a microtask.
			await new Promise(setImmediate);
		}
	};
	const size = Math.max(1, Math.floor(rounds / groups));
	await repeat(Math.ceil(rounds * warmUpShare));
	const means: number[] = [];
	const written = bytesWritten();
	for (let group = 0; group < groups; group++) {
		const before = process.threadCpuUsage();
		await repeat(size);
		const {user, system} = process.threadCpuUsage(before);
		means.push((user + system) / 1000 / size);
	}
	const bytes = (bytesWritten() - written) / (size * groups);
	const median = means.toSorted((a, b) => a - b)[Math.floor(groups / 2)] ?? Number.NaN;
	return [
		name.padEnd(30),
		`${median.toFixed(2).padStart(8)} ms`,
		`of ${budgetMillis.toFixed(1).padStart(5)}`,
		median > budgetMillis ? 'OVER' : '    ',
		bytes > 0 ? `${bytes.toFixed(0).padStart(7)} bytes` : '',
	].join(' ');
};
