// Nothing but Node's own modules may be imported here: see `cli.ts`.
import process from 'node:process';
import v8 from 'node:v8';

/** The old may grow by so much until they are collected again; V8 would let them double or more. */
const growingPercent = 30;

/**
 * How often a function has to run before V8 compiles it for speed: ten times as often as usual. What
 * runs once a second costs more to compile than it saves: that was a third of the CPU of dockmon. The
 * loops over tens of thousands of containers get there within their first seconds all the same.
 */
export const v8Flags = [
	'--invocation-count-for-maglev=3000',
	'--invocation-count-for-turbofan=30000',
	`--heap-growing-percent=${growingPercent}`,
	// A key after an hour of idling would compile its functions once more, and `keepCode` kept less.
	'--no-flush-bytecode',
];

/** Those of Node 22 to 26 know these flags. */
const newestMajor = 14;

/** To be called before anything else is loaded. */
export const setV8Flags = (): void => {
	// One that does not know a flag says so on stderr.
	if (Number.parseInt(process.versions.v8, 10) > newestMajor) return;
	for (const flag of v8Flags) v8.setFlagsFromString(flag);
};

/** Both halves together. Those of a program that watches a few containers never become so big. */
const youngEnoughBytes = 8 * 1024 * 1024;

/**
 * Keeps V8's heap small: of what a flood of log lines takes otherwise two thirds are not in use. The
 * space for young objects doubles while a long list is read, up to 128 MB, and is not given back while
 * anything goes on. `--max-semi-space-size` would say so, but is heeded only on the command line; by
 * how much the space grows is asked each time.
 */
export const limitHeap = async (): Promise<void> => {
	const {PerformanceObserver} = await import('node:perf_hooks');
	const collected = new PerformanceObserver(() => {
		const young = v8.getHeapSpaceStatistics().find(space => space.space_name === 'new_space');
		const mayGrow = young !== undefined && young.space_size < youngEnoughBytes;
		if (mayGrow) resetYoungGrowth();
		else v8.setFlagsFromString('--semi-space-growth-factor=1');
	});
	collected.observe({entryTypes: ['gc']});
};

/** As V8 has it by itself. */
export const resetYoungGrowth = (): void => v8.setFlagsFromString('--semi-space-growth-factor=2');
