import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createGrouper, tellingLine} from '../../../../source/model/logs/grouper.ts';
import {plainText} from '../../../../source/model/logs/plain-text.ts';
import {hostileText} from '../../../helpers/any-text.ts';

type Stamped = readonly [atMillis: number | undefined, text: string];

const entriesOf = (lines: readonly Stamped[]): readonly (readonly string[])[] => {
	const grouper = createGrouper();
	const entries: string[][] = [];
	for (const [atMillis, text] of lines) {
		if (grouper.continues(text, atMillis)) entries.at(-1)?.push(text);
		else entries.push([text]);
	}
	return entries;
};

/** Entries of lines that were written at once. */
const entries = (text: string): readonly string[] =>
	entriesOf(text.split('\n').map((line): Stamped => [0, line])).map(lines => lines.join('\n'));

const output = new URL('../../../fixtures/logs/output/', import.meta.url);

/** What a real program wrote, with the stamps it got. */
const recorded = (name: string): readonly Stamped[] =>
	readFileSync(new URL(`${name}.txt`, output), 'utf8')
		.split('\n')
		.slice(0, -1)
		.map(row => {
			const tab = row.indexOf('\t');
			return [Number(row.slice(0, tab)), plainText(row.slice(tab + 1))];
		});

/** The lines that say what went wrong in the entries of more than one line. */
const toldBy = (name: string, isStamped = true): readonly string[] =>
	entriesOf(recorded(name).map(([at, text]): Stamped => [isStamped ? at : undefined, text]))
		.filter(lines => lines.some(line => isTraceback.test(line)))
		.map(lines => lines[tellingLine(lines) ?? 0] ?? '');

const isTraceback =
	/Traceback \(most recent call last\)|^\s+at |^goroutine |panicked at|^Stack trace:/;

describe.each([true, false])('each traceback is one entry, stamps known: %s', isStamped => {
	test.each([
		[
			'flask-gunicorn',
			["KeyError: '7'", "KeyError: '8'", 'web.OrderFailed: no such order'],
			['ZeroDivisionError: division by zero', 'ValueError: the price is negative'],
		],
		['flask-development', ["KeyError: '7'", 'web.OrderFailed: no such order']],
		['gunicorn', ['RuntimeError: nobody caught this', 'RuntimeError: nobody caught this']],
		[
			'uvicorn',
			['RuntimeError: the stock is unknown'],
			['  | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)'],
			['RuntimeError: the stock is unknown'],
		],
		[
			'celery',
			['ValueError: order 8812 cannot be charged', 'ValueError: order 8812 cannot be charged'],
			['ConnectionRefusedError: [Errno 111] Connection refused'],
		],
		['python-thread', ['ValueError: it failed', 'ValueError: it failed']],
		['python-logged', ['ValueError: order 1', 'ValueError: order 2']],
		['python-printed', ['ValueError: order 1', 'ValueError: order 2']],
		['python-recursion', ['RecursionError: maximum recursion depth exceeded']],
		['python-thrice', ['RuntimeError: third']],
		['python-noted', ['ValueError: the price is negative']],
		['python-syntax', ["SyntaxError: '(' was never closed"]],
		['python-group', ['  | ExceptionGroup: several orders failed (2 sub-exceptions)']],
		['python-loop', ['ValueError: nobody awaited me', 'ValueError: in a callback']],
		['python-child', ['ValueError: it failed']],
		['python-pool', ['ValueError: in the pool']],
		['python-badly-logged', ['TypeError: %d format: a real number is required, not str']],
		['python-ignored', ['ValueError: while it was destroyed']],
		['python-warned', ['ValueError: it failed']],
		['python-empty', ['KeyboardInterrupt']],
		['loguru', ['ValueError: order 1 failed', 'ValueError: order 2 failed']],
		['structlog', ['ValueError: order 1 failed', 'ValueError: order 2 failed']],
		['rich', ['ValueError: order 1 failed']],
		['node-throw', ['TypeError: nobody caught me']],
		['node-reject', ['Error: nobody awaited me']],
		['node-logged', ['order failed TypeError: one', 'order failed TypeError: two']],
		['java', ['Caused by: java.lang.IllegalArgumentException: no such order']],
		[
			'java-logging',
			['Caused by: java.lang.IllegalArgumentException: no such order'],
			['Caused by: java.lang.IllegalArgumentException: no such order'],
		],
		['go-panic', ['panic: runtime error: index out of range [2] with length 0']],
		[
			'rust',
			['index out of bounds: the len is 0 but the index is 3'],
			['assertion `left == right` failed: sums of the cart'],
		],
		[
			'rust-backtrace',
			['index out of bounds: the len is 0 but the index is 3'],
			['assertion `left == right` failed: sums of the cart'],
		],
	])('%s', (name, ...told) => {
		expect(toldBy(name, isStamped)).toEqual(told.flat());
	});
});

