import {expect, test} from 'vitest';
import {containerFigures, History, hostFigures} from '../../../source/store/history.ts';
import {aUsage, keyOf, startMillis} from '../../helpers/builders.ts';

const at = (seconds: number): number => startMillis + seconds * 1000;
const api = keyOf('api');

test('keeps every figure of a container by the second', () => {
	const history = new History();
	for (const second of [0, 1]) {
		history.addUsage(api, {
			...aUsage('api', 10 + second, {memoryUsedBytes: 20 + second}, at(second)),
			netRxPerSecond: 30 + second,
			netTxPerSecond: 40 + second,
			blockReadPerSecond: 50 + second,
			blockWritePerSecond: 60 + second,
		});
	}
	const read = containerFigures.map(figure => history.container(api, figure)?.read(at(1), 2));
	expect(read).toEqual([10, 20, 30, 40, 50, 60].map(first => [first, first + 1]));
});

test('a figure that is not known is a gap', () => {
	const history = new History();
	history.addUsage(api, aUsage('api', undefined, {memoryUsedBytes: 5}, at(0)));
	expect(history.container(api, 'cpu')?.read(at(0), 1)).toEqual([undefined]);
	expect(history.container(api, 'memory')?.read(at(0), 1)).toEqual([5]);
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
	const read = hostFigures.flatMap(figure => history.host(figure).read(at(0), 1));
	expect(read).toEqual([1, 2, 3, 4, 5, 6]);
});

test('knows nothing of a container that was never measured', () => {
	expect(new History().container(api, 'cpu')).toBeUndefined();
});

test('holds five minutes', () => {
	const history = new History();
	for (let second = 0; second <= 300; second++) {
		history.addUsage(api, aUsage('api', second, {}, at(second)));
	}
	const read = history.container(api, 'cpu')?.read(at(300), 301);
	expect(read?.slice(0, 2)).toEqual([undefined, 1]);
	expect(read?.at(-1)).toBe(300);
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
	expect(history.host('cpu').read(at(0), 1)).toEqual([undefined]);
});
