import {median, type Point, robustSlope} from '../statistics.ts';
import type {SoakPlan} from './plan.ts';
import type {HomeCount, SoakRecord, Tick} from './record.ts';

/** One promise, what was found, and whether it was kept. */
export interface Finding {
	readonly what: string;
	readonly found: string;
	readonly allowed: string;
	readonly isKept: boolean;
}

/** With fewer points a slope says nothing. */
const leastPoints = 4;
const megabyte = 1e6;

/** Everything that was promised, in the order of the report. */
export const judge = (record: SoakRecord, plan: SoakPlan): readonly Finding[] => {
	const {limits, warmUpSeconds} = plan;
	const isMeasured = ({atSeconds}: {readonly atSeconds: number}): boolean =>
		atSeconds >= warmUpSeconds;
	const ticks = record.ticks.filter(isMeasured);
	const counts = record.counts.filter(isMeasured);
	const most = Math.max(0, ...record.ticks.map(({residentBytes}) => residentBytes));
	const bytes = (what: string, points: readonly Point[], allowed: number): Finding => {
		const growth = growthOf(points);
		return {
			what,
			found: growth === undefined ? '–' : `${signed(growth / megabyte, 2)} MB`,
			allowed: `<= ${(allowed / megabyte).toFixed(1)} MB`,
			isKept: growth !== undefined && growth <= allowed,
		};
	};
	const steady = (
		what: string,
		of: (count: HomeCount) => number,
		allowed = limits.countGrowth,
	): Finding => {
		const growth = growthOf(pointsOf(counts, of));
		const middle = median(counts.map(of));
		return {
			what: `${what}, change`,
			found: growth === undefined ? '–' : `${signed(growth, 1)} of ${middle?.toFixed(0)}`,
			allowed: `+-${allowed}`,
			isKept: growth !== undefined && Math.abs(growth) <= allowed,
		};
	};
	return [
		{
			what: 'resident memory, most',
			found: `${(most / megabyte).toFixed(0)} MB`,
			allowed: `<= ${(limits.residentBytes / megabyte).toFixed(0)} MB`,
			isKept: most > 0 && most <= limits.residentBytes,
		},
		bytes(
			'resident memory, growth',
			pointsOf(ticks, ({residentBytes}) => residentBytes),
			limits.residentGrowthBytes,
		),
		bytes(
			'memory in use, growth',
			pointsOf(counts, ({liveBytes}) => liveBytes),
			limits.liveGrowthBytes,
		),
		steady('open files', ({files}) => files, limits.fileGrowth),
		steady('timers', ({timers}) => timers),
		steady('listeners', ({listeners}) => listeners),
		steady('child processes', ({children}) => children),
		steady('threads', ({threads}) => threads),
		{
			what: 'did not go on, crash reports',
			found: `${record.faults.length}`,
			allowed: '0',
			isKept: record.faults.length === 0,
		},
		{
			what: 'restarts of the daemon, survived',
			found: `${record.restarts.length}`,
			allowed: `${plan.restartSeconds.length}`,
			isKept: record.restarts.length === plan.restartSeconds.length,
		},
	];
};

/** In a straight line from the first to the last point; undefined of too few. */
const growthOf = (points: readonly Point[]): number | undefined => {
	const slope = points.length < leastPoints ? undefined : robustSlope(points);
	const [first, last] = [points[0], points.at(-1)];
	return slope === undefined || first === undefined || last === undefined
		? undefined
		: slope * (last.x - first.x);
};

const pointsOf = <Sample extends Tick | HomeCount>(
	samples: readonly Sample[],
	of: (sample: Sample) => number,
): readonly Point[] => samples.map(sample => ({x: sample.atSeconds, y: of(sample)}));

const signed = (value: number, decimals: number): string => {
	const text = value.toFixed(decimals);
	return Number(text) === 0 ? (0).toFixed(decimals) : value > 0 ? `+${text}` : text;
};
