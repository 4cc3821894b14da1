import type {ApiRange, Fault} from '../api/faults.ts';

/** One line of a fault script, understood. */
export type Rule = RequestRule | EventRule | ReplayRule | ClockRule | ApiRule;

export interface RequestRule {
	readonly kind: 'request';
	/** Undefined: any. */
	readonly method: string | undefined;
	/** Of the path without version and query. */
	readonly path: RegExp;
	readonly fault: Fault;
	readonly when: When;
}

export interface EventRule {
	readonly kind: 'event';
	/** Undefined: any. `health_status` also stands for `health_status: healthy`. */
	readonly action: string | undefined;
	/** How often it is sent. */
	readonly copies: 0 | 2;
	readonly when: When;
}

/** The last events come again when a stream of events is opened. */
export interface ReplayRule {
	readonly kind: 'replay';
	readonly count: number;
	readonly when: When;
}

export interface ClockRule {
	readonly kind: 'clock';
	readonly offsetMillis: number;
	readonly afterMillis: number;
}

interface ApiRule {
	readonly kind: 'api';
	readonly range: ApiRange;
}

/** All of it must hold. Times count from the start of the faults. */
export interface When {
	readonly afterMillis: number;
	/** Not included. */
	readonly untilMillis: number;
	/** 3: the third, the sixth and so on of those that fit. */
	readonly every: number;
	readonly percent: number;
	/** At most so often. */
	readonly times: number;
}

export const always: When = {
	afterMillis: 0,
	untilMillis: Number.POSITIVE_INFINITY,
	every: 1,
	percent: 100,
	times: Number.POSITIVE_INFINITY,
};
