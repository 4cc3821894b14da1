import {sayBytes} from '../../../format/bytes.ts';
import {rawText} from '../../../format/raw-text.ts';
import {cleanText, enoughFor, styledSpans} from '../../../format/sanitise.ts';
import {sliceLine} from '../../../format/slice-line.ts';
import type {Line} from '../../../format/span.ts';
import type {LogLine} from '../../../model/log-line.ts';
import type {LogLevel} from '../../../model/logs/log-level.ts';
import {plainText} from '../../../model/logs/plain-text.ts';
import {type LogRecord, parseRecord} from '../../../model/logs/record.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {highlighted} from './highlight.ts';
import {levelTokens, withLevel} from './level.ts';
import {saidTwice} from './own-time.ts';
import type {RowLook} from './row-look.ts';

type TextLine = Extract<LogLine, {kind: 'line'}>;

/** The text of a line as clean spans, as far as `maxCells` cells show of it. */
export const textSpans = (line: TextLine, look: RowLook, maxCells: number): Line => {
	const record = recordOf(line, look);
	const [from, to] = record === undefined ? hiddenCells(line, look) : [0, 0];
	const spans =
		record === undefined ? ownSpans(line.text, look, maxCells + to - from) : recordSpans(record);
	const whole = highlighted(spans, look.highlights);
	// More than shows is cleaned, and must not be measured again and again.
	if (to > 0) return [...sliceLine(whole, 0, from), ...sliceLine(whole, to, maxCells - from)];
	return Number.isFinite(maxCells) ? sliceLine(whole, 0, maxCells) : whole;
};

/** Of the time of the program, where that of the engine stands in front of it; a letter of it is a cell. */
const hiddenCells = ({text, atMillis}: TextLine, {hidesOwnTime, highlights}: RowLook) =>
	(hidesOwnTime ? saidTwice(text, atMillis, highlights) : undefined) ?? [0, 0];

/** What is said in a line, where lines are to be laid out and it is made of fields. */
export const recordOf = ({text}: TextLine, {isLaidOut}: RowLook): LogRecord | undefined =>
	isLaidOut ? parseRecord(plainText(text)) : undefined;

const ownSpans = (text: string, {isRaw, symbols}: RowLook, maxCells: number): Line => {
	if (!isRaw) return withLevel(styledSpans(text, maxCells));
	return [plain(cleanText(rawText(enoughFor(text, maxCells), symbols.chart === 'ascii')))];
};

/** Level and message in front, then the fields on the same line. */
const recordSpans = (record: LogRecord): Line => {
	const head = headSpans(record);
	const fields = record.fields.map(([name, value], index) => {
		const gap = index === 0 && head.length === 0 ? '' : '  ';
		return styled('muted', cleanText(`${gap}${name}=${value}`));
	});
	return [...head, ...fields];
};

/** Level and message alone, where the fields have lines of their own. */
export const headSpans = ({level, message}: LogRecord): Line => [
	...(level === undefined ? [] : [levelSpan(level), plain(' ')]),
	...(message === '' ? [] : [plain(cleanText(message))]),
];

/** A field of a record on a line of its own. */
export const fieldSpans = (name: string, value: string, look: RowLook): Line =>
	highlighted([styled('muted', cleanText(`  ${name}=`)), plain(cleanText(value))], look.highlights);

/** In as many cells as the longest has, so that the messages stand in a column. */
const levelSpan = (level: LogLevel): Line[number] => {
	const token = levelTokens[level];
	const word = level.toUpperCase().padEnd(5);
	return token === undefined ? plain(word) : styled(token, word);
};

/** How much of a line was not kept. */
export const cutSpans = ({cutBytes}: TextLine): Line =>
	cutBytes === undefined ? [] : [styled('muted', ` [+${sayBytes(cutBytes)}]`)];
