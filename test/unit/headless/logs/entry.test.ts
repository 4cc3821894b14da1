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
	return [...lines.flatMap(line => maker.push({source, line})), ...maker.end()].map(entry =>
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
	const texts = pushed.flat().map(entry => entry.line.kind === 'line' && entry.line.text);
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
	expect(printed.map(({level}) => level)).toEqual([book.entries.at(0)?.level]);
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
	expect(printed.map(({more}) => more.length)).toEqual(
		printed.map((_, index) => book.entries.at(index)?.more.length),
	);
	expect(printed.length).toBe(book.size);
});
