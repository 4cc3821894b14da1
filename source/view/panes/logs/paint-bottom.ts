import type {Line, Span} from '../../../format/span.ts';
import {qualifiedName} from '../../../model/container-facts.ts';
import {selectedContainer, selectedRow} from '../../../store/select-target.ts';
import type {TabId} from '../../../store/state.ts';
import {tabs} from '../../../store/state.ts';
import type {Paint, View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {paintCpu, paintDisk, paintMemory, paintNetwork} from '../detail/paint-charts.ts';
import {detailLines} from '../detail/paint-detail.ts';
import {logLines} from './log-view.ts';

const titles: Readonly<Record<TabId, string>> = {logs: 'Logs', stats: 'Stats', info: 'Info'};

/** The pane below the list: a rule with the tabs, and what the chosen one shows of the selection. */
export const paintBottom: Paint = (view, width, height) => {
	const {state, symbols} = view;
	const title: Line = [...subjectSpans(view), ...tabSpans(state.frame.tab)];
	const head = rule({
		width,
		title,
		right: rightSpans(view),
		focused: state.frame.focus === 'logs',
		symbols,
	});
	return [head, ...bodies[state.frame.tab](view, width, height - 1)];
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

const infoBody: Paint = (view, width, height) =>
	detailLines(view, width - 1)
		.slice(0, height)
		.map(line => [plain(' '), ...line]);

const bodies: Readonly<Record<TabId, Paint>> = {logs: logLines, stats: statsBody, info: infoBody};

const subjectSpans = (view: View): Line => {
	const container = selectedContainer(view.state);
	const row = selectedRow(view.state);
	const name = container
		? qualifiedName(container)
		: row
			? `${row.kind} ${row.name}`
			: 'nothing selected';
	return [bold(name), plain('  ')];
};

const tabSpans = (active: TabId): readonly Span[] =>
	tabs.flatMap(tab =>
		tab === active
			? [styled('accent', `[${titles[tab]}]`, {bold: true}), plain(' ')]
			: [styled('muted', ` ${titles[tab]} `), plain(' ')],
	);

const rightSpans = ({state, logs, symbols}: View): Line => {
	if (state.frame.tab !== 'logs') return [];
	if (state.logs.heldAt === undefined) {
		const word = state.logs.status.kind === 'ended' ? 'ENDED' : 'FOLLOW';
		return [styled(word === 'FOLLOW' ? 'ok' : 'muted', `${symbols.follow} ${word}`)];
	}
	const newer = logs.lastSeq - state.logs.heldAt;
	return [styled('pause', `${symbols.paused} HELD  +${newer} newer (End)`)];
};