test('what is not a traceback stays a line of its own in all that was recorded', () => {
	const heads = /^(?:\[?\d{4}[-/]\d\d[-/]\d\d[ T]|INFO: {5}|127\.0\.0\.1)/;
	for (const file of readdirSync(output)) {
		if (file.startsWith('postgres')) continue;
		for (const lines of entriesOf(recorded(file.slice(0, -4)))) {
			expect(lines.slice(1).filter(line => heads.test(line))).toEqual([]);
		}
	}
});

test('the details of PostgreSQL and its statements over several lines', () => {
	const sizes = entriesOf(recorded('postgres')).map(lines => lines.length);
	expect(sizes.filter(size => size > 1)).toEqual([3, 3, 5, 2, 2, 4]);
	expect(sizes.length).toBe(20);
});

describe('what goes on with the entry before', () => {
	test.each([
		['indented lines', 'INFO started\n  on 0.0.0.0\n\ton [::]'],
		['an object over several lines', '{\n  "a": [\n    1\n  ]\n}'],
		['an object after a message', 'order failed {\n  id: 7\n}'],
		['the frames of Ruby', "ERROR x\n/app/a.rb:3:in `load'\n/app/a.rb:7:in `main'"],
		['a trace of PHP', 'PHP Fatal error:  Uncaught x\nStack trace:\n#0 {main}\n  thrown in a.php'],
		[
			'a trace of .NET',
			'fail: Shop[0]\n      x\n      System.Exception: x\n         at Shop.Charge()',
		],
		[
			'a deadlock of Go',
			'fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\nmain.main()\n\t/app/a.go:7 +0x1d\nexit status 2',
		],
		[
			'a statement of SQLAlchemy',
			'ERROR x\nTraceback (most recent call last):\n  File "a.py", line 1\na.IntegrityError: x\nDETAIL:  y\n\n[SQL: SELECT 1]\n(Background on this error at: https://sqlalche.me/e/20/gkpj)',
		],
	])('%s', (_, text) => {
		expect(entries(text)).toEqual([text]);
	});
});

describe('what does not', () => {
	const traceback = 'Traceback (most recent call last):\n  File "a.py", line 1, in a\nKeyError: 7';

	test.each([
		['a traceback after a harmless line', ['INFO started', traceback]],
		['two tracebacks', [traceback, traceback]],
		['tracebacks of two requests', [`ERROR a\n${traceback}`, `ERROR b\n${traceback}`]],
		['a line of the log after a traceback', [traceback, 'INFO:root:after']],
		['indented lines that are entries', [' INFO a', ' WARN b']],
		[
			'a traceback that was cut off',
			['Traceback (most recent call last):\n  File "a.py"', '2026-11-26 started'],
		],
		['details of another process', ['[1] ERROR:  x', '[2] DETAIL:  y']],
		['a closing bracket that nothing opened', ['a', '}']],
	])('%s', (_, expected) => {
		expect(entries(expected.join('\n'))).toEqual(expected);
	});

	test('indented lines after a pause, except within a traceback', () => {
		expect(
			entriesOf([
				[0, 'started'],
				[1999, '  a'],
				[4000, '  b'],
			]),
		).toHaveLength(2);
		const [head = '', frame = '', exception = ''] = traceback.split('\n');
		const slow = entriesOf([
			[0, head],
			[60_000, frame],
			[120_000, exception],
			[123_000, '  x'],
		]);
		expect(slow).toEqual([[head, frame, exception], ['  x']]);
	});

	test('a sentence that came later than the exception', () => {
		const lines = traceback.split('\n').map((text): Stamped => [0, text]);
		expect(entriesOf([...lines, [3, 'more of the message'], [50, 'retrying']])).toHaveLength(2);
	});

	test('indented lines without end', () => {
		const lines = Array.from({length: 2500}, (): Stamped => [0, '  a']);
		expect(entriesOf([[0, 'a'], ...lines]).map(group => group.length)).toEqual([1000, 1000, 501]);
	});
});

describe('any text', () => {
	const begin = fc.constantFrom(
		...[
			'',
			' ',
			'Traceback (most recent call last):',
			'}',
			'panic: ',
			'{',
			'/',
			'a.b.C',
			'[',
			'STATEMENT:  ',
		],
	);
	const line = fc.tuple(begin, hostileText).map(([start, rest]) => start + rest);

	test('is grouped alike each time, and an entry is told by one of its lines', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.option(fc.nat(), {nil: undefined}), line)), lines => {
				const first = entriesOf(lines);
				expect(entriesOf(lines)).toEqual(first);
				for (const group of first) {
					const index = tellingLine(group);
					if (index !== undefined) expect(index).toBeLessThan(group.length);
				}
			}),
		);
	});

	test('of 64 KB a line is grouped by its beginning and its end', () => {
		const piece = fc.string({minLength: 1, maxLength: 6});
		fc.assert(
			fc.property(fc.array(fc.tuple(begin, piece), {maxLength: 6}), pieces => {
				const long = (times: number): readonly Stamped[] =>
					pieces.map(([start, text]): Stamped => [0, start + text.repeat(times)]);
				const sizes = (lines: readonly Stamped[]): readonly number[] =>
					entriesOf(lines).map(group => group.length);
				expect(sizes(long(11_000))).toEqual(sizes(long(6000)));
			}),
		);
	});
});
