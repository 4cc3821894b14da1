import {expect, test} from 'vitest';
import {typedExpression} from '../../../source/model/typed-expression.ts';

test.each([
	'(a+)+$',
	'(a*)*',
	'(a|b+)+',
	'((ab)*c)+?',
	'(?:(?<word>\\w+)\\s?)*$',
	'((a+)?)+',
	'(a{2,})+',
	'(a{1,3}){2,}',
	'(a+){1,500}',
	'(\\w+\\.)+com',
	'(a)(b\\1)+',
	'(?<a>a)(b\\k<a>)*',
	'^x (?=(a+)+)',
	'[)](a+)+',
])('%s repeats a repetition', source => {
	expect(() => new RegExp(source)).not.toThrow();
	expect(() => typedExpression(source, '')).toThrow('repeats a repetition');
});

test.each([
	'(GET|POST) /x',
	'\\d+(\\.\\d+)?',
	'(foo|bar)+',
	'([a-z]+-)?id',
	'^\\s*at (.*)$',
	'(\\d{1,3}\\.){3}\\d{1,3}',
	'([0-9a-f]{2}:){5}',
	'([0-9a-f]{4}-)+',
	'(\\w)\\1+',
	'(a+)b+',
	'(a+) +',
	'\\(a+\\)+',
	'([(+*]x)+',
	'(\\+\\*)+',
	'({"level"})+',
	'timeout|refused',
	'.*error.*',
	'[^]+',
	'"status":\\s*5\\d\\d',
])('%s does not', source => {
	expect(typedExpression(source, 'gi')).toEqual(new RegExp(source, 'gi'));
});
