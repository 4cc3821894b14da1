import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {LogLine} from '../../../source/model/log-line.ts';
import {LogPosition} from '../../../source/sync/log-position.ts';
import {aLine, startMillis} from '../../helpers/builders.ts';

const texts = (lines: readonly LogLine[]): readonly string[] =>
	lines.map(line => (line.kind === 'line' ? line.text : line.reason));

const second = Math.floor(startMillis / 1000);

test('a log that was never read is read from its beginning', () => {
	expect(new LogPosition().resume()).toBeUndefined();
});

test('goes on at the last nanosecond', () => {
	const position = new LogPosition();
	position.take([aLine('one', startMillis), aLine('two', startMillis + 5, 42)]);
	expect(position.resume()).toBe(`${second}.005000042`);
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

test('cut anywhere and resumed, every line comes exactly once', () => {
	// Few instants, so that many lines share one.
	const instants = fc.array(fc.nat(6), {minLength: 1, maxLength: 30});
	const cuts = fc.array(fc.nat(30), {maxLength: 5});
	fc.assert(
		fc.property(instants, cuts, (offsets, ends) => {
			const nanos = offsets.toSorted((a, b) => a - b);
			const log = nanos.map((offset, index) => aLine(`line ${index}`, startMillis, offset));
			const position = new LogPosition();
			const seen: LogLine[] = [];
			for (const end of [...ends, log.length].toSorted((a, b) => a - b)) {
				const since = Number(position.resume()?.split('.')[1] ?? 0);
				// What an engine sends: everything at or after that instant, until it is cut off.
				const sent = log.slice(0, end).filter((_, index) => (nanos[index] ?? 0) >= since);
				for (const line of sent) seen.push(...position.take([line]));
			}
			expect(texts(seen)).toEqual(texts(log));
		}),
	);
});
