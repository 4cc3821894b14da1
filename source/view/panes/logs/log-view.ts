import {whyNoOlder} from '../../../commands/why-no-older.ts';
import {fitLine} from '../../../format/line.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {LogEntry} from '../../../store/logs/log-entry.ts';
import type {Paint, View} from '../../view.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';
import {emptyLines} from './empty-log.ts';
import {firstStart, otherStart} from './entry-start.ts';
import {type LogBody, logBody} from './log-body.ts';
import {isOfSelection} from './log-position.ts';
import {type Anchor, anchorOf, topOf} from './log-window.ts';
import {Recent} from './recent.ts';
import {scrollBar} from './scroll-bar.ts';

/** The log with what is said above and below it: the newest lines while following, else where it is held. */
export const paintLog: Paint = (view, width, height) => {
	const body = logBody(view, width, height);
	return [...body.head, ...bodyLines(body), ...body.foot].slice(0, height);
};

const bodyLines = (body: LogBody): readonly Line[] => {
	const {view, logs, width, height, hasBar} = body;
	const isThere = isOfSelection(view.state) && logs.count > 0;
	const top = topOf(body, anchorOf(body));
	const lines = isThere ? shownLines(body, top) : emptyLines(view, width);
	if (!hasBar) return lines;
	const bar = isThere ? scrollBar(body, top) : [];
	return Array.from(
		{length: height},
		(_, row): Line => withSign(lines[row] ?? [], width, bar[row]),
	);
};

/** The line with the bar at its right; the same one as long as both are the same. */
const withSign = (line: Line, width: number, sign: Span | undefined): Line => {
	if (sign === undefined) return line;
	const known = signed.get(line);
	if (known?.width === width && known.sign === sign) return known.whole;
	const whole = [...fitLine(line, width), sign];
	signed.set(line, {width, sign, whole});
	return whole;
};

const signed = new Recent<
	Line,
	{readonly width: number; readonly sign: Span; readonly whole: Line}
>(256);

const shownLines = (body: LogBody, top: Anchor): readonly Line[] => {
	const {view, logs, height} = body;
	const lines: Line[] = linesAbove(body, top);
	const cursor = view.state.logs.held && logs.at(anchorOf(body).index);
	for (let {index} = top; lines.length < height && index < logs.count; index++) {
		const entry = logs.at(index);
		if (entry === undefined) break;
		const startOf = starts(body, entry, entry === cursor);
		const rows = body.rows(entry);
		const skipped = index === top.index ? Math.max(0, -top.row) : 0;
		const shown = Math.min(rows.length, skipped + height - lines.length);
		for (let row = skipped; row < shown; row++) {
			lines.push(startOf(row, rows[row] ?? []));
		}
	}
	return lines;
};

/** Puts the start in front of the rows of an entry; a row that was begun in this way before is the same one. */
const starts = (
	{view, plan}: LogBody,
	entry: LogEntry,
	isCursor: boolean,
): ((index: number, row: Line) => Line) => {
	const {look, sources, marks} = view.state.logs;
	const isMarked = marks.has(entry.seq);
	const zone = look.time === 'utc' ? 0 : view.zoneOffsetMinutes;
	// An age is another with every second.
	const time = look.time === 'relative' ? view.state.nowMillis : look.time;
	return (index, row) => {
		const inputs = [plan, view.symbols, sources, isCursor, isMarked, zone, time];
		const known = begun.get(row);
		if (known?.inputs.every((input, place) => input === inputs[place])) return known.line;
		const start = index === 0 ? firstStart : otherStart;
		const line = [...start(view, entry, plan, isCursor), ...row];
		begun.set(row, {inputs, line});
		return line;
	};
};

const begun = new Recent<Line, {readonly inputs: readonly unknown[]; readonly line: Line}>(256);

/** Where there is room above the first entry, the last row of it says what was before. */
const linesAbove = ({view, width}: LogBody, {row}: Anchor): Line[] => {
	const lines = Array.from({length: Math.max(0, row)}, (): Line => []);
	if (lines.length > 0) lines[lines.length - 1] = shorten(beforeLine(view), width, '');
	return lines;
};

const beforeLine = ({state, logs, symbols, keymap, zoneOffsetMinutes}: View): Line => {
	const {older, look} = state.logs;
	const rule = symbols.horizontal.repeat(2);
	if (older === 'loading') return [styled('muted', ` ${symbols.wait} asking for older lines`)];
	const {dropped} = logs.book;
	const reason = whyNoOlder(state.logs, look.time === 'utc' ? 0 : zoneOffsetMinutes, keymap);
	if (older === 'unreadable') return [styled('warn', ` ${rule} ${reason} ${rule}`)];
	if (dropped > 0) {
		const count = dropped.toLocaleString('en');
		const what = dropped === 1 ? 'older line is' : 'older lines are';
		return [styled('warn', ` ${count} ${what} no longer kept`)];
	}
	if (reason !== undefined)
		return [styled(older === 'full' ? 'warn' : 'muted', ` ${rule} ${reason} ${rule}`)];
	return older === 'none'
		? [styled('muted', ` ${rule} beginning of the log ${rule}`)]
		: [plain('')];
};
