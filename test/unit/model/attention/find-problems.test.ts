import {expect, test} from 'vitest';
import {compareProblems, problemsOf} from '../../../../source/model/attention/find-problems.ts';
import {usualLimits} from '../../../../source/model/attention/limits.ts';
import type {Container} from '../../../../source/model/container.ts';
import {aContainer, exited, keyOf, someDetails, startMillis} from '../../../helpers/builders.ts';

const find = (name: string, is: Partial<Container>, limits = usualLimits) =>
	problemsOf({
		...{container: aContainer(name, is), recent: [], dependencies: []},
		...{nowMillis: startMillis, limits},
	});

test('a problem names its container and stays itself', () => {
	const [problem] = find('api', exited(1));
	expect(problem).toMatchObject({id: `exit ${keyOf('api')}`, key: keyOf('api'), severity: 'err'});
});

test('of two rules about the same only the one that says more is told', () => {
	const details = someDetails({exitCode: 137, oomKilled: true});
	expect(find('api', {...exited(137), details}).map(({rule}) => rule.id)).toEqual(['oom']);
});

test('a rule that is not applied hides no other', () => {
	const details = someDetails({exitCode: 137, oomKilled: true});
	const limits = {...usualLimits, ignored: new Set(['oom'])};
	expect(find('api', {...exited(137), details}, limits).map(({rule}) => rule.id)).toEqual(['exit']);
});

test('the worst first, of the same kind the latest', () => {
	const endedAt = (minutes: number): Partial<Container> => ({
		...exited(1),
		details: someDetails({exitCode: 1, finishedAtMillis: startMillis + minutes * 60_000}),
	});
	const all = [
		...find('paused', {state: 'paused'}),
		...find('early', endedAt(1)),
		...find('late', endedAt(2)),
		...find('unknown', exited(1)),
		...find('sick', {health: {kind: 'unhealthy'}}),
		...find('waiting', {state: 'restarting'}),
	];
	expect(all.toSorted(compareProblems).map(({container}) => container?.name)).toEqual([
		...['sick', 'late', 'early', 'unknown', 'waiting', 'paused'],
	]);
});
