import {formatBytes} from '../../../format/bytes.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line} from '../../../format/span.ts';
import type {Container} from '../../../model/container.ts';
import {refKey} from '../../../model/ids.ts';
import type {ContainerUsage} from '../../../model/stats-sample.ts';
import {
	selectedContainer,
	selectedContainers,
	selectedKeys,
	selectedRow,
} from '../../../store/select-target.ts';
import type {Paint, View} from '../../view.ts';
import {frame} from '../../widgets/frame.ts';
import {bold, plain, shorten, sides, styled} from '../../widgets/spans.ts';
import {knownEngineMillis} from '../known-millis.ts';
import {healthMark, stateMark} from '../list/marks.ts';
import {containerFacts} from './facts.ts';
import {rowTitle} from './subject.ts';

/** Facts of the selected container, or what a heading adds up to, in a frame. */
export const paintDetail: Paint = (view, width, height) => {
	const {symbols} = view;
	const {lines: body, count} = detailLines(view, width - 2, height - 2);
	const hidden = count - Math.max(0, height - 2);
	return frame({
		width,
		height,
		title: [bold('detail')],
		footer: hidden > 0 ? [styled('muted', `${hidden} more in Overview`)] : [],
		body,
		focused: false,
		symbols,
	});
};

/** The first lines, of at most `width` cells, and how many there would be. */
export const detailLines = (
	view: View,
	width: number,
	height: number,
): {readonly lines: readonly Line[]; readonly count: number} => {
	const {state, symbols} = view;
	const container = selectedContainer(state);
	const all = container
		? containerFacts(
				{
					...{container, usage: usageOf(view, container), symbols},
					nowMillis: knownEngineMillis(state),
				},
				width,
			)
		: headingFacts(view, width, height);
	const lines = all.map(line => shorten(line, width, symbols.ellipsis));
	return {lines, count: container ? all.length : headingCount(view)};
};

const headingCount = ({state}: View): number => {
	const count = selectedKeys(state).length;
	return count === 0 ? 0 : count + 1;
};

/** A line about all, and one for each container as far as there is room. */
const headingFacts = (view: View, width: number, height: number): readonly Line[] => {
	const {state, symbols} = view;
	const row = selectedRow(state);
	if (row === undefined || row.kind === 'container') return [];
	const shown = byName(selectedContainers(state)).slice(0, Math.max(0, height - 1));
	return [
		[bold(rowTitle(state, row)), plain(`  ${row.running} of ${row.keys.length} running`)],
		...shown.map((container): Line => {
			const usage = usageOf(view, container);
			const unit = usage?.cpuPercent === undefined ? '' : '%';
			const cpu = `${formatPercent(usage?.cpuPercent)}${unit}`.padStart(figureCells + 1);
			const memory = formatBytes(usage?.sample.memoryUsedBytes).padStart(figureCells);
			const marks = [stateMark(container, symbols), plain(' '), healthMark(container, symbols)];
			const figures = [plain(`${cpu} ${memory}`)];
			return sides([...marks, plain(` ${container.name}`)], figures, width, symbols.ellipsis);
		}),
	];
};

/** A heading holds its containers in no order that stays; asked for every second, so once for each such list. */
const byName = (containers: readonly Container[]): readonly Container[] => {
	const before = sorted.get(containers);
	if (before !== undefined) return before;
	const now = containers.toSorted(({name: some}, {name: other}) =>
		some < other ? -1 : Number(some > other),
	);
	sorted.set(containers, now);
	return now;
};

const sorted = new WeakMap<readonly Container[], readonly Container[]>();

const usageOf = ({state}: View, {ref}: Container): ContainerUsage | undefined =>
	(state.list.frozen?.usages ?? state.usages).get(refKey(ref));

const figureCells = 5;
