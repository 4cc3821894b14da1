import type {Container} from '../model/container.ts';
import {exitCode, exitCodeMeaning} from '../model/container-facts.ts';
import {known} from '../model/known.ts';
import type {LogLine} from '../model/log-line.ts';
import type {Death} from './deaths.ts';

/** `, exit 137 (OOM killed)`, `, exit 1`; empty where the code is unknown. */
const exitWords = (code: number | undefined, isOomKilled: boolean): string => {
	if (code === undefined) return isOomKilled ? ', OOM killed' : '';
	const meaning = isOomKilled ? 'OOM killed' : exitCodeMeaning(code);
	// A meaning may have brackets of its own: `killed (SIGKILL)`.
	const words = meaning?.replace(/^(.*) \((.*)\)$/, '$1, $2');
	return `, exit ${code}${words === undefined ? '' : ` (${words})`}`;
};

const separator = (reason: string, atMillis: number | undefined): LogLine => ({
	kind: 'gap',
	reason,
	...known('atMillis', atMillis),
});

/** Stands before what a container says after it was started. */
export const startLine = (
	word: 'started' | 'recreated',
	startedAtMillis: number | undefined,
): LogLine => separator(word, startedAtMillis);

/** The same for one that was not seen stopped in between; `death` is how it ended then. */
export const restartLine = (
	death: Death | undefined,
	startedAtMillis: number | undefined,
): LogLine =>
	separator(`restarted${exitWords(death?.exitCode, death?.isOomKilled ?? false)}`, startedAtMillis);

/** Stands behind the last words of a container; it may be gone already. */
export const stopLine = (container: Container | undefined, death: Death | undefined): LogLine => {
	const code = death?.exitCode ?? (container && exitCode(container));
	const isOomKilled = death?.isOomKilled || (container?.details?.oomKilled ?? false);
	return separator(
		`stopped${exitWords(code, isOomKilled)}`,
		death?.atMillis ?? container?.details?.finishedAtMillis,
	);
};
