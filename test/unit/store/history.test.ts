import {describe, expect, test} from 'vitest';
import type {ContainerFigure, HostFigure} from '../../../source/store/history.ts';
import {History} from '../../../source/store/history.ts';
import {arrayBytesOf} from '../../helpers/array-bytes.ts';
import {aUsage, keyOf, startMillis} from '../../helpers/builders.ts';
import {lastSeconds} from '../../helpers/last-seconds.ts';

const at = (seconds: number): number => startMillis + seconds * 1000;
const api = keyOf('api');
const gap = undefined;
const figures = ['cpu', 'memory', 'rx', 'tx', 'read', 'write'] as const;

const last = (history: History, figure: ContainerFigure, seconds: number, count: number) =>
	lastSeconds(history.container(api, figure), at(seconds), count);

/** A sample in which everything is known. */
const add = (history: History, seconds: number, value = 10): void =>
	history.addUsage(api, {
		...aUsage('api', value, {memoryUsedBytes: value + 1}, at(seconds)),
		netRxPerSecond: value + 2,
		netTxPerSecond: value + 3,
		blockReadPerSecond: value + 4,
		blockWritePerSecond: value + 5,
	});

/** The first sample of a container that has just started, or after the engine was lost. */
const addFirst = (history: History, seconds: number): void =>
	history.addUsage(api, aUsage('api', undefined, {memoryUsedBytes: 5}, at(seconds)));

test('keeps every figure of a container by the second', () => {
	const history = new History();
	add(history, 0, 10);
	add(history, 1, 20);
	expect(figures.map(figure => last(history, figure, 1, 2))).toEqual(
		[0, 1, 2, 3, 4, 5].map(more => [10 + more, 20 + more]),
	);
});

test('a figure that is not known is a gap', () => {
	const history = new History();
	addFirst(history, 0);
	expect(last(history, 'cpu', 0, 1)).toEqual([gap]);
	expect(last(history, 'memory', 0, 1)).toEqual([5]);
});

test('keeps the figures of the machine', () => {
	const history = new History();
	history.addHost({
		atMillis: at(0),
		origin: 'local',
		cpuPercent: 1,
		memoryUsedBytes: 2,
		netRxPerSecond: 3,
		netTxPerSecond: 4,
		diskReadPerSecond: 5,
		diskWritePerSecond: 6,
	});
	const read = (figure: HostFigure) => lastSeconds(history.host(figure), at(0), 1);
	expect(figures.map(read)).toEqual([1, 2, 3, 4, 5, 6].map(value => [value]));
});

test('knows nothing of a container that was never measured', () => {
	expect(new History().container(api, 'cpu')).toBeUndefined();
});

test('holds a day, with the extremes of CPU and memory and the peaks of rates', () => {
	const history = new History();
	add(history, 0, 40);
	for (let second = 1; second <= 120; second++) add(history, second, second === 30 ? 90 : 40);
	const read = (figure: ContainerFigure, statistic: 'mean' | 'min' | 'max') =>
		history.container(api, figure)?.read({
			...{untilMillis: at(86_300), spanMillis: 86_400_000, points: 1, statistic},
		})[0];
	expect(read('cpu', 'min')).toBe(40);
	expect(read('memory', 'min')).toBe(41);
	expect(read('rx', 'min')).toBe(gap);
	for (const figure of figures) {
		expect(read(figure, 'max')).toBeCloseTo(90 + figures.indexOf(figure), -1);
	}
});

describe('memory', () => {
	const kilobytes = 1000;

	const bytesOf = (fill: (history: History) => void): number =>
		arrayBytesOf(() => {
			const history = new History(60_000);
			fill(history);
			return history;
		});

	const fillMinutes = (history: History, minutes: number): void => {
		for (let minute = 0; minute <= minutes; minute++) add(history, minute * 60);
	};

	const ofHost = bytesOf(() => undefined);

	test('is less than 40 KB a container when all is full, and does not grow then', () => {
		const full = bytesOf(history => fillMinutes(history, 1440)) - ofHost;
		expect(full).toBeLessThan(40 * kilobytes);
		const later = bytesOf(history => fillMinutes(history, 3000)) - ofHost;
		expect(Math.abs(later - full)).toBeLessThan(kilobytes);
	});

	test('that is full still tells the whole day', () => {
		const history = new History(60_000);
		fillMinutes(history, 3000);
		const day = {untilMillis: at(3000 * 60), spanMillis: 86_400_000, points: 1440};
		expect(history.container(api, 'cpu')?.read(day)).toEqual(Array(1440).fill(10));
	});

	test('is little for a container that lives five minutes', () => {
		const bytes = bytesOf(history => {
			for (let second = 0; second <= 300; second++) add(history, second);
		});
		expect(bytes - ofHost).toBeLessThan(7 * kilobytes);
	});
});

describe('gaps', () => {
	test('there are none however long the interval is', () => {
		const history = new History(60_000);
		for (const minute of [0, 1, 2]) add(history, minute * 60, minute);
		expect(last(history, 'cpu', 120, 121)).toEqual([0, ...Array(60).fill(1), ...Array(60).fill(2)]);
	});

	test('there are none while a container is sampled at the slow pace', () => {
		const history = new History(250);
		for (const second of [0, 0.25, 5.25, 15.25, 15.5]) add(history, second);
		expect(last(history, 'memory', 15, 16)).toEqual(Array(16).fill(11));
	});

	test('a container that started anew was not there before, whatever its memory is', () => {
		const history = new History();
		add(history, 0);
		addFirst(history, 4);
		add(history, 5);
		expect(last(history, 'memory', 5, 6)).toEqual([11, gap, gap, gap, 5, 11]);
		expect(last(history, 'cpu', 5, 6)).toEqual([10, gap, gap, gap, gap, 10]);
	});

	test('samples too far apart do not belong together', () => {
		const history = new History();
		add(history, 0);
		add(history, 16);
		expect(last(history, 'cpu', 16, 17)).toEqual([10, ...Array(15).fill(gap), 10]);
	});
});

test('forgets what is gone, and only that', () => {
	const history = new History();
	for (const name of ['api', 'db']) history.addUsage(keyOf(name), aUsage(name, 5));
	history.keepOnly(new Set([keyOf('db')]));
	expect(history.container(api, 'cpu')).toBeUndefined();
	expect(history.container(keyOf('db'), 'cpu')).toBeDefined();
});

test('forgets everything before another engine is watched', () => {
	const history = new History();
	history.addUsage(api, aUsage('api', 5));
	history.addHost({atMillis: at(0), origin: 'local', cpuPercent: 1});
	history.clear();
	expect(history.container(api, 'cpu')).toBeUndefined();
	expect(lastSeconds(history.host('cpu'), at(0), 1)).toEqual([undefined]);
});
