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
	'(a|a)+$',
	'(foo|foobar)*',
	'(A|ab)+',
	'(\\w|\\d)+',
	'(x?|y)+',
	'(?:a|(?:b|b))+',
	'(\\.|\\.)+',
])('%s repeats what fits in several ways', source => {
	expect(() => new RegExp(source)).not.toThrow();
	expect(() => typedExpression(source, '')).toThrow('repeats what fits in several ways');
});

test.each([
	'(GET|POST) /x',
	'\\d+(\\.\\d+)?',
	'(foo|bar)+',
	'(?:GET|POST|\\.|x)+',
	'(a|a)',
	'error|err|e+',
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
