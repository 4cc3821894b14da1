import type {Line, Token} from '../../../format/span.ts';
import {detectLevel} from '../../../model/logs/detect-level.ts';
import type {LogLevel} from '../../../model/logs/log-level.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {ownTime} from './own-time.ts';

/** What is as it should be has no colour of its own. */
export const levelTokens: Readonly<Partial<Record<LogLevel, Token>>> = {
	fatal: 'err',
	error: 'err',
	warn: 'warn',
	debug: 'muted',
	trace: 'muted',
};

/**
 * A log line with the word that tells its level in colour, unless its program chose colours itself. The
 * time that the program wrote is weak: what happened is looked for behind it, and most lines bear ours too.
 */
export const withLevel = (spans: Line): Line => {
	const [only] = spans;
	if (spans.length !== 1 || only === undefined || only.style !== undefined) return spans;
	const {text} = only;
	const timeEnd = ownTime.exec(text)?.[0].length ?? 0;
	const found = detectLevel(text);
	const token = found && levelTokens[found.level];
	const word = token === undefined ? undefined : found?.at;
	if (timeEnd === 0 && word === undefined) return spans;
	const [start, end] = word !== undefined && word[0] >= timeEnd ? word : [text.length, text.length];
	return [
		...(timeEnd === 0 ? [] : [styled('muted', text.slice(0, timeEnd))]),
		plain(text.slice(timeEnd, start)),
		...(token === undefined || start === end ? [] : [styled(token, text.slice(start, end))]),
		plain(text.slice(end)),
	];
};
