import {exitOf, type Happening, wasOutOfMemory} from '../model/happening.ts';
import {exitWords} from '../model/timeline-words.ts';
import {formatAge} from './duration.ts';
import {entryWords} from './timeline-words.ts';

/** What happened, in words: `restarted 12 times in 8m, exit code 1: an error of the program`. */
export const happeningWords = (happening: Happening): string => {
	const {kind, entry, times, sinceMillis, atMillis, isAsked} = happening;
	const by = isAsked ? ' from here' : '';
	if (kind === 'single') return `${entryWords(entry)}${by}`;
	if (kind === 'created') return `created and started${by}`;
	const often = times > 1 ? ` ${times} times in ${formatAge(atMillis - sinceMillis)}` : '';
	return `${kind}${by}${often}${reason(happening)}`;
};

const reason = (happening: Happening): string => {
	if (wasOutOfMemory(happening)) return ', out of memory (OOM)';
	const code = exitOf(happening);
	return code === undefined ? '' : `, ${exitWords('exit code', code)}`;
};
