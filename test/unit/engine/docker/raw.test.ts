import {expect, test} from 'vitest';
import {
	parseJson,
	rawCount,
	rawLabels,
	rawList,
	rawObject,
	rawWords,
	requireObject,
} from '../../../../source/engine/docker/raw.ts';

const protocol = expect.objectContaining({kind: 'protocol'});

test('what has the wrong type is as if it were not there', () => {
	for (const value of [null, undefined, 'text', 7, [], true]) expect(rawObject(value)).toEqual({});
	for (const value of [null, undefined, 'text', 7, {}, true]) expect(rawList(value)).toEqual([]);
	for (const value of [null, '7', -1, 0.5, 1e300, Number.NaN, Number.POSITIVE_INFINITY])
		expect(rawCount(value)).toBeUndefined();
	expect(rawCount(18_446_744_073_709_552_000)).toBe(2 ** 64);
	expect(rawWords(['a', 7, null, 'b'])).toEqual(['a', 'b']);
	expect({...rawLabels({a: 'x', b: 7}, text => text)}).toEqual({a: 'x'});
	expect(rawLabels({a: 'x'}, text => text)['constructor']).toBeUndefined();
});

test('an answer that must be an object is refused otherwise', () => {
	expect(() => requireObject([], 'info')).toThrow(protocol);
	expect(() => requireObject(Buffer.from('{}').toString(), 'info')).toThrow(protocol);
});

test.each(['', '<html>', '{"a":', 'OK'])('%j is not JSON', text => {
	expect(() => parseJson(text, 'info')).toThrow(protocol);
});
