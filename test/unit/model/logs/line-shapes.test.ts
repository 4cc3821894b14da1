import {describe, expect, test} from 'vitest';
import {
	announcesTrace,
	beginsLikeEntry,
	isBoxStart,
	isChain,
	isDetailOf,
	isExceptionLine,
	isFrame,
	isIndentedEntry,
	isJavaException,
	isJulHead,
	isNodeSource,
	isRubyFrame,
	isRustPanic,
} from '../../../../source/model/logs/line-shapes.ts';

describe.each([
	{
		shape: isExceptionLine,
		yes: ['KeyError: 7', 'KeyboardInterrupt', 'a.b.Failed: x', 'f.<locals>.Failed: x', 'E:'],
		no: ['2026-11-26 x', 'it failed: x', 'http://x', '', '[x]'],
	},
	{
		shape: isJavaException,
		yes: ['java.lang.IllegalStateException: x', 'com.shop.Order$Failed'],
		no: ['java.lang', 'IllegalStateException: x', 'java.util.Date is a class'],
	},
	{shape: isFrame, yes: ['\tat a.B.c(B.java:1)', '    at <anonymous>'], no: ['at a', '  atlas']},
	{
		shape: isJulHead,
		yes: ['Nov 26, 2026 10:45:32 AM shop.Crash main'],
		no: ['Nov 26 10:45:32 host', 'Nov 26, 2026 10:45:32 AM started the whole shop'],
	},
	{
		shape: isNodeSource,
		yes: ['/app/index.js:10', 'file:///app/a.mjs:3', 'node:internal/x:1'],
		no: ['/app/index.js', '/a b:1', `/${'x'.repeat(500)}:1`],
	},
	{
		shape: isRustPanic,
		yes: ["thread 'main' panicked at a.rs:1:2:", "thread '<unnamed>' (7) panicked at a.rs:1:2:"],
		no: ["thread 'main' ended"],
	},
	{shape: isRubyFrame, yes: ["/app/a.rb:3:in `load'", "a.rb:3:in 'A#b'"], no: ['3:in']},
	{
		shape: isBoxStart,
		yes: ['╭──── Traceback (most recent call last) ────╮'],
		no: ['╭──── Orders ────╮', 'Traceback (most recent call last):'],
	},
	{
		shape: isChain,
		yes: ['During handling of the above exception, another exception occurred:'],
		no: ['During the night'],
	},
	{
		shape: announcesTrace,
		yes: ['ERROR:root:x', 'Exception in thread Thread-1 (run):', 'Process Worker-1:', 'WARN x'],
		no: ['INFO:root:x', 'started', 'Process started', ''],
	},
	{
		shape: beginsLikeEntry,
		yes: [
			'2026-11-26 x',
			'[INFO] x',
			'{"a":1}',
			'INFO:root:x',
			'Traceback (most recent call last):',
		],
		no: ['second line', '(Background on this error at: x)', '[SQL: SELECT 1]', 'DETAIL:  x'],
	},
	{
		shape: isIndentedEntry,
		yes: [' INFO started', '  2026-11-26 10:45:32 started', '   [ERROR] x'],
		no: ['  File "a.py", line 1', '    raise ERROR', '  error: x', '  | INFO'],
	},
])('$shape.name', ({shape, yes, no}) => {
	test.each(yes)('%s', text => {
		expect(shape(text)).toBe(true);
	});
	test.each(no)('not %s', text => {
		expect(shape(text)).toBe(false);
	});
});

test('a detail of PostgreSQL has the time and the process of its message', () => {
	const head = '2026-11-26 10:45:32.123 UTC [42] ERROR:  it is there';
	expect(isDetailOf(head, '2026-11-26 10:45:32.123 UTC [42] DETAIL:  key 1')).toBe(true);
	expect(isDetailOf(head, '2026-11-26 10:45:32.123 UTC [43] DETAIL:  key 1')).toBe(false);
	expect(isDetailOf(head, '2026-11-26 10:45:32.123 UTC [42] ERROR:  another')).toBe(false);
	expect(isDetailOf('ERROR:  x', 'HINT:  y')).toBe(true);
	expect(isDetailOf('started', 'HINT:  y')).toBe(false);
});
