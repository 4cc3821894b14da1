import {expect, test} from 'vitest';
import {shortPlan, soakPlan} from '../../../../scripts/lib/soak/plan.ts';
import type {HomeCount, SoakRecord, Tick} from '../../../../scripts/lib/soak/record.ts';
import {judge} from '../../../../scripts/lib/soak/verdict.ts';

const plan = soakPlan({minutes: 60, containers: 30, linesPerSecond: 200, replaceSeconds: 10});
const megabyte = 1e6;

const aTick = (atSeconds: number): Tick => ({
	...{atSeconds, residentBytes: 120 * megabyte, memory: undefined, files: 50, sockets: 20},
	...{threads: 11, children: 1, cpuPercent: 5},
});

const aCount = (atSeconds: number): HomeCount => ({
	...{atSeconds, liveBytes: 20 * megabyte, files: 50, children: 1, threads: 11},
	...{timers: 12, listeners: 40, transient: 80, entries: 900},
	inside: {
		memory: {rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0},
		resources: {},
		live: {
			timers: {active: 12},
			emitters: {},
			targets: {},
			sets: {entries: 0, subscribers: 0},
			maps: {entries: 900},
		},
	},
});

const every = (seconds: number, until: number): readonly number[] =>
	Array.from({length: until / seconds}, (_, index) => (index + 1) * seconds);

/** An hour in which nothing grows but what the changes say. */
const aRecord = (
	changes: {
		readonly tick?: (tick: Tick) => Partial<Tick>;
		readonly count?: (count: HomeCount, index: number) => Partial<HomeCount>;
		readonly faults?: readonly string[];
	} = {},
): SoakRecord => ({
	ticks: every(5, plan.seconds)
		.map(aTick)
		.map(tick => ({...tick, ...changes.tick?.(tick)})),
	counts: every(200, plan.seconds)
		.map(aCount)
		.map((count, index) => ({...count, ...changes.count?.(count, index)})),
	restarts: plan.restartSeconds.map(atSeconds => ({
		...{signal: 'SIGTERM', atSeconds, backSeconds: atSeconds + 5},
	})),
	...{containers: 30, replaced: 350, rounds: 30, faults: changes.faults ?? []},
});

const broken = (record: SoakRecord, by = plan): readonly string[] =>
	judge(record, by)
		.filter(({isKept}) => !isKept)
		.map(({what}) => what);

test('nothing is broken where nothing grows', () => {
	expect(broken(aRecord())).toEqual([]);
});

test('what grows before the end of the warm-up is not judged', () => {
	const count = ({atSeconds}: HomeCount) => ({
		liveBytes: Math.min(atSeconds, plan.warmUpSeconds) * 1e5,
	});
	expect(broken(aRecord({count}))).toEqual([]);
});

test.each([
	[
		'memory in use, growth',
		{count: ({atSeconds}: HomeCount) => ({liveBytes: atSeconds * 0.001 * megabyte})},
	],
	[
		'resident memory, growth',
		{tick: ({atSeconds}: Tick) => ({residentBytes: (100 + atSeconds * 0.01) * megabyte})},
	],
	[
		'resident memory, most',
		{tick: ({atSeconds}: Tick) => (atSeconds === 1000 ? {residentBytes: 251 * megabyte} : {})},
	],
	['open files, change', {count: (_: HomeCount, index: number) => ({files: 50 + index})}],
	['timers, change', {count: (_: HomeCount, index: number) => ({timers: 12 + index})}],
	['listeners, change', {count: (_: HomeCount, index: number) => ({listeners: 40 + index})}],
	['listeners, change', {count: (_: HomeCount, index: number) => ({listeners: 40 - index})}],
	['child processes, change', {count: (_: HomeCount, index: number) => ({children: index})}],
	['threads, change', {count: (_: HomeCount, index: number) => ({threads: 11 + index})}],
	['did not go on, crash reports', {faults: ['at 900 s: the log stands still']}],
])('%s is told', (what, changes) => {
	expect(broken(aRecord(changes))).toEqual([what]);
});

test('one count that is off is no trend', () => {
	const count = (_: HomeCount, index: number) =>
		index === 12 ? {liveBytes: 90 * megabyte, listeners: 400, timers: 90} : {};
	expect(broken(aRecord({count}))).toEqual([]);
});

test('what was not measured is not kept', () => {
	const {ticks, counts, restarts, ...rest} = aRecord();
	expect(broken({...rest, ticks: [], counts: counts.slice(0, 3), restarts: []})).toHaveLength(9);
	expect(ticks.length + restarts.length).toBeGreaterThan(700);
});

test('the short one sees a megabyte for each container replaced, and a listener for each screen', () => {
	const short = shortPlan(90);
	const ofShort = (changes: Parameters<typeof aRecord>[0]) => {
		const {ticks, counts, ...rest} = aRecord(changes);
		const restarts = rest.restarts.map(each => ({...each, atSeconds: 40}));
		const isOfIt = ({atSeconds}: {atSeconds: number}) => atSeconds <= short.seconds;
		const all = {...rest, restarts, ticks: ticks.filter(isOfIt)};
		return {
			...all,
			counts: every(9, short.seconds)
				.map(aCount)
				.map((count, index) => ({...count, ...changes?.count?.(count, index)})),
		};
	};
	expect(counts(ofShort({}))).toBe(10);
	expect(broken(ofShort({}), short)).toEqual([]);
	const leak = ({atSeconds}: HomeCount, index: number) => ({
		liveBytes: (20 + atSeconds / short.replaceSeconds) * megabyte,
		listeners: 40 + index,
	});
	expect(broken(ofShort({count: leak}), short)).toEqual([
		'memory in use, growth',
		'listeners, change',
	]);
});

const counts = (record: SoakRecord): number => record.counts.length;
