import type {Line, Token} from '../../../format/span.ts';
import {detectLevel} from '../../../model/logs/detect-level.ts';
import type {LogLevel} from '../../../model/logs/log-level.ts';
import {plain, styled} from '../../widgets/spans.ts';

const tokens: Readonly<Record<LogLevel, Token | undefined>> = {
	trace: 'muted',
	debug: 'muted',
	info: undefined,
	warn: 'warn',
	error: 'err',
	fatal: 'err',
};

/** A log line with the word that tells its level in colour, unless its program chose colours itself. */
export const withLevel = (spans: Line): Line => {
	const [only] = spans;
	if (spans.length !== 1 || only === undefined || only.style !== undefined) return spans;
	const {text} = only;
	const found = detectLevel(text);
	const token = found && tokens[found.level];
	if (found?.at === undefined || token === undefined) return spans;
	const [start, end] = found.at;
	return [
		plain(text.slice(0, start)),
		styled(token, text.slice(start, end)),
		plain(text.slice(end)),
	];
};
