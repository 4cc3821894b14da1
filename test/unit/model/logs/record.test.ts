import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseRecord} from '../../../../source/model/logs/record.ts';
import {hostileText} from '../../../helpers/any-text.ts';

test('JSON of a Python program', () => {
	expect(
		parseRecord(
			'{"asctime":"2026-11-26 10:45:32","levelname":"ERROR","message":"cannot charge","order":{"id":7,"items":["a"],"note":null},"ok":false,"empty":{}}',
		),
	).toEqual({
		format: 'json',
		time: '2026-11-26 10:45:32',
		level: 'error',
		message: 'cannot charge',
		fields: [
			['order.id', '7'],
			['order.items', '["a"]'],
			['order.note', 'null'],
			['ok', 'false'],
			['empty', '{}'],
		],
	});
});

test('logfmt of a Go program', () => {
	expect(parseRecord('time=2026-11-26T10:45:32Z level=warn msg="it is slow" took=3s')).toEqual({
		format: 'logfmt',
		time: '2026-11-26T10:45:32Z',
		level: 'warn',
		message: 'it is slow',
		fields: [['took', '3s']],
	});
});

test('levels as numbers, of Graylog and of MongoDB', () => {
	expect(parseRecord('{"level":50,"msg":"x"}')?.level).toBe('error');
	expect(parseRecord('{"short_message":"x","level":4}')).toMatchObject({
		level: 'warn',
		message: 'x',
	});
	expect(
		parseRecord('{"t":{"$date":"2026-11-26T10:45:32Z"},"s":"W","c":"CONTROL","msg":"x"}'),
	).toEqual({
		format: 'json',
		time: '2026-11-26T10:45:32Z',
		level: 'warn',
		message: 'x',
		fields: [['c', 'CONTROL']],
	});
});

test('a record without a message keeps all its fields', () => {
	expect(parseRecord('{"level":"high","id":1}')).toEqual({
		format: 'json',
		message: '',
		fields: [
			['level', 'high'],
			['id', '1'],
		],
	});
});

test('long identifiers are not rounded', () => {
	expect(parseRecord('{"id":12345678901234567890,"__proto__":1}')?.fields).toEqual([
		['id', '12345678901234567890'],
		['__proto__', '1'],
	]);
});

test('depth and number of fields are bounded', () => {
	const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
	expect(parseRecord(nested(6))?.fields).toEqual([['a.a.a.a.a', '{"a":1}']]);
	const wide = JSON.stringify(
		Object.fromEntries(Array.from({length: 999}, (_, i) => [`k${i}`, i])),
	);
	expect(parseRecord(wide)?.fields).toHaveLength(200);
	expect(parseRecord(nested(13_000))).toBeUndefined();
});

test.each(['[1,2]', '{', '{"a":1} and more', 'level', 'a=b', '', 'text with key=value'])(
	'%s is no record',
	text => {
		expect(parseRecord(text)).toBeUndefined();
	},
);

test('any text is a record or none, and what JSON wrote is read', () => {
	fc.assert(
		fc.property(fc.constantFrom('', '{', '{"a":', 'a=', 'a=1 '), hostileText, (start, text) => {
			parseRecord(start + text);
		}),
	);
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
			expect(parseRecord(JSON.stringify(value))?.format).toBe('json');
		}),
	);
});
