import {formatBytes, formatRate} from '../../../format/bytes.ts';
import {limitToken} from '../../../format/load.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {ContainerFigure} from '../../../store/history.ts';
import type {Paint, View} from '../../view.ts';
import {chartMax, chartPanel, niceBytes, niceMax} from '../../widgets/chart-panel.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import type {Subject} from './subject.ts';
import {selectedSubject} from './subject.ts';

const leastRate = 16 * 1024;

/** Draws one figure of a subject. */
export type SubjectPaint = (
	view: View,
	subject: Subject,
	width: number,
	height: number,
) => readonly Line[];

const ofSelection =
	(draw: SubjectPaint): Paint =>
	(view, width, height) =>
		draw(view, selectedSubject(view), width, height);

export const drawCpu: SubjectPaint = (view, subject, width, height) => {
	const {cpuPercent, cpuLimit, untilMillis, timeline} = subject;
	const series = timeline('cpu');
	const limit = cpuLimit === undefined ? undefined : cpuLimit * 100;
	const top = limit ?? niceMax(chartMax(series, untilMillis), 100);
	return chartPanel({
		width,
		height,
		title: title(subject, 'cpu', true),
		right: used(
			cpuPercent === undefined ? undefined : `${formatPercent(cpuPercent)}%`,
			limit === undefined ? undefined : `${Math.round(limit)}%`,
			limit && cpuPercent !== undefined ? cpuPercent / limit : undefined,
			view,
		),
		timeline: series,
		untilMillis,
		sinceMillis: view.history.sinceMillis,
		max: top,
		maxLabel: String(Math.round(top)),
		isLoad: true,
		symbols: view.symbols,
	});
};

export const drawMemory: SubjectPaint = (view, subject, width, height) => {
	const {memoryUsedBytes, memoryLimitBytes, untilMillis} = subject;
	const series = subject.timeline('memory');
	const top = memoryLimitBytes ?? niceBytes(chartMax(series, untilMillis), 1024 * 1024);
	const share =
		memoryLimitBytes && memoryUsedBytes !== undefined
			? memoryUsedBytes / memoryLimitBytes
			: undefined;
	const limit = memoryLimitBytes === undefined ? undefined : formatBytes(memoryLimitBytes);
	return chartPanel({
		width,
		height,
		title: title(subject, 'mem', false),
		right: [
			...used(
				memoryUsedBytes === undefined ? undefined : formatBytes(memoryUsedBytes),
				limit,
				share,
				view,
			),
			...cacheNote(subject),
		],
		timeline: series,
		untilMillis,
		sinceMillis: view.history.sinceMillis,
		max: top,
		maxLabel: formatBytes(top),
		isLoad: memoryLimitBytes !== undefined,
		symbols: view.symbols,
	});
};

/** An engine that does not tell the page cache, as Podman 4, counts it with the memory. */
const cacheNote = ({memoryUsedBytes, memoryCacheBytes}: Subject): Line => {
	if (memoryUsedBytes === undefined) return [];
	const bytes = memoryCacheBytes === undefined ? undefined : formatBytes(memoryCacheBytes);
	return [styled('muted', bytes === undefined ? '  with cache' : `  cache ${bytes}`)];
};

const title = ({name, isNamedEverywhere}: Subject, figure: string, isFirst: boolean): Line =>
	name !== '' && (isFirst || isNamedEverywhere)
		? [bold(name), styled('muted', ` ${figure}`)]
		: [bold(figure)];

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

export const drawNetwork: SubjectPaint = (view, subject, width, height) => {
	const {netRxPerSecond, netTxPerSecond} = subject;
	const {rx, tx} = view.symbols;
	const text = `${rx} ${formatRate(netRxPerSecond)}  ${tx} ${formatRate(netTxPerSecond)}`;
	return ratePanel(view, subject, width, height, {name: 'net', figure: 'rx', text});
};

export const drawDisk: SubjectPaint = (view, subject, width, height) => {
	const {blockReadPerSecond, blockWritePerSecond} = subject;
	const text = `r ${formatRate(blockReadPerSecond)}  w ${formatRate(blockWritePerSecond)}`;
	return ratePanel(view, subject, width, height, {name: 'block io', figure: 'write', text});
};

const ratePanel = (
	view: View,
	subject: Subject,
	width: number,
	height: number,
	panel: {readonly name: string; readonly figure: ContainerFigure; readonly text: string},
): readonly Line[] => {
	const {untilMillis} = subject;
	const series = subject.timeline(panel.figure);
	const max = niceBytes(chartMax(series, untilMillis), leastRate);
	return chartPanel({
		width,
		height,
		title: title(subject, panel.name, false),
		right: [plain(panel.text)],
		timeline: series,
		untilMillis,
		sinceMillis: view.history.sinceMillis,
		max,
		maxLabel: formatBytes(max),
		isLoad: false,
		symbols: view.symbols,
	});
};

export const paintCpu = ofSelection(drawCpu);
export const paintMemory = ofSelection(drawMemory);
export const paintNetwork = ofSelection(drawNetwork);
export const paintDisk = ofSelection(drawDisk);
