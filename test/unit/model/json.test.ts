import {expect, test} from 'vitest';
import {boundedJson, jsonAt, jsonBounds} from '../../../source/model/json.ts';

test('JSON stays what it is, in its order', () => {
	const value = {b: [1, null, 'text', {deep: true}], a: {}};
	expect(boundedJson(value)).toEqual({value, leftOut: 0});
	expect(Object.keys(boundedJson(value).value as object)).toEqual(['b', 'a']);
});

test('a key that means something to JavaScript is a key like all others', () => {
	const {value} = boundedJson(JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'));
	expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
	expect(jsonAt(value, '__proto__', 'a')).toBe(1);
	expect(jsonAt({}, '__proto__')).toBeUndefined();
});

test('what is too deep is left out and counted', () => {
	let deep: unknown = 'bottom';
	for (let depth = 0; depth < 100_000; depth++) deep = [deep];
	const {value, leftOut} = boundedJson(deep);
	expect(leftOut).toBe(1);
	expect(JSON.stringify(value).length).toBe(2 * (jsonBounds.depth + 1));
});

test('what is too many is left out and counted', () => {
	const {value, leftOut} = boundedJson(Array.from({length: 25_000}, (_, index) => index));
	expect(value).toHaveLength(jsonBounds.values - 1);
	expect(leftOut).toBe(25_001 - jsonBounds.values);
});

test('the end of a text that is too long is left out', () => {
	const {value, leftOut} = boundedJson({long: 'x'.repeat(100_000)});
	expect(String(jsonAt(value, 'long'))).toHaveLength(jsonBounds.textLength + 1);
	expect(leftOut).toBe(1);
});

test('all texts together are bounded, and so is the path that long keys make', () => {
	const long = 'k'.repeat(100_000);
	const {value} = boundedJson(Array.from({length: 1000}, () => ({[long]: long})));
	expect(JSON.stringify(value).length).toBeLessThan(jsonBounds.characters + 1000 * 50);
	const [key = ''] = Object.keys((value as readonly object[])[0] ?? {});
	expect(key).toHaveLength(jsonBounds.keyLength + 1);
});

test.each([[undefined], [Number.NaN], [() => 1]])('%s, which is no JSON, becomes null', odd => {
	expect(boundedJson([odd]).value).toEqual([null]);
});

test('what is under keys', () => {
	const value = {HostConfig: {Memory: 5, Binds: ['a']}};
	expect(jsonAt(value, 'HostConfig', 'Memory')).toBe(5);
	expect(jsonAt(value, 'HostConfig', 'Binds', '0')).toBeUndefined();
	expect(jsonAt(value, 'Config', 'Env')).toBeUndefined();
	expect(jsonAt(undefined, 'Config')).toBeUndefined();
});
