import {settleSeconds} from './start-timeline.ts';
import {formatSpread, type Spread, spread} from './statistics.ts';
import {renderTable} from './table.ts';
import type {ToolRun} from './tool-run.ts';

/** A run and what the engine used just before and just after it, without anybody watching. */
export interface Round extends ToolRun {
	readonly idleBeforePercent: number;
	readonly idleAfterPercent: number;
}

/** All that was measured with so many containers. */
export interface Result {
	readonly count: number;
	/** By tool, in the order of the columns. */
	readonly tools: Readonly<Record<string, readonly Round[]>>;
	readonly loadAverage: number;
	/** Share of the time in which something waited for a CPU. */
	readonly pressurePercent: number | undefined;
	/** False where the engine's processes are not to be seen. */
	readonly seesEngine: boolean;
}

interface Metric {
	readonly title: string;
	readonly decimals: number;
	readonly of: (round: Round) => number | undefined;
	/** The median has to be below; set for 100 containers, watched once a second at 200x60. */
	readonly aim?: number;
	readonly isOfEngine?: boolean;
}

const idle = ({idleBeforePercent, idleAfterPercent}: Round): number =>
	(idleBeforePercent + idleAfterPercent) / 2;

const metrics: readonly Metric[] = [
	{title: 'own CPU, % of a core', decimals: 2, of: round => round.ownPercent, aim: 1.5},
	{
		title: 'engine CPU above idle, % of a core',
		decimals: 2,
		// The mean of both sides takes out what drifts.
		of: round => round.enginePercent - idle(round),
		aim: 1,
		isOfEngine: true,
	},
	{title: 'first paint, ms', decimals: 0, of: ({start}) => start.firstPaint},
	{title: 'first name, ms', decimals: 0, of: ({start}) => start.firstName},
	{title: 'all visible names, ms', decimals: 0, of: ({start}) => start.allNames, aim: 500},
	{title: 'first CPU figure, ms', decimals: 0, of: ({start}) => start.firstFigure},
	{title: 'all visible CPU figures, ms', decimals: 0, of: ({start}) => start.allFigures, aim: 1000},
	{title: 'containers visible', decimals: 0, of: ({start}) => start.rows},
	{
		title: `CPU of the first ${settleSeconds} s, s`,
		decimals: 2,
		of: round => round.settleCpuSeconds,
	},
	{title: 'resident memory, MB', decimals: 0, of: round => round.residentBytes / 1e6},
	{title: 'written to the terminal, kB/s', decimals: 2, of: round => round.bytesPerSecond / 1000},
];

const verdict = ({aim}: Metric, ours: Spread | undefined): string => {
	if (aim === undefined) return '';
	if (ours === undefined) return `< ${aim}`;
	return `< ${aim} ${ours.median < aim ? 'met' : 'missed'}`;
};

/** The table of one number of containers, and what else there is to know of its run. */
export const renderResult = (result: Result, ours: string): string => {
	const names = Object.keys(result.tools);
	const row = (metric: Metric): readonly string[] => {
		const spreads = names.map(name => {
			const rounds = result.tools[name] ?? [];
			return metric.isOfEngine === true && !result.seesEngine
				? undefined
				: spread(rounds.map(metric.of));
		});
		return [
			metric.title,
			...spreads.map(value => formatSpread(value, metric.decimals)),
			verdict(metric, spreads[names.indexOf(ours)]),
		];
	};
	const table = renderTable([
		[`${result.count} containers`, ...names, `aim of ${ours}`],
		...metrics.map(row),
	]);
	const rounds = Object.values(result.tools).flat();
	const idleText = result.seesEngine
		? `${formatSpread(spread(rounds.map(idle)), 2)} % of a core`
		: 'not to be seen';
	const pressure = result.pressurePercent?.toFixed(0) ?? '–';
	return `${table}\n\nEngine idle: ${idleText}. Load average ${result.loadAverage.toFixed(1)}; something waited for a CPU ${pressure} % of the time.`;
};
