import {expect, test} from 'vitest';
import {
	beginningLevel,
	priorityLevel,
	shapeLevel,
	timeShapeLevel,
} from '../../../../source/model/logs/level-shapes.ts';

test('a priority at the start of the line', () => {
	expect(priorityLevel('<3>cannot bind')).toEqual({level: 'error', at: [1, 2]});
	expect(priorityLevel('<134>Nov 26')).toEqual({level: 'info', at: [1, 4]});
	expect(priorityLevel('<999>x')).toBeUndefined();
	expect(priorityLevel('<b>x</b>')).toBeUndefined();
});

test.each([
	['1:M 26 Nov 2026 10:45:32.123 # WARNING', 'warn', '#'],
	['E1126 10:45:32.123456       1 reflector.go:150] x', 'error', 'E'],
	['I261126 10:45:32.123456 1 server.go:1 x', 'info', 'I'],
	['W/Tag( 812): x', 'warn', 'W'],
	['F, [2026-11-26T10:45:32 #1] FATAL -- : x', 'fatal', 'F'],
	['[W 2026-11-26 10:45:32.123 ServerApp] x', 'warn', 'W'],
	['2026-11-26T10:45:32Z E! [outputs] x', 'error', 'E'],
	['2026-11-26T10:45:32.123Z 0 [System] [MY-010931] x', 'info', 'System'],
])('%s', (text, level, told) => {
	const found = shapeLevel(text) ?? timeShapeLevel(text);
	expect(found?.level).toBe(level);
	expect(found?.at && text.slice(...found.at)).toBe(told);
});

test.each(['E is a letter', 'I am here', '1:M', 'A/B test', '', '2026-11-26 10:45:32 I am here'])(
	'%s has no such shape',
	text => {
		expect(shapeLevel(text) ?? timeShapeLevel(text)).toBeUndefined();
	},
);

test('lines that say what happened', () => {
	expect(beginningLevel('Traceback (most recent call last):')?.level).toBe('error');
	expect(beginningLevel("thread 'main' panicked at src/main.rs:1:2:")?.level).toBe('fatal');
	expect(beginningLevel("thread 'main' started")).toBeUndefined();
	expect(beginningLevel('constructor')).toBeUndefined();
});
