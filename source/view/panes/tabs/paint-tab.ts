import {fitLine} from '../../../format/line.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {TabPlace} from '../../../store/detail/detail-state.ts';
import type {View} from '../../view.ts';
import {fitting} from '../../widgets/fitting.ts';
import {rule} from '../../widgets/frame.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {hasKeys} from '../has-keys.ts';
import {highlighted} from '../logs/highlight.ts';
import {logRight} from '../logs/log-right.ts';
import {paintLog} from '../logs/log-view.ts';
import {findSpans} from './find-words.ts';
import {loadParts} from './loaded.ts';
import type {DrawnTab, TabBody} from './tab.ts';
import {bodyRows, tabBody, tabCells} from './tab-body.ts';
import {lineAt, linesOf, placeNow} from './tab-place.ts';
import {tabRule} from './tab-rule.ts';
import {tabSpecs} from './tab-specs.ts';

/** A tab other than the log: the rule with the titles, and the lines from where it is scrolled to. */
export const paintTab = (
	view: View,
	tab: DrawnTab,
	width: number,
	height: number,
): readonly Line[] => {
	const body = tabBody(view, tab, width, height);
	const rows = bodyRows(body, height);
	const place = placeNow(view.state, body, rows);
	const cells = tabCells(view, tab, width);
	const lines = [
		...(body.head ?? []).map((line): Line => [plain(' '), ...line]),
		...shownLines(view, body, place, {rows, width: cells}),
	].slice(0, height - 1);
	const right = rightParts(view, tab, body, rows);
	const whole =
		cells === width ? lines : besideLog(view, lines, {cells, width, height: height - 1});
	return [tabRule(view, width, right), ...whole];
};

const gap = 1;

const besideLog = (
	view: View,
	lines: readonly Line[],
	{cells, width, height}: {readonly cells: number; readonly width: number; readonly height: number},
): readonly Line[] => {
	const left = Array.from({length: height}, (_, row) => fitLine(lines[row] ?? [], cells + gap));
	return sideBySide([left, logAlone(view, width - cells - gap, height)]);
};

/** The log under a rule of its own. */
const logAlone = (view: View, width: number, height: number): readonly Line[] => [
	rule({
		...{width, title: [plain('log')], focused: false, symbols: view.symbols},
		right: fitting(logRight(view), Math.max(0, width - logEdges)),
	}),
	...paintLog(view, width, height).slice(1),
];

/** Corners, the title, and blanks. */
const logEdges = 12;

/** What is said at the right of the rule. */
export const rightParts = (
	view: View,
	tab: DrawnTab,
	body: TabBody,
	rows: number,
): readonly Line[] => {
	const place = placeNow(view.state, body, rows);
	const {needs, right} = tabSpecs[tab];
	return [
		...loadParts(view, needs),
		findSpans(body, view.state.detail.find, lineAt(body, place)),
		...(right?.(view) ?? []),
		position(view, body, place, rows),
	];
};

/** `▴▾ 1-7 of 42` where not all is in sight. */
const position = ({symbols}: View, {lines}: TabBody, {top}: TabPlace, rows: number): Line =>
	lines.length <= rows
		? []
		: [
				styled('info', `${symbols.sortUp}${symbols.sortDown} `),
				styled('muted', `${top + 1}-${Math.min(lines.length, top + rows)} of ${lines.length}`),
			];

const shownLines = (
	view: View,
	body: TabBody,
	place: TabPlace,
	{rows, width}: {readonly rows: number; readonly width: number},
): readonly Line[] => {
	const {top} = place;
	const isCursor = cursorLines(view, body, place);
	const bar = scrollBar(view, body.lines.length, top, rows);
	return body.lines.slice(top, top + rows).map((line, row): Line => {
		const found = withHits(view, line);
		const whole = [...fitLine([plain(' '), ...found], width - 1), bar[row] ?? plain(' ')];
		return isCursor(top + row) ? whole.map(span => ({...span, isSelected: true})) : whole;
	});
};

const cursorLines = (
	{state}: View,
	body: TabBody,
	{item}: TabPlace,
): ((line: number) => boolean) => {
	if (body.items === undefined || body.items.length === 0 || !hasKeys(state, 'logs'))
		return () => false;
	const [from, to] = linesOf(body, item);
	return line => line >= from && line < to;
};

const withHits = ({state}: View, line: Line): Line => {
	const expression = state.detail.find?.expression;
	return expression === undefined
		? line
		: highlighted(line, [{expression, style: {reverse: true}}]);
};

const scrollBar = ({symbols}: View, count: number, top: number, rows: number): readonly Span[] => {
	if (count <= rows) return [];
	const size = Math.max(1, Math.round((rows * rows) / count));
	const first = Math.round(((rows - size) * top) / Math.max(1, count - rows));
	const thumb = styled('muted', symbols.barParts.at(-1) ?? '');
	const track = styled('dim', symbols.vertical);
	return Array.from({length: rows}, (_, row) =>
		row >= first && row < first + size ? thumb : track,
	);
};
