import {expect, test} from 'vitest';
import {usualLimits} from '../../../../source/model/attention/limits.ts';
import {endedAt, endWords, withProbe} from '../../../../source/model/attention/rule-words.ts';
import type {Container} from '../../../../source/model/container.ts';
import {aContainer, exited, refOf, someDetails, startMillis} from '../../../helpers/builders.ts';

const facts = (is: Partial<Container>, told?: number) => ({
	container: aContainer('api', is),
	recent:
		told === undefined
			? []
			: [
					{
						...{seq: 1, atMillis: startMillis},
						event: {
							kind: 'container.died' as const,
							...{ref: refOf('api'), atMillis: startMillis, exitCode: told},
						},
					},
				],
	nowMillis: startMillis,
	dependencies: [],
	limits: usualLimits,
});

test('how it ended: by the engine, else by what was heard', () => {
	expect(endWords(facts(exited(1)))).toBe('exit code 1: an error of the program');
	expect(endWords(facts({}, 139))).toBe('exit code 139: segmentation fault (SIGSEGV)');
	expect(endWords(facts(exited(77)))).toBe('exit code 77');
	expect(endWords(facts({}))).toBeUndefined();
});

test('when it ended is only known of an inspect', () => {
	expect(endedAt(aContainer('api', exited(1)))).toEqual({});
	const details = someDetails({finishedAtMillis: startMillis});
	expect(endedAt(aContainer('api', {details}))).toEqual({sinceMillis: startMillis});
});

test('of what a probe printed the last line says most', () => {
	const lastProbe = {atMillis: startMillis, exitCode: 1, output: '\none\n two \n'};
	expect(withProbe('unhealthy', {kind: 'unhealthy', lastProbe})).toEqual({
		words: 'unhealthy: two',
		output: 'one\n two',
	});
	expect(withProbe('unhealthy', {kind: 'unhealthy'})).toEqual({words: 'unhealthy'});
	expect(withProbe('unhealthy', {kind: 'none'})).toEqual({words: 'unhealthy'});
});

test('secrets in what a probe says are covered', () => {
	const output = 'cannot open postgres://app:hunter2@db/shop';
	const lastProbe = {atMillis: startMillis, exitCode: 1, output};
	const told = JSON.stringify(withProbe('unhealthy', {kind: 'unhealthy', lastProbe}));
	expect(told).toContain('cannot open postgres://');
	expect(told).not.toContain('hunter2');
});
