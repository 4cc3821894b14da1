import fc from 'fast-check';
import {expect, test} from 'vitest';
import {indentJson} from '../../../source/format/indent-json.ts';

test('has a line for each field and each item', () => {
	expect(indentJson('{"msg":"a, {b}: \\"c\\"","ids":[1,{}],"none":{},"list":[]}')).toEqual([
		'{',
		'  "msg": "a, {b}: \\"c\\"",',
		'  "ids": [',
		'    1,',
		'    {}',
		'  ],',
		'  "none": {},',
		'  "list": []',
		'}',
	]);
});

test('keeps what a parser would round or drop', () => {
	expect(indentJson('{"id":12345678901234567890,"a":1.0,"a":2}')).toEqual([
		'{',
		'  "id": 12345678901234567890,',
		'  "a": 1.0,',
		'  "a": 2',
		'}',
	]);
});

test.each(['', 'plain', '42', '"text"', '[error] no such file', '{broken', '{"a":1} and more'])(
	'%j is none',
	text => {
		expect(indentJson(text)).toBeUndefined();
	},
);

test('is what JSON writes itself', () => {
	fc.assert(
		fc.property(
			fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
			value => {
				expect(indentJson(JSON.stringify(value))).toEqual(
					JSON.stringify(value, null, 2).split('\n'),
				);
			},
		),
	);
});

test('is not indented by the square of its length, however deep it is', () => {
	const depth = 20_000;
	const lines = indentJson(`${'['.repeat(depth)}1${']'.repeat(depth)}`) ?? [];
	expect(lines).toHaveLength(2 * depth + 1);
	expect(Math.max(...lines.map(({length}) => length))).toBeLessThan(100);
});
