import {expect, test} from 'vitest';
import {EntryMaker} from '../../../../source/headless/logs/entry.ts';
import type {LogLine, LogStream} from '../../../../source/model/log-line.ts';
import {LogBook} from '../../../../source/store/logs/log-book.ts';
import {logLimits} from '../../../../source/store/logs/log-limits.ts';
import {sourceOf} from '../../../helpers/builders.ts';

const source = sourceOf('api');

const line = (stream: LogStream, text: string, atMillis: number): LogLine => ({
	...{kind: 'line', stream, text, atMillis},
});

/** Texts of the entries, lines of one joined by a bar, in the order in which they are handed out. */
const made = (...lines: readonly LogLine[]): readonly string[] => {
	const maker = new EntryMaker();
	return [...lines.flatMap(line => maker.push({source, line})), ...maker.end()].map(({entry}) =>
		[entry.line, ...entry.more]
			.map(each => (each.kind === 'line' ? each.text : `-- ${each.reason}`))
			.join('|'),
	);
};

test('a traceback is one entry, also with lines of the other stream between', () => {
	expect(
		made(
			line('stderr', 'ERROR:app:failed', 1),
			line('stderr', 'Traceback (most recent call last):', 1),
			line('stdout', 'GET /', 2),
			line('stderr', '  File "a.py", line 1, in <module>', 2),
			line('stderr', 'ValueError: bad', 2),
			line('stdout', 'GET /next', 3),
		),
	).toEqual([
		'ERROR:app:failed|Traceback (most recent call last):|  File "a.py", line 1, in <module>|ValueError: bad',
		'GET /',
		'GET /next',
	]);
});

test('nothing waits for long for an entry that does not go on', () => {
	const maker = new EntryMaker();
	expect(maker.push({source, line: line('stderr', 'one', 0)})).toEqual([]);
	expect(maker.push({source, line: line('stdout', 'two', 200)})).toEqual([]);
	expect(maker.push({source, line: line('stdout', 'three', 400)})).toHaveLength(2);
});

test('several sources come in one order', () => {
	const maker = new EntryMaker();
	const db = sourceOf('db');
	const pushed = [
		maker.push({source, line: line('stdout', 'one', 1)}),
		maker.push({source: db, line: line('stdout', 'two', 2)}),
		maker.push({source: db, line: line('stdout', 'three', 3)}),
		maker.push({source, line: line('stdout', 'four', 4)}),
		maker.end(),
	];
	const texts = pushed.flat().map(({entry}) => entry.line.kind === 'line' && entry.line.text);
	expect(texts).toEqual(['one', 'two', 'three', 'four']);
	expect(pushed.map(({length}) => length)).toEqual([0, 0, 0, 2, 2]);
});

test('a gap ends what is open and stands behind it', () => {
	const gap: LogLine = {kind: 'gap', reason: 'restarted', atMillis: 5};
	expect(made(line('stdout', 'a:', 1), gap, line('stdout', '  b', 6))).toEqual([
		'a:',
		'-- restarted',
		'  b',
	]);
});

const further = (text: string, count: number): readonly string[] => Array(count).fill(text);

test.each([
	[['INFO starting', '    level=error']],
	[['Starting', '    level=info', '    level=error']],
	[['Traceback (most recent call last):', '  File "a.py", line 1, in f', 'ValueError: bad']],
	[['Starting', ...further('    more', 4), '    level=error']],
	[['Starting', ...further('    more', 5), '    level=error']],
])('the level of an entry is that on the screen: %j', texts => {
	const lines = texts.map(text => ({source, line: line('stderr', text, 1)}));
	const maker = new EntryMaker();
	const printed = [...lines.flatMap(each => maker.push(each)), ...maker.end()];
	const book = new LogBook();
	book.append(lines);
	expect(printed.map(({entry}) => entry.level)).toEqual([book.entries.at(0)?.level]);
	expect(book.size).toBe(1);
});

test('an entry that is too long for the screen is cut in the same place', () => {
	const lines = ['Starting', ...further('    more', 3 * logLimits.entryLines)].map(text => ({
		source,
		line: line('stdout', text, 1),
	}));
	const maker = new EntryMaker();
	const printed = [...lines.flatMap(each => maker.push(each)), ...maker.end()];
	const book = new LogBook();
	book.append(lines);
	expect(printed.map(({entry}) => entry.more.length)).toEqual(
		printed.map((_, index) => book.entries.at(index)?.more.length),
	);
	expect(printed.length).toBe(book.size);
});

test('what goes on later is handed out again, as the same entry', () => {
	const maker = new EntryMaker();
	const push = (text: string, atMillis: number) =>
		maker.push({source, line: line('stderr', text, atMillis)});
	push('Traceback (most recent call last):', 0);
	push('  File "a.py", line 1, in f', 10);
	const [first] = maker.end();
	expect(first?.entry.more).toHaveLength(1);
	expect(maker.end()).toEqual([]);
	push('ValueError: bad', 900);
	const [again, ...others] = maker.end();
	expect(again).toBe(first);
	expect(others).toEqual([]);
	expect(again?.entry.more).toHaveLength(2);
});

test('an entry that goes on and on is not kept back for ever, and keeps back nobody', () => {
	const maker = new EntryMaker();
	maker.push({source, line: line('stderr', 'Starting', 0)});
	maker.push({source, line: line('stdout', 'GET /', 1)});
	const handed = Array.from({length: 60}, (_, at) =>
		maker.push({source, line: line('stderr', '    more', (at + 1) * 100)}),
	);
	const begun = handed.findIndex(each => each.length > 0);
	expect((begun + 1) * 100).toBeLessThanOrEqual(2200);
	expect(handed[begun]?.map(({entry}) => entry.line)).toMatchObject([
		{text: 'Starting'},
		{text: 'GET /'},
	]);
	// Each time it is the same entry, with what it has grown by.
	expect(
		new Set(
			handed
				.slice(begun + 1)
				.flat()
				.map(({entry}) => entry),
		).size,
	).toBe(1);
	expect(handed.slice(begun + 1).flat().length).toBeLessThan(5);
});
