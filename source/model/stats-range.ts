/** How far back the charts of the stats screen reach, and how far a key moves their cursor. */
export interface StatsRange {
	readonly id: RangeId;
	readonly millis: number;
	/** At least a slot of the resolution that reaches so far, about a hundredth of it. */
	readonly stepMillis: number;
}

export type RangeId = '1m' | '5m' | '30m' | '3h' | '24h';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** The shortest first. */
export const statsRanges: readonly StatsRange[] = [
	{id: '1m', millis: minute, stepMillis: second},
	{id: '5m', millis: 5 * minute, stepMillis: 3 * second},
	{id: '30m', millis: 30 * minute, stepMillis: 20 * second},
	{id: '3h', millis: 3 * hour, stepMillis: 2 * minute},
	{id: '24h', millis: 24 * hour, stepMillis: 15 * minute},
];

export const rangeOf = (id: RangeId): StatsRange =>
	statsRanges.find(range => range.id === id) as StatsRange;

/** The next longer or shorter one; at an end that end. */
export const nextRange = (id: RangeId, step: 1 | -1): RangeId => {
	const index = statsRanges.findIndex(range => range.id === id) + step;
	return statsRanges[index]?.id ?? id;
};

/** With less, most of five minutes is empty. */
const leastForMore = minute * 2.5;

/** What was chosen, else what is filled by what is known. */
export const shownRange = (chosen: RangeId | undefined, knownMillis: number): RangeId =>
	chosen ?? (knownMillis < leastForMore ? '1m' : '5m');
