import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createLastLines} from '../../../source/engine/last-lines.ts';
import type {LogLine, LogStream} from '../../../source/model/log-line.ts';

const line = (second: number, text: string, stream: LogStream = 'stdout'): LogLine => ({
	kind: 'line',
	stream,
	text,
	stamp: `2026-11-22T10:11:${String(second).padStart(2, '0')}.000000000Z`,
});

test('without a line there is no place to go on from, and everything is unseen', () => {
	const last = createLastLines();
	expect(last.stamp()).toBeUndefined();
	expect(last.unseen([line(1, 'a')])).toEqual([line(1, 'a')]);
});

test('what was seen at the newest stamp is not seen again, however often it was there', () => {
	const last = createLastLines();
	last.note([line(1, 'a'), line(2, 'b'), line(2, 'b'), line(2, 'b', 'stderr')]);
	const again = [line(2, 'b'), line(2, 'b', 'stderr'), line(2, 'b'), line(2, 'b'), line(3, 'c')];
	expect(last.unseen(again)).toEqual([line(2, 'b'), line(3, 'c')]);
});

test('gaps and lines without a stamp are no place to go on from', () => {
	const last = createLastLines();
	const gap: LogLine = {kind: 'gap', reason: 'lost'};
	last.note([line(1, 'a'), gap, {kind: 'line', stream: 'stdout', text: 'bare'}]);
	expect(last.stamp()).toBe('2026-11-22T10:11:01.000000000Z');
	expect(last.unseen([gap, {kind: 'line', stream: 'stdout', text: 'bare'}])).toEqual([]);
});

test('a log cut anywhere and read again from there is the log', () => {
	const entry = fc.tuple(fc.constantFrom(0, 0, 1), fc.constantFrom('a', 'b'));
	fc.assert(
		fc.property(fc.array(entry), fc.nat(), (entries, cutSeed) => {
			let second = 0;
			const log = entries.map(([step, text]) => {
				second = Math.min(59, second + step);
				return line(second, text);
			});
			const cut = log.length === 0 ? 0 : cutSeed % (log.length + 1);
			const last = createLastLines();
			last.note(log.slice(0, cut));
			const stamp = last.stamp() ?? '';
			const again = log.filter(item => item.kind === 'line' && (item.stamp ?? '') >= stamp);
			const texts = (lines: readonly LogLine[]) =>
				lines.map(item => item.kind === 'line' && `${item.stamp} ${item.text}`).sort();
			expect(texts([...log.slice(0, cut), ...last.unseen(again)])).toEqual(texts(log));
		}),
	);
});

test('tens of thousands of lines of one instant, as an engine of whole seconds has them, are told at once', () => {
	const last = createLastLines();
	const lines = Array.from({length: 60_000}, (_, index) => line(1, `line ${index}`));
	last.note(lines);
	expect(last.unseen(lines.toReversed())).toEqual([]);
	expect(last.unseen([...lines, line(1, 'new')])).toEqual([line(1, 'new')]);
});

test('what is followed from there comes bit by bit, each line once, and gaps with it', () => {
	const last = createLastLines();
	last.note([line(1, 'a'), line(2, 'b'), line(2, 'b')]);
	const behind = last.behind();
	const gap: LogLine = {kind: 'gap', reason: 'lost'};
	expect(behind([line(1, 'a'), line(2, 'b')])).toEqual([]);
	expect(behind([line(2, 'b'), gap, line(2, 'b')])).toEqual([gap, line(2, 'b')]);
	expect(behind([line(2, 'b'), line(3, 'c')])).toEqual([line(2, 'b'), line(3, 'c')]);
});

test('of a second that has more lines than were read, those before them are not new', () => {
	const last = createLastLines();
	last.note([line(1, 'third'), line(1, 'fourth')]);
	const all = ['first', 'second', 'third', 'fourth', 'fifth'].map(text => line(1, text));
	expect(last.behind()(all)).toEqual([line(1, 'fifth')]);
});

test('of a log that was empty all is new', () => {
	expect(createLastLines().behind()([line(1, 'a')])).toEqual([line(1, 'a')]);
});
