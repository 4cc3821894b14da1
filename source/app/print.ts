import process from 'node:process';
import {cleanText} from '../format/sanitise.ts';

const exitFailed = 1;

/**
 * Writes everything to stdout; resolves with the exit code. A reader that has gone (`| head`) is no
 * failure; a full disk is one, and a line on stderr.
 */
export const print = async (text: string): Promise<number> => {
	// The stream tells of the same error once more, after the callback, when nobody would listen.
	process.stdout.on('error', () => undefined);
	try {
		await written(text);
		return 0;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
		const reason = error instanceof Error ? error.message : String(error);
		process.stderr.write(`dockmon: cannot write the output: ${cleanText(reason)}\n`);
		return exitFailed;
	}
};

const written = (text: string): Promise<void> =>
	new Promise((resolve, reject) => {
		process.stdout.write(text, error => (error ? reject(error) : resolve()));
	});
