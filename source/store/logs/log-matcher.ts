import type {LogLine} from '../../model/log-line.ts';
import {isAtLeast} from '../../model/logs/log-level.ts';
import type {LogPattern} from '../../model/logs/log-pattern.ts';
import type {LogQuery} from '../../model/logs/log-query.ts';
import {plainText} from '../../model/logs/plain-text.ts';
import {withFlags} from '../../model/typed-expression.ts';
import type {LogEntry} from './log-entry.ts';

/** So much of the beginning of a line is looked at, so that a few long ones do not hold up all others. */
export const lookedAt = 16 * 1024;

/** An entry wherever it is kept. */
export type JudgedEntry = Omit<LogEntry, 'seq'>;

export type Matcher = (entry: JudgedEntry) => boolean;

/** Undefined where everything passes. */
export const queryMatcher = ({
	stream,
	leastLevel,
	keep,
	exclude,
	muted,
}: LogQuery): Matcher | undefined => {
	const wanted = expressionsOf(keep);
	const unwanted = expressionsOf(exclude);
	const isWhole = stream === undefined && leastLevel === undefined && muted.size === 0;
	if (isWhole && wanted.length === 0 && unwanted.length === 0) return undefined;
	return entry => {
		const {source, line, level} = entry;
		if (source !== undefined && muted.has(source)) return false;
		if (line.kind === 'gap') return true;
		if (stream !== undefined && line.stream !== stream) return false;
		if (leastLevel !== undefined && (level === undefined || !isAtLeast(level, leastLevel)))
			return false;
		return (
			wanted.every(expression => isFoundIn(entry, expression)) &&
			!unwanted.some(expression => isFoundIn(entry, expression))
		);
	};
};

/** Undefined where nothing can be found. */
export const searchMatcher = (search: LogPattern | undefined): Matcher | undefined => {
	const [expression] = expressionsOf(search === undefined ? [] : [search]);
	return expression && (entry => isFoundIn(entry, expression));
};

/** Without `g`, because such an expression would go on where it last found something. */
const expressionsOf = (patterns: readonly LogPattern[]): readonly RegExp[] =>
	patterns.flatMap(({expression}) =>
		expression === undefined ? [] : [withFlags(expression, expression.flags.replace('g', ''))],
	);

const isFoundIn = ({line, more}: JudgedEntry, expression: RegExp): boolean =>
	expression.test(textOf(line)) || more.some(each => expression.test(textOf(each)));

const textOf = (line: LogLine): string => {
	if (line.kind === 'gap') return line.reason;
	const {text} = line;
	return plainText(text.length > lookedAt ? text.slice(0, lookedAt) : text);
};
