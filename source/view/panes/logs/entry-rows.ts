import {lineWidth, shorten} from '../../../format/line.ts';
import {cleanText} from '../../../format/sanitise.ts';
import {sliceLine, wrapLine} from '../../../format/slice-line.ts';
import type {Line} from '../../../format/span.ts';
import type {LogLine} from '../../../model/log-line.ts';
import {tellingLine} from '../../../model/logs/grouper.ts';
import {plainText} from '../../../model/logs/plain-text.ts';
import type {LogEntry} from '../../../store/logs/log-entry.ts';
import {keyDoes} from '../../widgets/key-name.ts';
import {clickable, plain, styled} from '../../widgets/spans.ts';
import {hasHit} from './highlight.ts';
import {cutSpans, fieldSpans, headSpans, recordOf, textSpans} from './log-text.ts';
import {Recent} from './recent.ts';
import type {RowLook} from './row-look.ts';

/** Rows that one entry has at most; it is whole where it is opened alone. */
const maxRows = 2000;
/** The rows in which a long line goes on begin so much further right. */
const wrapIndent = 2;

/** The text of an entry in rows, without what stands in front of them. At least one. */
export const entryRows = (entry: LogEntry, isUnfolded: boolean, look: RowLook): readonly Line[] => {
	const known = laidOut.get(entry);
	// Lines are added to an entry in place.
	const {length} = entry.more;
	const isSame = known?.look === look && known.isUnfolded === isUnfolded;
	if (isSame && known.length === length) return known.rows;
	const rows = rowsOf(entry, isUnfolded, look);
	laidOut.set(entry, {look, isUnfolded, length, rows});
	return rows;
};

/** Several screens of them: what is kept for all that was ever seen would be more than the log itself. */
const laidOut = new Recent<
	LogEntry,
	{
		readonly look: RowLook;
		readonly isUnfolded: boolean;
		readonly length: number;
		readonly rows: readonly Line[];
	}
>(512);

const rowsOf = ({line, more, level}: LogEntry, isUnfolded: boolean, look: RowLook) => {
	const {symbols} = look;
	if (line.kind === 'gap') return [gapRow(line.reason, look)];
	if (!isUnfolded) {
		const isBad = level === 'error' || level === 'fatal';
		return lineRows(line, look, more.length === 0 ? [] : foldSpans([line, ...more], look), isBad);
	}
	const rows: Line[] = [...unfoldedFirst(line, look, more.length > 0 ? ` ${symbols.open}` : '')];
	for (const each of more) {
		rows.push(...lineRows(each, look));
		if (rows.length >= maxRows) break;
	}
	if (rows.length < maxRows) return rows;
	const help = keyDoes(look, 'pane.zoom', `shows all ${1 + more.length} lines`);
	const note = `${symbols.wait} and more${help && `; ${help}`}`;
	return [...rows.slice(0, maxRows - 1), [styled('muted', note)]];
};

const gapRow = (reason: string, {cells, symbols}: RowLook): Line => {
	const rule = symbols.horizontal.repeat(2);
	return shorten([styled('warn', `${rule} ${reason} ${rule}`)], cells, symbols.ellipsis);
};

/** A record has a row for each of its fields. */
const unfoldedFirst = (
	line: Extract<LogLine, {kind: 'line'}>,
	look: RowLook,
	sign: string,
): readonly Line[] => {
	const record = recordOf(line, look);
	if (record === undefined)
		return lineRows(line, look, sign === '' ? [] : clickable('log.fold', [styled('muted', sign)]));
	return [
		...fitted(headSpans(record), look, []),
		...record.fields.flatMap(([name, value]) => fitted(fieldSpans(name, value, look), look, [])),
	];
};

/** ` ▸ +23 lines`, and behind it the one that tells what it is about. */
const foldSpans = (lines: readonly LogLine[], look: RowLook): Line => {
	const {closed} = look.symbols;
	const hidden = lines.length - 1;
	const count = ` ${closed} +${hidden} ${hidden === 1 ? 'line' : 'lines'}`;
	const texts = lines.map(textOf);
	const isHit = texts.slice(1).some(text => hasHit(text, look.highlights));
	const telling = tellingLine(texts);
	return [
		...clickable('log.fold', [styled('muted', count, isHit ? {reverse: true} : {})]),
		...(telling === undefined ? [] : [plain(`  ${cleanText(texts[telling] ?? '').trim()}`)]),
	];
};

const textOf = (line: LogLine): string =>
	line.kind === 'line' ? plainText(line.text) : line.reason;

const lineRows = (
	line: LogLine,
	look: RowLook,
	behind: Line = [],
	isBad = false,
): readonly Line[] => {
	if (line.kind === 'gap') return [gapRow(line.reason, look)];
	const {cells, column, wraps} = look;
	const text = textSpans(line, look, wraps ? Number.POSITIVE_INFINITY : column + cells + 1);
	const end = [...cutSpans(line), ...(isBad ? behind.map(coloured) : behind)];
	return fitted(text, look, end);
};

/** The telling line of what went wrong is as red as its level. */
const coloured = (span: Line[number]): Line[number] =>
	span.style === undefined ? {...span, style: {token: 'err'}} : span;

/** In one row with the signs of what is to its left and right, or in as many as it takes. */
const fitted = (text: Line, look: RowLook, end: Line): readonly Line[] => {
	const {cells, wraps} = look;
	if (!wraps) return [inOneRow(text, look, end)];
	const rows = wrapLine([...text, ...end], cells, cells - wrapIndent, maxRows);
	return rows.map((row, index) => (index === 0 ? row : [plain(' '.repeat(wrapIndent)), ...row]));
};

/** What stands behind it stays in sight, and gives way to the text where both are long. */
const inOneRow = (text: Line, look: RowLook, end: Line): Line => {
	const {cells, column, symbols} = look;
	const seen = Math.max(0, lineWidth(text) - column);
	const half = Math.min(seen, Math.ceil(cells / 2));
	const room = Math.max(half, cells - lineWidth(end));
	const shown = seenPart(text, column, Math.min(room, cells), symbols.ellipsis);
	return end.length === 0
		? shown
		: [...shown, ...shorten(end, Math.max(0, cells - lineWidth(shown)), symbols.ellipsis)];
};

/** The cells from `column` on, with a sign at each end behind which there is more. */
const seenPart = (text: Line, column: number, cells: number, ellipsis: string): Line => {
	const width = lineWidth(text);
	if (column === 0) return width <= cells ? text : shorten(text, cells, ellipsis);
	if (width === 0) return text;
	const sign = styled('muted', ellipsis);
	const isLonger = width > column + cells;
	const inner = sliceLine(text, column + 1, Math.max(0, cells - (isLonger ? 2 : 1)));
	return [sign, ...inner, ...(isLonger ? [sign] : [])];
};
