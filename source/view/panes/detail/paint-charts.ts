import {formatBytes, formatRate} from '../../../format/bytes.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line} from '../../../format/span.ts';
import type {Container} from '../../../model/container.ts';
import {qualifiedName} from '../../../model/container-facts.ts';
import {refKey} from '../../../model/ids.ts';
import type {ContainerUsage} from '../../../model/stats-sample.ts';
import type {ContainerFigure} from '../../../store/history.ts';
import {selectedContainer, selectedRow} from '../../../store/select-target.ts';
import type {Paint, View} from '../../view.ts';
import {chartPanel, niceBytes, niceMax} from '../../widgets/chart-panel.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';

const chartSeconds = 300;
const leastRate = 16 * 1024;

/** What is drawn of the selected container; of a heading nothing but its name. */
interface Subject {
	readonly name: string;
	readonly container: Container | undefined;
	readonly usage: ContainerUsage | undefined;
}

const subject = (view: View): Subject => {
	const {state} = view;
	const container = selectedContainer(state);
	const usages = state.list.frozen?.usages ?? state.usages;
	return {
		name: container ? qualifiedName(container) : (selectedRow(state)?.kind ?? ''),
		container,
		usage: container && usages.get(refKey(container.ref)),
	};
};

export const paintCpu: Paint = (view, width, height) => {
	const {name, container, usage} = subject(view);
	const limit = container?.details?.limits.cpus;
	const series = seriesOf(view, container, 'cpu');
	const untilMillis = untilOf(view, usage);
	const top =
		limit === undefined ? niceMax(series?.max(untilMillis, chartSeconds), 100) : limit * 100;
	const right: Line = [
		plain(`${formatPercent(usage?.cpuPercent)}%`),
		styled('muted', limit === undefined ? ' no limit' : ` of ${Math.round(limit * 100)}%`),
	];
	return chartPanel({
		width,
		height,
		title: [bold(name), styled('muted', ' cpu')],
		right,
		series,
		untilMillis,
		max: top,
		maxLabel: String(Math.round(top)),
		isLoad: true,
		symbols: view.symbols,
	});
};

export const paintMemory: Paint = (view, width, height) => {
	const {container, usage} = subject(view);
	const series = seriesOf(view, container, 'memory');
	const untilMillis = untilOf(view, usage);
	const limit = container?.details?.limits.memoryBytes;
	const used = usage?.sample.memoryUsedBytes;
	const top = limit ?? niceBytes(series?.max(untilMillis, chartSeconds), 1024 * 1024);
	const cache = usage?.sample.memoryCacheBytes;
	const right: Line = [
		plain(formatBytes(used)),
		styled('muted', limit === undefined ? ' no limit' : ` of ${formatBytes(limit)}`),
		...(cache === undefined ? [] : [styled('muted', `  cache ${formatBytes(cache)}`)]),
	];
	return chartPanel({
		width,
		height,
		title: [bold('mem')],
		right,
		series,
		untilMillis,
		max: top,
		maxLabel: formatBytes(top),
		isLoad: limit !== undefined,
		symbols: view.symbols,
	});
};

export const paintNetwork: Paint = (view, width, height) => {
	const {usage} = subject(view);
	const {rx, tx} = view.symbols;
	const text = `${rx} ${formatRate(usage?.netRxPerSecond)}  ${tx} ${formatRate(usage?.netTxPerSecond)}`;
	return ratePanel(view, width, height, {name: 'net', figure: 'rx', text});
};

export const paintDisk: Paint = (view, width, height) => {
	const {usage} = subject(view);
	const text = `r ${formatRate(usage?.blockReadPerSecond)}  w ${formatRate(usage?.blockWritePerSecond)}`;
	return ratePanel(view, width, height, {name: 'block io', figure: 'write', text});
};

const ratePanel = (
	view: View,
	width: number,
	height: number,
	panel: {readonly name: string; readonly figure: ContainerFigure; readonly text: string},
): readonly Line[] => {
	const {container, usage} = subject(view);
	const series = seriesOf(view, container, panel.figure);
	const untilMillis = untilOf(view, usage);
	const max = niceBytes(series?.max(untilMillis, chartSeconds), leastRate);
	return chartPanel({
		width,
		height,
		title: [bold(panel.name)],
		right: [plain(panel.text)],
		series,
		untilMillis,
		max,
		maxLabel: formatBytes(max),
		isLoad: false,
		symbols: view.symbols,
	});
};

const seriesOf = (view: View, container: Container | undefined, figure: ContainerFigure) =>
	container && view.history.container(refKey(container.ref), figure);

const untilOf = (view: View, usage: ContainerUsage | undefined): number =>
	view.state.list.frozen?.atMillis ?? usage?.atMillis ?? view.state.nowMillis;
