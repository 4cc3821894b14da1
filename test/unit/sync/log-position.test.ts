import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {stampToSince} from '../../../source/engine/stamp.ts';
import type {LogLine} from '../../../source/model/log-line.ts';
import {LogPosition, type Moment} from '../../../source/sync/log-position.ts';
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

describe('after the clock was put back', () => {
	const hour = 3_600_000;
	const at = (millis: number): LogLine => aLine(`at ${millis}`, startMillis + millis);
	const since = (millis: number): string =>
		stampToSince(new Date(startMillis + millis).toISOString()).replace(/000000$/, '999999');

	/** What Docker 20.10 sends: nothing that is older, wherever it stands. */
	const sent = (log: readonly LogLine[], position: LogPosition, now?: Moment) => {
		const from = position.resume(now) ?? '';
		return log.filter(line => sinceOf(line) >= from);
	};

	test('goes on where it was, not where the clock has been', () => {
		const log = [at(0), at(500), at(1000), at(-hour), at(300 - hour), at(900 - hour)];
		const position = new LogPosition();
		position.take(log.slice(0, 5));
		const again = sent(log, position);
		expect(texts(again)).toEqual(texts(log.filter(line => line !== log[3])));
		expect(texts(position.take(again))).toEqual([`at ${900 - hour}`]);
	});

	test('of what was read before that nothing is shown again, however it comes', () => {
		const old = Array.from({length: 3000}, (_, index) => at(index * 10));
		const position = new LogPosition();
		position.take([...old, at(-hour), at(400 - hour)]);
		position.resume();
		for (const line of old.slice(1000)) expect(position.take([line])).toEqual([]);
		const end = [at(-hour), at(400 - hour), at(450 - hour), at(-2 * hour)];
		expect(texts(position.take(end))).toEqual(texts(end.slice(2)));
	});

	test('while nothing was read, it asks for what was written since', () => {
		const log = [at(0), at(500), at(1000), at(2000 - hour), at(9000 - hour)];
		const position = new LogPosition();
		position.take(log.slice(0, 3), 70_000);
		const now = {engineMillis: startMillis + 10_000 - hour, steadyMillis: 79_000};
		expect(texts(position.take(sent(log, position, now)))).toEqual(texts(log.slice(3)));
	});

	test('while nothing was read, and the clock has caught up since', () => {
		const log = [at(0), at(20_000), at(11_000), at(14_000), at(35_000)];
		const position = new LogPosition();
		position.take(log.slice(0, 2), 70_000);
		const now = {engineMillis: startMillis + 40_000, steadyMillis: 100_000};
		expect(texts(position.take(sent(log, position, now)))).toEqual(texts(log.slice(2)));
	});

	test('a clock that goes on is asked for no more than the end', () => {
		const position = new LogPosition();
		position.take([at(0), at(500)], 70_000);
		const now = {engineMillis: startMillis + 9500, steadyMillis: 79_000};
		expect(position.resume(now)).toBe(since(399));
	});

	test('what may be old is held until it is known, and is behind a gap where the last line is gone', () => {
		const position = new LogPosition();
		position.take([at(0), at(1000), at(-hour)]);
		position.resume();
		expect(position.heldLines).toBe(0);
		expect(position.take([at(200 - hour), at(300 - hour)])).toEqual([]);
		expect(position.heldLines).toBe(2);
		const settled = ['lines of 0.2s skipped', `at ${200 - hour}`, `at ${300 - hour}`];
		expect(texts(position.settle())).toEqual(settled);
		expect(position.heldLines).toBeUndefined();
		expect(texts(position.take([at(400 - hour)]))).toEqual([`at ${400 - hour}`]);
	});

	test('what is later than all that was read is new, and so is what came before it', () => {
		const position = new LogPosition();
		position.take([at(0), at(1000), at(-hour)]);
		position.resume();
		const [held, later] = [at(500 - hour), at(2000)];
		expect(position.take([held])).toEqual([]);
		const told = texts(position.take([later]));
		expect(told).toEqual(['lines of 0.5s skipped', `at ${500 - hour}`, 'at 2000']);
	});

	test('nothing is settled of a log whose clock only goes on, nor twice', () => {
		const position = new LogPosition();
		position.take([at(0)]);
		position.resume();
		expect(position.heldLines).toBeUndefined();
		expect(position.settle()).toEqual([]);
		position.take([at(0), at(-hour)]);
		position.resume();
		expect(position.settle()).toEqual([]);
		expect(texts(position.take([at(10 - hour)]))).toEqual(['lines skipped', `at ${10 - hour}`]);
	});

	test('a long past that comes again does not fill the memory', () => {
		const position = new LogPosition();
		position.take([at(9 * hour), at(0)]);
		position.resume();
		position.take(Array.from({length: 120_000}, (_, index) => at(1 + index)));
		expect(position.heldLines).toBeLessThanOrEqual(50_000);
		expect(texts(position.settle()).at(-1)).toBe('at 120000');
	});

	test('cut anywhere, put back at any time, every line comes exactly once', () => {
		const line = fc.record({
			pauseMillis: fc.oneof(fc.nat(2), fc.nat(2000)),
			backMillis: fc.oneof(
				{weight: 6, arbitrary: fc.constant(0)},
				fc.integer({min: 1000, max: 5000}),
				fc.integer({min: 1000, max: hour}),
			),
			disorderMillis: fc.nat(40),
			text: fc.nat(2),
		});
		const cut = fc.record({written: fc.nat(40), sent: fc.nat(60)});
		const lines = fc.array(line, {minLength: 1, maxLength: 40});
		const cuts = fc.array(cut, {maxLength: 5});
		fc.assert(
			fc.property(lines, cuts, fc.boolean(), (plans, ends, filtersAll) => {
				let steadyMillis = 0;
				let backMillis = 0;
				const log = plans.map(({pauseMillis, disorderMillis, text, ...plan}) => {
					steadyMillis += pauseMillis;
					// Less than that, behind a pause, is the disorder of any log.
					backMillis += plan.backMillis === 0 ? 0 : plan.backMillis + pauseMillis;
					const atMillis = startMillis + steadyMillis - backMillis - disorderMillis;
					return {line: aLine(`line ${text} of ${backMillis}`, atMillis), steadyMillis, backMillis};
				});
				const position = new LogPosition();
				const seen: LogLine[] = [];
				const whole = {written: log.length, sent: Number.POSITIVE_INFINITY};
				const inOrder = ends.toSorted((a, b) => a.written - b.written);
				for (const {written, sent} of [...inOrder, whole]) {
					const there = log.slice(0, written);
					const now = there.at(-1) ?? {steadyMillis: 0, backMillis: 0};
					const engineMillis = startMillis + now.steadyMillis - now.backMillis;
					const from = position.resume({engineMillis, steadyMillis: now.steadyMillis}) ?? '';
					const first = there.findIndex(({line}) => sinceOf(line) >= from);
					const isSent = (line: LogLine, index: number): boolean =>
						filtersAll ? sinceOf(line) >= from : first >= 0 && index >= first;
					// Behind what this engine leaves out nobody knows of a clock that is put back before it was read.
					const most = filtersAll ? Number.POSITIVE_INFINITY : sent;
					const answer = there
						.map(({line}) => line)
						.filter(isSent)
						.slice(0, most);
					for (const line of answer) seen.push(...position.take([line], now.steadyMillis));
				}
				expect(texts(seen)).toEqual(texts(log.map(({line}) => line)));
			}),
			{numRuns: 500},
		);
	});
});
