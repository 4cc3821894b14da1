import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {stampToSince} from '../../../source/engine/stamp.ts';
import type {LogLine} from '../../../source/model/log-line.ts';
import {LogPosition} from '../../../source/sync/log-position.ts';
import {aLine, startMillis} from '../../helpers/builders.ts';

const texts = (lines: readonly LogLine[]): readonly string[] =>
	lines.map(line => (line.kind === 'line' ? line.text : line.reason));

const sinceOf = (line: LogLine): string =>
	stampToSince(line.kind === 'line' ? (line.stamp ?? '') : '');

const second = Math.floor(startMillis / 1000);

test('a log that was never read is read from its beginning', () => {
	expect(new LogPosition().resume()).toBeUndefined();
});

test('goes on a moment before the last line, just before it for engines that leave out the very instant', () => {
	const position = new LogPosition();
	position.take([aLine('one', startMillis), aLine('two', startMillis + 500, 42)]);
	expect(position.resume()).toBe(`${second}.399999999`);
});

test('lines without a time stamp, and gaps, do not move it', () => {
	const position = new LogPosition();
	const lines: readonly LogLine[] = [
		{kind: 'line', stream: 'stdout', text: 'no stamp'},
		{kind: 'gap', reason: '12 bytes are missing', atMillis: startMillis},
	];
	expect(position.take(lines)).toEqual(lines);
	expect(position.resume()).toBeUndefined();
});

test('different lines of one instant are all kept', () => {
	const position = new LogPosition();
	const lines = [aLine('a', startMillis), aLine('a', startMillis), aLine('b', startMillis)];
	expect(texts(position.take(lines))).toEqual(['a', 'a', 'b']);
});

test('of one instant both streams may come in another order the second time', () => {
	const position = new LogPosition();
	const out = aLine('a', startMillis, 7);
	const err: LogLine = {...out, kind: 'line', stream: 'stderr', text: 'b'};
	position.take([out]);
	position.resume();
	expect(texts(position.take([err, out]))).toEqual(['b']);
	position.resume();
	expect(position.take([out, err])).toEqual([]);
});

test('a line whose stamp is a little older than that of the one before it is neither lost nor doubled', () => {
	const log = [10, 30, 20, 40, 35].map(at => aLine(`at ${at}`, startMillis + at));
	for (let cut = 1; cut < log.length; cut++) {
		const position = new LogPosition();
		const seen = [...position.take(log.slice(0, cut))];
		const since = position.resume() ?? '';
		seen.push(...position.take(log.filter(line => sinceOf(line) >= since)));
		expect(texts(seen)).toEqual(texts(log));
	}
});

test('of a long log only the end is remembered', () => {
	const position = new LogPosition();
	const log = Array.from({length: 5000}, (_, index) => aLine(`${index}`, startMillis + index));
	position.take(log);
	const since = position.resume() ?? '';
	const again = log.filter(line => sinceOf(line) >= since);
	expect(again).toHaveLength(101);
	expect(position.take([...again, aLine('new', startMillis + 6000)])).toHaveLength(1);
});

test('cut anywhere and resumed, every line comes exactly once', () => {
	// Few instants, so that many lines share one.
	const instants = fc.array(fc.nat(6), {minLength: 1, maxLength: 30});
	const cuts = fc.array(fc.nat(30), {maxLength: 5});
	fc.assert(
		fc.property(instants, cuts, (offsets, ends) => {
			const nanos = offsets.toSorted((a, b) => a - b);
			const log = nanos.map((offset, index) => aLine(`line ${index % 3}`, startMillis, offset));
			const position = new LogPosition();
			const seen: LogLine[] = [];
			for (const end of [...ends, log.length].toSorted((a, b) => a - b)) {
				const since = position.resume() ?? '';
				// What an engine sends: everything at or after that instant, until it is cut off.
				const sent = log.slice(0, end).filter(line => sinceOf(line) >= since);
				for (const line of sent) seen.push(...position.take([line]));
			}
			expect(texts(seen)).toEqual(texts(log));
		}),
	);
});

describe('lines that are missing where the log is resumed', () => {
	const at = (millis: number): LogLine => aLine(`at ${millis}`, startMillis + millis);
	const resumed = (): LogPosition => {
		const position = new LogPosition();
		position.take([at(0), at(5)]);
		position.resume();
		return position;
	};

	test('leave a sign, once', () => {
		const position = resumed();
		expect(texts(position.take([at(8), at(9)]))).toEqual(['lines skipped', 'at 8', 'at 9']);
		expect(texts(position.take([at(10)]))).toEqual(['at 10']);
	});

	test('are told by the time that they were written in', () => {
		expect(texts(resumed().take([at(7205)]))).toEqual(['lines of 7.2s skipped', 'at 7205']);
		expect(texts(resumed().take([at(300_005)]))[0]).toBe('lines of 5m skipped');
	});

	test('leave none where the line that was read last comes again', () => {
		expect(texts(resumed().take([at(5), at(8)]))).toEqual(['at 8']);
	});

	test('are not those that were read before the last one', () => {
		expect(texts(resumed().take([at(0), at(5), at(8)]))).toEqual(['at 8']);
	});

	test('can be seen before they are told', () => {
		const position = resumed();
		expect(position.misses([at(0)])).toBe(false);
		expect(position.misses([at(8)])).toBe(true);
		expect(texts(position.take([at(5)]))).toEqual([]);
		expect(position.misses([at(8)])).toBe(false);
	});

	test('are none of a log that was never read', () => {
		const position = new LogPosition();
		position.resume();
		expect(texts(position.take([at(8)]))).toEqual(['at 8']);
	});
});

test('of an engine whose stamps never change not all lines are kept', () => {
	const position = new LogPosition();
	const lines = Array.from({length: 150_000}, (_, index) => aLine(`line ${index}`, startMillis));
	expect(position.take(lines)).toHaveLength(lines.length);
	position.resume();
	// What came last is known again, what came first is not.
	expect(texts(position.take(lines.slice(-1000)))).toEqual([]);
	expect(texts(position.take(lines.slice(0, 10)))).toHaveLength(10);
});
