import {expect, test} from 'vitest';
import type {LogLine} from '../../../source/model/log-line.ts';
import {Deaths} from '../../../source/sync/deaths.ts';
import {LogMerger} from '../../../source/sync/log-merger.ts';
import {aLine, sourceOf, startMillis} from '../../helpers/builders.ts';
import {Watcher} from '../../helpers/watcher.ts';

/** With sources a, b... of which all are open unless told otherwise. */
const begin = async (sources: number, areOpen = true) => {
	const watcher = await Watcher.begin([]);
	const {user, clock, engine} = watcher;
	const life = new AbortController();
	const {store, history, logs, viewport} = user;
	const context = {
		...{engine, store, history, logs, viewport, clock},
		hostSampler: async function* () {},
		deaths: new Deaths(),
		intervalMillis: 1000,
		signal: life.signal,
	};
	const names = ['a', 'b', 'c'].slice(0, sources);
	const merger = new LogMerger(context);
	for (const name of names) merger.join(sourceOf(name));
	const open = (name: string): void => merger.opened(sourceOf(name));
	if (areOpen) for (const name of names) open(name);
	const add = (name: string, ...lines: readonly LogLine[]): void =>
		merger.add(sourceOf(name), lines);
	return {watcher, life, add, open, merger};
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

test('nothing is shown before all are open, however long an engine takes for that', async () => {
	const {watcher, add, open} = await begin(3, false);
	open('a');
	add('a', at(5, 'a5'));
	await watcher.pass(900);
	open('b');
	add('b', at(3, 'b3'));
	await watcher.pass(900);
	expect(watcher.log).toEqual([]);
	open('c');
	await watcher.pass(150);
	add('c', at(4, 'c4'));
	await watcher.pass(50);
	expect(watcher.log).toEqual(['b3', 'c4', 'a5']);
	add('b', at(9, 'b9'));
	await watcher.pass(200);
	expect(watcher.log.at(-1)).toBe('b9');
});

test('one that does not open in time is not waited for any longer', async () => {
	const {watcher, add, open} = await begin(2, false);
	const {sleepers} = watcher.clock;
	open('a');
	add('a', at(5, 'a5'));
	await watcher.pass(2199);
	expect(watcher.log).toEqual([]);
	await watcher.pass(1);
	expect(watcher.log).toEqual(['a5']);
	add('a', at(6, 'a6'));
	await watcher.pass(200);
	expect(watcher.log).toEqual(['a5', 'a6']);
	expect(watcher.clock.sleepers).toBe(sleepers);
});

const later = (lines: number, from: number, step: number): readonly LogLine[] =>
	Array.from({length: lines}, (_, index) => at(from + index * step, `${from + index * step}`));

test('lines of one millisecond are told apart by their nanoseconds', async () => {
	const {watcher, add} = await begin(2);
	add('a', aLine('second', startMillis, 200), aLine('fourth', startMillis, 400));
	add('b', aLine('first', startMillis, 100), aLine('third', startMillis, 300));
	await watcher.pass(200);
	expect(watcher.log).toEqual(['first', 'second', 'third', 'fourth']);
});

test('each line is held back for as long, also one that comes just before others are shown', async () => {
	const {watcher, add} = await begin(2);
	add('a', at(1, 'a1'));
	await watcher.pass(190);
	add('a', at(190, 'a190'));
	await watcher.pass(20);
	expect(watcher.log).toEqual(['a1']);
	add('b', at(180, 'b180'));
	await watcher.pass(200);
	expect(watcher.log).toEqual(['a1', 'b180', 'a190']);
});

test('a flood of one source does not hold up another', async () => {
	const {watcher, add} = await begin(2);
	for (let tick = 0; tick < 40; tick++) {
		add('a', ...later(100, tick * 50, 0.1));
		if (tick === 20) add('b', at(1000, 'b'));
		await watcher.pass(50);
	}
	expect(watcher.user.logs.size).toBeGreaterThan(3500);
	const {logs} = watcher.user;
	const shown = Array.from({length: logs.size}, (_, index) => logs.at(index)?.line.atMillis ?? 0);
	expect(shown).toEqual(shown.toSorted((a, b) => a - b));
	expect(shown).toContain(startMillis + 1000);
});

test('a backlog of 200,000 lines in one piece is merged without harm', async () => {
	const {watcher, merger} = await begin(3);
	for (const [index, name] of ['a', 'b', 'c'].entries())
		merger.add(sourceOf(name), later(70_000, index, 3));
	await watcher.pass(200);
	expect(watcher.log.slice(-3)).toEqual(['209997', '209998', '209999']);
});

test('one that joins later is merged with the others and does not hold them up', async () => {
	const {watcher, add, merger} = await begin(1);
	add('a', at(1, 'a1'));
	expect(watcher.log).toEqual(['a1']);
	merger.join(sourceOf('b'));
	merger.opened(sourceOf('b'));
	add('a', at(5, 'a5'));
	add('b', at(4, 'b4'));
	await watcher.pass(200);
	expect(watcher.log).toEqual(['a1', 'b4', 'a5']);
});

test('a clock that is put back holds nothing back', async () => {
	const {watcher, add} = await begin(2);
	add('a', at(1, 'a1'), at(5, 'a5'));
	watcher.clock.jump(-3_600_000);
	add('b', at(3, 'b3'));
	await watcher.pass(300);
	expect(watcher.log).toEqual(['a1', 'b3', 'a5']);
	add('b', at(7, 'b7'));
	add('a', at(6, 'a6'));
	await watcher.pass(300);
	expect(watcher.log).toEqual(['a1', 'b3', 'a5', 'a6', 'b7']);
});

test('nor does one that is put back while a source opens', async () => {
	const {watcher, add} = await begin(2, false);
	add('a', at(1, 'a1'));
	watcher.clock.jump(-3_600_000);
	await watcher.pass(2500);
	expect(watcher.log).toEqual(['a1']);
	add('a', at(2, 'a2'));
	await watcher.pass(2500);
	expect(watcher.log).toEqual(['a1', 'a2']);
});
