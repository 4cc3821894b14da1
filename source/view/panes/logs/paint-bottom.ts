import type {Line, Span} from '../../../format/span.ts';
import {selectedRow} from '../../../store/select-target.ts';
import type {TabId} from '../../../store/state.ts';
import {tabs} from '../../../store/state.ts';
import type {Paint, View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {paintCpu, paintDisk, paintMemory, paintNetwork} from '../detail/paint-charts.ts';
import {detailLines} from '../detail/paint-detail.ts';
import {rowTitle} from '../detail/subject.ts';
import {hasKeys} from '../has-keys.ts';
import {logPosition} from './log-position.ts';
import {logLines} from './log-view.ts';

const titles: Readonly<Record<TabId, string>> = {logs: 'Logs', stats: 'Stats', info: 'Info'};

/** The pane below the list: a rule with the tabs, and what the chosen one shows of the selection. */
export const paintBottom: Paint = (view, width, height) => {
	const {state, symbols} = view;
	const {tab} = state.frame;
	const {lines, count} = bodies[tab](view, width, height - 1);
	const head = rule({
		width,
		title: [...subjectSpans(view), ...tabSpans(tab)],
		right: tab === 'logs' ? logPosition(view) : hidden(count - (height - 1)),
		focused: hasKeys(state, 'logs'),
		symbols,
	});
	return [head, ...lines.slice(0, height - 1)];
};

const statsBody: Paint = (view, width, height) => {
	const isWide = width >= 100;
	const isTall = height >= 10;
	const half = Math.floor(width / 2);
	const row = (left: Paint, right: Paint, rows: number): readonly Line[] =>
		isWide
			? sideBySide([left(view, half, rows), right(view, width - half, rows)])
			: [...left(view, width, Math.ceil(rows / 2)), ...right(view, width, Math.floor(rows / 2))];
	// Two charts need three rows each to say anything; with less there is one.
	if (!isWide && height < 8) return paintCpu(view, width, height);
	if (!(isWide && isTall)) return row(paintCpu, paintMemory, height);
	const upper = Math.ceil(height / 2);
	return [...row(paintCpu, paintMemory, upper), ...row(paintNetwork, paintDisk, height - upper)];
};

/** The lines that fit, and how many there would be. */
type Body = (
	view: View,
	width: number,
	height: number,
) => {readonly lines: readonly Line[]; readonly count: number};

const whole =
	(paint: Paint): Body =>
	(view, width, height) => {
		const lines = paint(view, width, height);
		return {lines, count: lines.length};
	};

const infoBody: Body = (view, width, height) => {
	const {lines, count} = detailLines(view, width - 2, height);
	return {lines: lines.map(line => [plain(' '), ...line]), count};
};

const bodies: Readonly<Record<TabId, Body>> = {
	logs: whole(logLines),
	stats: whole(statsBody),
	info: infoBody,
};

const subjectSpans = ({state}: View): Line => {
	const row = selectedRow(state);
	return row === undefined ? [] : [bold(rowTitle(state, row)), plain('  ')];
};

/** Brackets and not only colour show which one is open; the others stay where they are. */
const tabSpans = (active: TabId): readonly Span[] =>
	tabs.map(tab =>
		tab === active
			? styled('accent', `[${titles[tab]}]`, {bold: true})
			: styled('muted', ` ${titles[tab]} `),
	);

/** Lines that do not fit; the full screen has room for more of them. */
const hidden = (lines: number): Line => (lines > 0 ? [styled('muted', `${lines} more below`)] : []);
