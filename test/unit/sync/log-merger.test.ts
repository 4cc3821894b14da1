import {expect, test} from 'vitest';
import type {LogLine} from '../../../source/model/log-line.ts';
import {LogMerger} from '../../../source/sync/log-merger.ts';
import {aLine, keyOf, startMillis} from '../../helpers/builders.ts';
import {Watcher} from '../../helpers/watcher.ts';

const begin = async (sources: number) => {
	const watcher = await Watcher.begin([]);
	const {user, clock, engine} = watcher;
	const life = new AbortController();
	const {store, history, logs} = user;
	const context = {
		...{engine, store, history, logs, clock},
		hostSampler: async function* () {},
		intervalMillis: 1000,
		signal: life.signal,
	};
	const merger = new LogMerger(context, sources);
	const add = (name: string, ...lines: readonly LogLine[]): void => merger.add(keyOf(name), lines);
	return {watcher, life, add};
};

const at = (millis: number, text: string): LogLine => aLine(text, startMillis + millis);
const gap: LogLine = {kind: 'gap', reason: 'gap'};

test('a single source waits for nothing', async () => {
	const {watcher, add} = await begin(1);
	add('a', at(2, 'two'), at(1, 'one'));
	expect(watcher.log).toEqual(['two', 'one']);
});

test('several are put in the order of their time stamps', async () => {
	const {watcher, add} = await begin(2);
	add('a', at(1, 'a1'), at(5, 'a5'));
	add('b', at(3, 'b3'), at(7, 'b7'));
	expect(watcher.log).toEqual([]);
	await watcher.pass(200);
	expect(watcher.log).toEqual(['a1', 'b3', 'a5', 'b7']);
});

test('lines of one instant keep the order in which they came', async () => {
	const {watcher, add} = await begin(2);
	add('b', at(1, 'b first'), at(1, 'b second'));
	add('a', at(1, 'a'));
	await watcher.pass(200);
	expect(watcher.log).toEqual(['b first', 'b second', 'a']);
});

test('a gap stays behind the line it came after, also when that was shown before', async () => {
	const {watcher, add} = await begin(2);
	add('a', at(1, 'a1'), at(5, 'a5'), gap, at(9, 'a9'));
	add('b', at(2, 'b2'), at(7, 'b7'));
	await watcher.pass(200);
	expect(watcher.log).toEqual(['a1', 'b2', 'a5', '-- gap --', 'b7', 'a9']);
	add('b', at(8, 'b8'), at(20, 'b20'));
	add('a', gap);
	await watcher.pass(200);
	expect(watcher.log.slice(6)).toEqual(['b8', '-- gap --', 'b20']);
});

test('what is held back for another target is dropped', async () => {
	const {watcher, life, add} = await begin(2);
	add('a', at(1, 'a1'));
	life.abort();
	await watcher.pass(200);
	expect(watcher.log).toEqual([]);
});
