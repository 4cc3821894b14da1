import {formatBytes, formatRate} from '../../../format/bytes.ts';
import {limitToken} from '../../../format/load.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {ContainerFigure} from '../../../store/history.ts';
import type {Paint, View} from '../../view.ts';
import {chartPanel, chartSeconds, niceBytes, niceMax} from '../../widgets/chart-panel.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {selectedSubject} from './subject.ts';

const leastRate = 16 * 1024;

export const paintCpu: Paint = (view, width, height) => {
	const {name, cpuPercent, cpuLimit, untilMillis, timeline} = selectedSubject(view);
	const series = timeline('cpu');
	const limit = cpuLimit === undefined ? undefined : cpuLimit * 100;
	const top = limit ?? niceMax(series.max(untilMillis, chartSeconds), 100);
	return chartPanel({
		width,
		height,
		title: name === '' ? [bold('cpu')] : [bold(name), styled('muted', ' cpu')],
		right: used(
			cpuPercent === undefined ? undefined : `${formatPercent(cpuPercent)}%`,
			limit === undefined ? undefined : `${Math.round(limit)}%`,
			limit && cpuPercent !== undefined ? cpuPercent / limit : undefined,
			view,
		),
		timeline: series,
		untilMillis,
		max: top,
		maxLabel: String(Math.round(top)),
		isLoad: true,
		symbols: view.symbols,
	});
};

export const paintMemory: Paint = (view, width, height) => {
	const subject = selectedSubject(view);
	const {memoryUsedBytes, memoryCacheBytes, memoryLimitBytes, untilMillis} = subject;
	const series = subject.timeline('memory');
	const top = memoryLimitBytes ?? niceBytes(series.max(untilMillis, chartSeconds), 1024 * 1024);
	const share =
		memoryLimitBytes && memoryUsedBytes !== undefined
			? memoryUsedBytes / memoryLimitBytes
			: undefined;
	const limit = memoryLimitBytes === undefined ? undefined : formatBytes(memoryLimitBytes);
	return chartPanel({
		width,
		height,
		title: [bold('mem')],
		right: [
			...used(
				memoryUsedBytes === undefined ? undefined : formatBytes(memoryUsedBytes),
				limit,
				share,
				view,
			),
			...(memoryCacheBytes === undefined
				? []
				: [styled('muted', `  cache ${formatBytes(memoryCacheBytes)}`)]),
		],
		timeline: series,
		untilMillis,
		max: top,
		maxLabel: formatBytes(top),
		isLoad: memoryLimitBytes !== undefined,
		symbols: view.symbols,
	});
};

/** `62.1% of 100%`, in the colour of what is wrong with it; without the limit while it is unknown. */
const used = (
	value: string | undefined,
	limit: string | undefined,
	share: number | undefined,
	{symbols}: View,
): Line => {
	if (value === undefined) return [plain(symbols.unknown)];
	const token = limitToken(share);
	const figure: Span = token === undefined ? plain(value) : styled(token, value);
	return [figure, styled('muted', limit === undefined ? ' no limit' : ` of ${limit}`)];
};

export const paintNetwork: Paint = (view, width, height) => {
	const {netRxPerSecond, netTxPerSecond} = selectedSubject(view);
	const {rx, tx} = view.symbols;
	const text = `${rx} ${formatRate(netRxPerSecond)}  ${tx} ${formatRate(netTxPerSecond)}`;
	return ratePanel(view, width, height, {name: 'net', figure: 'rx', text});
};

export const paintDisk: Paint = (view, width, height) => {
	const {blockReadPerSecond, blockWritePerSecond} = selectedSubject(view);
	const text = `r ${formatRate(blockReadPerSecond)}  w ${formatRate(blockWritePerSecond)}`;
	return ratePanel(view, width, height, {name: 'block io', figure: 'write', text});
};

const ratePanel = (
	view: View,
	width: number,
	height: number,
	panel: {readonly name: string; readonly figure: ContainerFigure; readonly text: string},
): readonly Line[] => {
	const {timeline, untilMillis} = selectedSubject(view);
	const series = timeline(panel.figure);
	const max = niceBytes(series.max(untilMillis, chartSeconds), leastRate);
	return chartPanel({
		width,
		height,
		title: [bold(panel.name)],
		right: [plain(panel.text)],
		timeline: series,
		untilMillis,
		max,
		maxLabel: formatBytes(max),
		isLoad: false,
		symbols: view.symbols,
	});
};
