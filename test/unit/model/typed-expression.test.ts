import {expect, test} from 'vitest';
import {LinearExpression} from '../../../source/model/expression/linear-expression.ts';
import {typedExpression, withFlags} from '../../../source/model/typed-expression.ts';

test.each([
	...[
		'(a+)+$',
		'(a*)*',
		'(a|b+)+',
		'((ab)*c)+?',
		'(?:(?<word>\\w+)\\s?)*$',
		'((a+)?)+',
		'(a{2,})+',
	],
	...['(a{1,3}){2,}', '(a+){1,50}', '(\\w+\\.)+com', '[)](a+)+', '(a|a)+$', '(foo|foobar)*'],
	...['(\\w|\\d)+', '(?:a|(?:b|b))+', '.*error.*', '^\\s*at (.*)$', 'a+b+', '[^]+', '(\\.|\\.)+'],
	...['\\d+ms', '({"level"})+', '"status":\\s*5\\d\\d', 'x{0,40}x{0,40}'],
])('%s may fit in many ways, and is looked for in all of them at once', source => {
	const expression = typedExpression(source, 'gi');
	expect(expression).toBeInstanceOf(LinearExpression);
	expect([expression.source, expression.flags]).toEqual([source, 'gi']);
});

test.each([
	...['timeout|refused', '(GET|POST) /x', 'https?:', '(\\d{1,3}\\.){3}', '[0-9a-f]{40}', 'a\\+b'],
	...['(a|a)', 'error(?!s)', '(?<=: )\\d', '(\\w)\\1', '\\(a\\)', '[(+*]x', ''],
])('%s fits in few, and is left to the language', source => {
	expect(typedExpression(source, 'gi')).toEqual(new RegExp(source, 'gi'));
});

test.each([
	['(a', 'Invalid regular expression'],
	['error(?!.*known)', 'repeats beside'],
	['^x (?=(a+)+)', 'repeats beside'],
	['(?<!a*)b', 'repeats beside'],
	['(\\w)\\1+', 'repeats beside'],
	['(?<a>a)(b\\k<a>)*', 'a way that may take for ever'],
	['(?i:a*)*', 'a way that may take for ever'],
	['(a{1,500}){500}', 'more than 400 parts'],
	['((x{1000}|y){1000}){1000}', 'more than 400 parts'],
])('%s is not used: %s', (source, reason) => {
	expect(() => typedExpression(source, 'i')).toThrow(reason);
});

test('with other flags it is what it was', () => {
	const found = typedExpression('a.*b', 'gi');
	const once = withFlags(found, 'i');
	expect(once).toBeInstanceOf(LinearExpression);
	expect([once.test('xAxB'), once.test('xAxB'), once.lastIndex]).toEqual([true, true, 0]);
	expect(withFlags(/a/gi, 'i')).toEqual(/a/i);
});
