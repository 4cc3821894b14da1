import {cleanText, styledSpans} from '../../format/sanitise.ts';
import {sourceToken} from '../../format/source-token.ts';
import type {Line, Span, Token} from '../../format/span.ts';
import {fit as fitCell, textWidth} from '../../format/width.ts';
import type {LogLine} from '../../model/log-line.ts';
import type {LogSourceId} from '../../model/logs/log-source.ts';

/** What stands before the text of a line. */
export interface LineHead {
	/** As `padNames` makes them; undefined where there is one source alone, which needs no name. */
	readonly names?: ReadonlyMap<LogSourceId, string>;
	readonly hasStamps: boolean;
	/** The signs of stdout and stderr; undefined leaves them out, as a pipe expects of one source. */
	readonly signs?: readonly [stdout: string, stderr: string];
}

/** One line of a log in the colours that its program chose; the end of a long one is kept. */
export const printedLine = (
	source: LogSourceId | undefined,
	line: LogLine,
	{names, hasStamps, signs}: LineHead,
): Line => [
	...(names === undefined ? [] : [nameSpan(source, names)]),
	...(signs === undefined ? [] : [signSpan(line, signs)]),
	...(hasStamps ? [styled('muted', `${stampOf(line)} `)] : []),
	...textSpans(line),
];

const styled = (token: Token, text: string): Span => ({text, style: {token}});

/** The names in cells of one width. */
export const padNames = (
	names: ReadonlyMap<LogSourceId, string>,
): ReadonlyMap<LogSourceId, string> => {
	const widths = [...names.values()].map(name => textWidth(cleanText(name)));
	const widest = Math.max(0, ...widths);
	return new Map([...names].map(([source, name]) => [source, fitCell(name, widest)]));
};

/** A note about all sources stands under none of them. */
const nameSpan = (
	source: LogSourceId | undefined,
	names: ReadonlyMap<LogSourceId, string>,
): Span => {
	const blank = [...names.values()].at(0)?.replaceAll(/./gsu, ' ') ?? '';
	const name = source === undefined ? undefined : names.get(source);
	return styled(sourceToken(source ?? ''), `${name ?? blank} `);
};

const signSpan = (line: LogLine, [stdout, stderr]: readonly [string, string]): Span =>
	line.kind === 'line' && line.stream === 'stderr'
		? styled('err', `${stderr} `)
		: styled('dim', `${stdout} `);

/** As the engine gave it, with all its digits. */
const stampOf = (line: LogLine): string => {
	if (line.kind === 'line' && line.stamp !== undefined) return line.stamp;
	return line.atMillis === undefined ? '-' : new Date(line.atMillis).toISOString();
};

const textSpans = (line: LogLine): Line => {
	if (line.kind === 'gap') return [styled('warn', `── ${line.reason} ──`)];
	const rest = line.cutBytes === undefined ? [] : [styled('muted', ` [+${line.cutBytes} bytes]`)];
	return [...styledSpans(line.text), ...rest];
};
