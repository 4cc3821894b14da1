import {expect, test} from 'vitest';
import {parseParts} from '../../../../source/model/expression/parse-parts.ts';

test('letters, classes and escapes stand for one letter each', () => {
	const sources = ['a', '\\x41', '\\u0041', '\\cJ', '\\012', '[^]\\]]', '\\]', '{', '.', '\\-'];
	const whole = parseParts(sources.join(''));
	// `]` behind `[^]` is a letter of its own.
	const letters = [
		'a',
		'\\x41',
		'\\u0041',
		'\\cJ',
		'\\012',
		'[^]',
		'\\]',
		']',
		'\\]',
		'{',
		'.',
		'\\-',
	];
	expect(whole).toEqual({
		kind: 'sequence',
		parts: letters.map(source => ({kind: 'letter', source})),
	});
});

test.each([
	['a*', 0, Number.POSITIVE_INFINITY, true],
	['a+?', 1, Number.POSITIVE_INFINITY, false],
	['a?', 0, 1, true],
	['a{3}', 3, 3, true],
	['a{2,}', 2, Number.POSITIVE_INFINITY, true],
	['a{2,5}?', 2, 5, false],
])('%s is repeated %s to %s times', (source, least, most, isGreedy) => {
	expect(parseParts(source)).toMatchObject({
		parts: [{kind: 'repeat', times: {least, most, isGreedy}}],
	});
});

test('groups, choices and edges', () => {
	expect(parseParts('^(a|(?<x>b)$)')).toMatchObject({
		parts: [
			{kind: 'edge', edge: 'start'},
			{
				kind: 'choice',
				parts: [
					{parts: [{source: 'a'}]},
					{parts: [{parts: [{source: 'b'}]}, {kind: 'edge', edge: 'end'}]},
				],
			},
		],
	});
	expect(parseParts('\\ba\\B')).toMatchObject({parts: [{edge: 'word'}, {}, {edge: 'inside'}]});
});

test('what only the language can do is told apart', () => {
	for (const source of ['(?=a)', '(?!a)', '(?<=a)', '(?<!a)', '\\1'])
		expect(parseParts(source)).toMatchObject({parts: [{kind: 'other'}]});
});

test.each(['(?i:a)', '\\k<a>', '\\c', '(?-i:a)'])('%s is not known', source => {
	expect(parseParts(source)).toBeUndefined();
});
