import process from 'node:process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a body, then cleans up, whatever happens. Ctrl-C and its like abort the signal that the body
 * gets, and a second one waits for the cleaning up as well; the process then ends with 130.
 */
export const interruptible = async (
	body: (signal: AbortSignal) => Promise<void>,
	cleanUp: () => Promise<void>,
): Promise<void> => {
	const controller = new AbortController();
	const interrupt = (): void => {
		if (!controller.signal.aborted) console.error('\nending, and removing what was started');
		controller.abort();
	};
	for (const name of signals) process.on(name, interrupt);
	try {
		await body(controller.signal);
	} catch (error) {
		if (!controller.signal.aborted) throw error;
		process.exitCode = 130;
	} finally {
		await cleanUp();
		for (const name of signals) process.off(name, interrupt);
	}
};
