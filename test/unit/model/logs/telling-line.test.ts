import {expect, test} from 'vitest';
import {findTellingLine} from '../../../../source/model/logs/telling-line.ts';

const told = (text: string): string | undefined => {
	const lines = text.split('\n');
	const index = findTellingLine(lines);
	return index === undefined ? undefined : lines[index];
};

const traceback = 'Traceback (most recent call last):\n  File "a.py", line 1, in a\n    b()\n';
const chain = '\n\nDuring handling of the above exception, another exception occurred:\n\n';

test.each([
	['a traceback', `ERROR x\n${traceback}KeyError: 7`, 'KeyError: 7'],
	['one with a note', `${traceback}KeyError: 7\nnote: more\nand more`, 'KeyError: 7'],
	['a chain', `${traceback}KeyError: 7${chain}${traceback}ValueError: x`, 'ValueError: x'],
	[
		'a group',
		'  + Exception Group Traceback (most recent call last):\n  |   File "a.py", line 1\n  | ExceptionGroup: two (2 sub-exceptions)\n  +-+---------------- 1 ----------------\n    | KeyError: 7',
		'  | ExceptionGroup: two (2 sub-exceptions)',
	],
	['Java', 'ERROR x\na.b.C: x\n\tat a.b\nCaused by: a.D: y\n\tat a.d', 'Caused by: a.D: y'],
	['Java without a cause', 'ERROR x\na.b.C: x\n\tat a.b', 'a.b.C: x'],
	['java.util.logging', 'Nov 26, 2026 10:45:32 AM a.B c\nSEVERE: order 1', 'SEVERE: order 1'],
	['Node', '/app/a.js:1\nfail()\n^\n\nTypeError: x\n    at a', 'TypeError: x'],
	['Rust', "thread 'main' panicked at a.rs:1:2:\nno such order", 'no such order'],
])('of %s', (_, text, line) => {
	expect(told(text)).toBe(line);
});

test.each([
	['a single line', 'ERROR x'],
	['more of a message', 'ERROR x\n  and more'],
	['a panic of Go', 'panic: x\n\ngoroutine 1 [running]:\nmain.main()'],
	['an unfinished traceback', traceback.trimEnd()],
	['nothing', ''],
])('the first line says it of %s', (_, text) => {
	expect(told(text)).toBeUndefined();
});
