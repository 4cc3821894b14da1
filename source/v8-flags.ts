// Nothing but Node's own modules may be imported here: see `cli.ts`.

/** Both halves together. Those of a program that watches a few containers never become so big. */
const youngEnoughBytes = 16 * 1024 * 1024;

/**
 * Keeps V8's space for young objects small. It doubles while a long list is read, up to 128 MB, and
 * is not given back while anything goes on. `--max-semi-space-size` would say so, but is heeded only
 * on the command line; by how much the space grows is asked each time.
 */
export const limitYoungSpace = async (): Promise<void> => {
	const [{PerformanceObserver}, v8] = await Promise.all([
		import('node:perf_hooks'),
		import('node:v8'),
	]);
	const collected = new PerformanceObserver(() => {
		const young = v8.getHeapSpaceStatistics().find(space => space.space_name === 'new_space');
		const mayGrow = young !== undefined && young.space_size < youngEnoughBytes;
		v8.setFlagsFromString(`--semi-space-growth-factor=${mayGrow ? 2 : 1}`);
	});
	collected.observe({entryTypes: ['gc']});
};
