import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import type {Paint, View} from '../../view.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';
import {emptyLines} from './empty-log.ts';
import {firstStart, otherStart} from './entry-start.ts';
import {type LogBody, logBody} from './log-body.ts';
import {isOfSelection} from './log-position.ts';
import {type Anchor, anchorOf, topOf} from './log-window.ts';
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
	return Array.from({length: height}, (_, row): Line => {
		const sign = bar[row];
		const line = fitLine(lines[row] ?? [], width);
		return sign === undefined ? line : [...line, sign];
	});
};

const shownLines = (body: LogBody, top: Anchor): readonly Line[] => {
	const {view, logs, height, plan} = body;
	const lines: Line[] = linesAbove(body, top);
	const cursor = view.state.logs.held && logs.at(anchorOf(body).index);
	for (let {index} = top; lines.length < height && index < logs.count; index++) {
		const entry = logs.at(index);
		if (entry === undefined) break;
		const isCursor = entry === cursor;
		const rows = body.rows(entry);
		const skipped = index === top.index ? Math.max(0, -top.row) : 0;
		const shown = Math.min(rows.length, skipped + height - lines.length);
		for (let row = skipped; row < shown; row++) {
			const start = row === 0 ? firstStart : otherStart;
			lines.push([...start(view, entry, plan, isCursor), ...(rows[row] ?? [])]);
		}
	}
	return lines;
};

/** Where there is room above the first entry, the last row of it says what was before. */
const linesAbove = ({view, width}: LogBody, {row}: Anchor): Line[] => {
	const lines = Array.from({length: Math.max(0, row)}, (): Line => []);
	if (lines.length > 0) lines[lines.length - 1] = shorten(beforeLine(view), width, '');
	return lines;
};

const beforeLine = ({state, logs, symbols}: View): Line => {
	const {older} = state.logs;
	const rule = symbols.horizontal.repeat(2);
	if (older === 'loading') return [styled('muted', ` ${symbols.wait} asking for older lines`)];
	const {dropped} = logs.book;
	if (dropped > 0) {
		const count = dropped.toLocaleString('en');
		const what = dropped === 1 ? 'older line is' : 'older lines are';
		return [styled('warn', ` ${count} ${what} no longer kept`)];
	}
	return older === 'none'
		? [styled('muted', ` ${rule} beginning of the log ${rule}`)]
		: [plain('')];
};
