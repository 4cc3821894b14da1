import {formatBytes, formatRate} from '../../../format/bytes.ts';
import type {Line} from '../../../format/span.ts';
import type {Timeline} from '../../../model/series.ts';
import type {Paint, View} from '../../view.ts';
import {chartMax, chartPanel, niceBytes} from '../../widgets/chart-panel.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import type {SubjectPaint} from '../detail/paint-charts.ts';
import {drawCpu, drawDisk, drawMemory, drawNetwork} from '../detail/paint-charts.ts';
import {wholeEngine} from '../detail/subject.ts';

const leastRate = 64 * 1024;

/** Into a remote machine nobody can look: what its containers use is all that is known. */
const orContainers =
	(draw: SubjectPaint, paint: Paint): Paint =>
	(view, width, height) =>
		view.state.host?.origin === 'engine'
			? draw(view, wholeEngine(view), width, height)
			: paint(view, width, height);

/** Share of all cores, 0 to 100. */
export const paintHostCpu: Paint = orContainers(drawCpu, (view, width, height) => {
	const host = view.state.host;
	const percent = host?.cpuPercent;
	const max = chartMax(view.history.host('cpu'), view.state.nowMillis);
	const right: Line = [
		plain(percent === undefined ? view.symbols.unknown : `${Math.round(percent)}%`),
		...fact('max', max === undefined ? undefined : String(Math.round(max))),
		...fact('load', host?.load1?.toFixed(1)),
	];
	return chartPanel({
		...base(view, width, height, 'cpu'),
		title: [bold('cpu')],
		right,
		max: 100,
		maxLabel: '100',
		isLoad: true,
	});
});

export const paintHostMemory: Paint = orContainers(drawMemory, (view, width, height) => {
	const {host, engine} = view.state;
	const total = host?.memoryTotalBytes ?? engine?.memoryTotalBytes;
	const right: Line = [
		plain(`${formatBytes(host?.memoryUsedBytes)}/${formatBytes(total)}`),
		...fact(
			'cache',
			host?.memoryCacheBytes === undefined ? undefined : formatBytes(host.memoryCacheBytes),
		),
		...fact('swap', host?.swapUsedBytes ? formatBytes(host.swapUsedBytes) : undefined),
	];
	return chartPanel({
		...base(view, width, height, 'memory'),
		title: [bold('mem')],
		right,
		max: total ?? 1,
		maxLabel: formatBytes(total),
		isLoad: true,
	});
});

export const paintHostNetwork: Paint = orContainers(drawNetwork, (view, width, height) => {
	const {host} = view.state;
	const {rx, tx} = view.symbols;
	const right: Line = [
		plain(`${rx} ${formatRate(host?.netRxPerSecond)}  ${tx} ${formatRate(host?.netTxPerSecond)}`),
	];
	return rateChart(view, width, height, {title: [bold('net')], right, figure: 'rx'});
});

export const paintHostDisk: Paint = orContainers(drawDisk, (view, width, height) => {
	const {host} = view.state;
	const right: Line = [
		plain(`r ${formatRate(host?.diskReadPerSecond)}  w ${formatRate(host?.diskWritePerSecond)}`),
		...fact(
			'/',
			host?.rootDiskUsedPercent === undefined
				? undefined
				: `${Math.round(host.rootDiskUsedPercent)}%`,
		),
	];
	return rateChart(view, width, height, {title: [bold('disk')], right, figure: 'write'});
});

interface RateChart {
	readonly title: Line;
	readonly right: Line;
	readonly figure: 'rx' | 'write';
}

const rateChart = (
	view: View,
	width: number,
	height: number,
	chart: RateChart,
): readonly Line[] => {
	const parts = base(view, width, height, chart.figure);
	const max = niceBytes(chartMax(parts.timeline, parts.untilMillis), leastRate);
	return chartPanel({
		...parts,
		title: chart.title,
		right: chart.right,
		max,
		maxLabel: formatBytes(max),
		isLoad: false,
	});
};

const base = (
	view: View,
	width: number,
	height: number,
	figure: 'cpu' | 'memory' | 'rx' | 'write',
): {
	width: number;
	height: number;
	timeline: Timeline;
	untilMillis: number;
	sinceMillis: number | undefined;
	symbols: View['symbols'];
} => ({
	width,
	height,
	timeline: view.history.host(figure),
	untilMillis: view.state.host?.atMillis ?? view.state.nowMillis,
	sinceMillis: view.history.sinceMillis,
	symbols: view.symbols,
});

const fact = (name: string, value: string | undefined): Line =>
	value === undefined ? [] : [styled('muted', `  ${name} `), plain(value)];
