/** How long, with how much, and how much may be left of it. */

export interface SoakPace {
	/** Between two keys; dockmon waits 20 ms before it takes an escape for a key. */
	readonly keyMillis: number;
	/** How long a screen is looked at. */
	readonly dwellMillis: number;
}

export interface SoakPlan {
	readonly seconds: number;
	/** Caches fill and V8 compiles: nothing is judged before. */
	readonly warmUpSeconds: number;
	readonly containers: number;
	/** Of all containers together. */
	readonly linesPerSecond: number;
	readonly replaceSeconds: number;
	readonly tickSeconds: number;
	/** What is alive is counted at home, after a round, and not more often than that. */
	readonly countSeconds: number;
	/** It goes on for longer until there are so many counts after the warm-up, on a machine that is busy. */
	readonly leastCounts: number;
	/** At home, for what was asked for on the way. */
	readonly settleMillis: number;
	readonly pace: SoakPace;
	/** When the daemon is restarted, in seconds since the start. */
	readonly restartSeconds: readonly number[];
	readonly limits: SoakLimits;
}

interface SoakLimits {
	/** At any time, of all processes of dockmon. */
	readonly residentBytes: number;
	/** Between the end of the warm-up and the end, by the slope. */
	readonly residentGrowthBytes: number;
	/** The same of what is in use after garbage was collected: the heap and what its objects hold outside. */
	readonly liveGrowthBytes: number;
	/** The same of timers, listeners, children, threads: up or down. */
	readonly countGrowth: number;
	/** The same of files: connections are kept open for a while, so few counts tell them less exactly. */
	readonly fileGrowth: number;
}

const megabyte = 1e6;

/** P1 allows 0.3 MB an hour; the rest is what a slope of so few points is uncertain by. */
const liveGrowth = (hours: number): number => (1 + 0.3 * hours) * megabyte;

export interface SoakSize {
	readonly minutes: number;
	readonly containers: number;
	readonly linesPerSecond: number;
	readonly replaceSeconds: number;
}

/** As P1 wants it. A third of the time, an hour at most, is warm-up; the daemon is restarted twice after it. */
export const soakPlan = ({minutes, ...size}: SoakSize): SoakPlan => {
	const seconds = minutes * 60;
	const warmUpSeconds = Math.min(seconds / 3, 3600);
	const measured = seconds - warmUpSeconds;
	return {
		...{...size, seconds, warmUpSeconds},
		tickSeconds: 5,
		countSeconds: Math.min(240, measured / 16),
		leastCounts: 8,
		settleMillis: 1500,
		pace: {keyMillis: 60, dwellMillis: 800},
		restartSeconds: [0.25, 0.65].map(share => warmUpSeconds + share * measured),
		limits: {
			residentBytes: 250 * megabyte,
			residentGrowthBytes: 15 * megabyte,
			liveGrowthBytes: liveGrowth(measured / 3600),
			countGrowth: 2,
			fileGrowth: 2,
		},
	};
};

/** Of little more than a minute, for CI: fast, so that a leak of each round or replacement is seen all the same. */
export const shortPlan = (seconds = 75): SoakPlan => ({
	seconds,
	warmUpSeconds: seconds / 3,
	containers: 10,
	linesPerSecond: 200,
	replaceSeconds: 1.5,
	tickSeconds: 1,
	countSeconds: 0,
	leastCounts: 4,
	settleMillis: 800,
	pace: {keyMillis: 30, dwellMillis: 40},
	restartSeconds: [seconds * 0.2, seconds * 0.5],
	limits: {
		residentBytes: 250 * megabyte,
		residentGrowthBytes: 30 * megabyte,
		liveGrowthBytes: 6 * megabyte,
		countGrowth: 4,
		fileGrowth: 10,
	},
});
