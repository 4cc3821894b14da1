import {expect, test} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';

const finds = (typed: string, text: string): boolean =>
	[...text.matchAll(parsePattern(typed).expression ?? /(?!)/g)].length > 0;

test.each([
	['timeout', 'Timeout after 3 s', true],
	['Timeout', 'Timeout after 3 s', true],
	['Timeout', 'timeout after 3 s', false],
	['a.b', 'axb', false],
	['/a.b/', 'AXB', true],
	['/a.b', 'axb', true],
	['/\\S+ED/', 'refused', false],
	['/\\S+ed/', 'REFUSED', true],
	['1/2', 'done 1/2', true],
	['(', 'a (b)', true],
] as const)('%s in "%s"', (typed, text, expected) => {
	expect(finds(typed, text)).toBe(expected);
});

test('nothing typed finds nothing', () => {
	expect(parsePattern('')).toEqual({text: ''});
});

test('an expression that may take for ever is not used', () => {
	expect(parsePattern('/a(?!b*)/')).toEqual({
		text: '/a(?!b*)/',
		problem: 'repeats beside (?=…), (?!…) or \\1, which may take for ever',
	});
	expect(finds('(a+)+$', 'the text (a+)+$ itself')).toBe(true);
});

test('an expression that cannot be read says why', () => {
	expect(parsePattern('/(/')).toMatchObject({text: '/(/', problem: expect.stringContaining('(')});
	expect(parsePattern('/(/').expression).toBeUndefined();
});
