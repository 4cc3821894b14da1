import {expect, test} from 'vitest';
import {reaches, reachName} from '../../../../source/model/logs/reach.ts';

test('each has a name of its own, by which it is found again', () => {
	expect(reaches.map(({millis}) => reachName(millis))).toEqual(reaches.map(({name}) => name));
	expect(reachName(15 * 60_000)).toBe('15m');
	expect(reachName(undefined)).toBe('last lines');
	expect(reachName(Number.POSITIVE_INFINITY)).toBe('all');
});

test('one that cannot be chosen is told in minutes', () => {
	expect(reachName(120_000)).toBe('2m');
});
