import type {Line, Token} from '../../../format/span.ts';
import {detectLevel} from '../../../model/logs/detect-level.ts';
import type {LogLevel} from '../../../model/logs/log-level.ts';
import {plain, styled} from '../../widgets/spans.ts';

/** What is as it should be has no colour of its own. */
export const levelTokens: Readonly<Partial<Record<LogLevel, Token>>> = {
	fatal: 'err',
	error: 'err',
	warn: 'warn',
	debug: 'muted',
	trace: 'muted',
};

/** A log line with the word that tells its level in colour, unless its program chose colours itself. */
export const withLevel = (spans: Line): Line => {
	const [only] = spans;
	if (spans.length !== 1 || only === undefined || only.style !== undefined) return spans;
	const {text} = only;
	const found = detectLevel(text);
	const token = found && levelTokens[found.level];
	if (found?.at === undefined || token === undefined) return spans;
	const [start, end] = found.at;
	return [
		plain(text.slice(0, start)),
		styled(token, text.slice(start, end)),
		plain(text.slice(end)),
	];
};
