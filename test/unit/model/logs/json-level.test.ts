import {expect, test} from 'vitest';
import {jsonLevel} from '../../../../source/model/logs/json-level.ts';

const told = (text: string): readonly [string, string] | undefined => {
	const found = jsonLevel(text);
	return found?.at && [found.level, text.slice(...found.at)];
};

test('the level is found wherever the field is, with the offsets of its value', () => {
	expect(told('{"msg":"a \\"level\\":\\"debug\\" b","level":"error"}')).toEqual(['error', 'error']);
	expect(told('{ "level" : 40, "msg": "x" }')).toEqual(['warn', '40']);
	expect(told('{"log":{"logger":"a","level":"WARN"}}')).toEqual(['warn', 'WARN']);
});

test('fields of other objects and values do not count', () => {
	expect(jsonLevel('{"request":{"level":"error"},"items":[{"level":"error"}]}')).toBeUndefined();
	expect(jsonLevel('{"event":"level","name":"error"}')).toBeUndefined();
	expect(jsonLevel('{"level":null}')).toBeUndefined();
});

test('a line that was cut in the middle keeps its level', () => {
	expect(told('{"level":"error","msg":"it was cut he')).toEqual(['error', 'error']);
	expect(jsonLevel('{"level":"err')).toEqual({level: 'error', at: [10, 13]});
});

test('what comes after four thousand characters is not looked at', () => {
	expect(jsonLevel(`{"msg":"${'x'.repeat(5000)}","level":"error"}`)).toBeUndefined();
	expect(told(`{"msg":"${'x'.repeat(3000)}","level":"error"}`)).toEqual(['error', 'error']);
});
