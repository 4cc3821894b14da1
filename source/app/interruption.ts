import process from 'node:process';
import {type EndSignal, exitCodeOf} from './signals.ts';

const endSignals: readonly EndSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Hears of the first signal; a second one ends the process at once, as it would any other. */
export const awaitInterruption = () => {
	const abort = new AbortController();
	let exitCode: number | undefined;
	const end = (signal: NodeJS.Signals): void => {
		exitCode = exitCodeOf(signal as EndSignal);
		forget();
		abort.abort();
	};
	const forget = (): void => {
		for (const signal of endSignals) process.off(signal, end);
	};
	for (const signal of endSignals) process.on(signal, end);
	return {
		signal: abort.signal,
		forget,
		get exitCode() {
			return exitCode;
		},
	};
};
