import type {BurstRun} from './log-bursts.ts';
import type {FloodRun} from './log-flood.ts';
import {formatSpread, quantile, type Spread, spread} from './statistics.ts';
import {renderTable} from './table.ts';

type ByTool<Run> = Readonly<Record<string, readonly Run[]>>;

interface Metric<Run> {
	readonly title: string;
	readonly decimals?: number;
	readonly of: (run: Run) => number | undefined;
	/** The most that it may be; with the median of what it is measured beside. */
	readonly aim?: (yardstick: number) => number;
}

const megabytes = (bytes: number): number => bytes / 1e6;

const burstMetrics = (isBacklog: boolean): ReadonlyArray<Metric<BurstRun>> => [
	{
		title: 'first lines on the screen, ms',
		of: run => run.firstLinesMillis,
		...(isBacklog && {aim: () => 300}),
	},
	{title: 'last line on the screen, ms', of: run => run.lastLineMillis, aim: docker => docker},
	{title: 'CPU, s', decimals: 2, of: run => run.cpuSeconds, aim: docker => 1.5 * docker},
	{title: 'resident memory at most, MB', of: run => megabytes(run.peakBytes)},
	{title: 'of which grown, MB', of: run => megabytes(run.growthBytes), aim: () => 64},
	{
		title: 'written to the terminal, kB',
		decimals: 1,
		of: run => run.terminalBytes / 1000,
		aim: docker => docker / 20,
	},
];

/** Nothing that asks for time stamps can show a line sooner than the engine hands it over with one. */
const lagAim = (docker: number): number => (docker > 1000 ? docker : 1000);

const ofKeys =
	(share: number) =>
	({keysMillis}: FloodRun): number | undefined =>
		quantile(keysMillis, share);

const floodMetrics: ReadonlyArray<Metric<FloodRun>> = [
	{title: 'written, lines/s', of: run => run.writtenPerSecond},
	{title: 'memory grown, MB', of: run => megabytes(run.growthBytes), aim: () => 40},
	{title: 'lag of the newest line, median, ms', of: run => quantile(run.lagsMillis, 0.5)},
	{
		title: 'lag of the newest line, p95, ms',
		of: run => quantile(run.lagsMillis, 0.95),
		aim: lagAim,
	},
	{title: 'lag of the last line, ms', of: run => run.endLagMillis, aim: lagAim},
	{title: 'key to screen, median, ms', of: ofKeys(0.5)},
	{title: 'key to screen, p95, ms', of: ofKeys(0.95), aim: () => 150},
	{title: 'CPU, % of a core', decimals: 1, of: run => (run.cpuSeconds * 1e5) / run.millis},
	{
		title: 'written to the terminal, kB/s',
		decimals: 1,
		of: run => run.terminalBytes / run.millis,
	},
	{title: 'lines written', of: run => run.writtenLines},
	{
		title: 'lines not kept',
		of: ({oldestNumber}) => (oldestNumber === undefined ? undefined : oldestNumber - 1),
	},
	{title: 'of which told', of: run => run.toldSkipped},
	{
		title: 'neither kept nor told',
		of: ({oldestNumber, toldSkipped, silentlyMissing}) =>
			oldestNumber === undefined
				? undefined
				: Math.abs(oldestNumber - 1 - (toldSkipped ?? 0)) + silentlyMissing,
		aim: () => 0,
	},
];

const verdict = <Run>(
	{aim, decimals = 0}: Metric<Run>,
	ours: Spread | undefined,
	yardstick: Spread | undefined,
): string => {
	const most = aim?.(yardstick?.median ?? Number.NaN);
	if (most === undefined || Number.isNaN(most)) return '';
	const isMet = ours !== undefined && ours.median <= most;
	return `<= ${most.toFixed(decimals)} ${isMet ? 'met' : 'missed'}`;
};

/** The first tool is the yardstick of the last, which has aims. */
const render = <Run>(
	title: string,
	found: ByTool<Run>,
	metrics: ReadonlyArray<Metric<Run>>,
): string => {
	const names = Object.keys(found);
	const rows = metrics.map(metric => {
		const spreads = names.map(name => spread((found[name] ?? []).map(metric.of)));
		return [
			metric.title,
			...spreads.map(value => formatSpread(value, metric.decimals ?? 0)),
			verdict(metric, spreads.at(-1), names.length > 1 ? spreads[0] : undefined),
		];
	});
	return renderTable([[title, ...names, `aim of ${names.at(-1)}`], ...rows]);
};

export const renderLive = (count: string, found: ByTool<BurstRun>): string =>
	render(`${count} lines, live`, found, burstMetrics(false));

export const renderBacklog = (count: string, found: ByTool<BurstRun>): string =>
	render(`${count} lines, backlog`, found, burstMetrics(true));

export const renderFlood = (title: string, found: ByTool<FloodRun>): string =>
	render(title, found, floodMetrics);
