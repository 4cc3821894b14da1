import {expect, test} from 'vitest';
import type {Action} from '../../../source/store/action.ts';
import {
	aContainer,
	anEndpoint,
	aUsage,
	exited,
	keyOf,
	someDetails,
	startMillis,
} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const limited = aContainer('api', {details: someDetails({limits: {memoryBytes: 1000}})});

const sampled = (memoryUsedBytes: number, seconds: number): Action => ({
	type: 'stats/sampled',
	usages: [[keyOf('api'), aUsage('api', 1, {memoryUsedBytes}, startMillis + seconds * 1000)]],
});

const spells = (user: User): readonly string[] =>
	user.state.spells.map(
		({rule, sinceMillis, lastMillis}) =>
			`${rule.id} ${(sinceMillis - startMillis) / 1000}-${(lastMillis - startMillis) / 1000}`,
	);

test('a figure that swings about its threshold is one spell', () => {
	const user = new User({containers: [limited]});
	user.dispatch(sampled(500, 0));
	expect(spells(user)).toEqual([]);
	user.dispatch(sampled(950, 1));
	user.dispatch(sampled(880, 5));
	user.dispatch(sampled(910, 9));
	expect(spells(user)).toEqual(['memory 1-9']);
	user.dispatch(sampled(880, 19));
	expect(spells(user)).toEqual(['memory 1-9']);
	user.dispatch(sampled(880, 20));
	expect(spells(user)).toEqual([]);
});

test('a list changes nothing of what goes on', () => {
	const user = new User({containers: [limited]});
	user.dispatch(sampled(950, 0));
	const before = user.state.spells;
	user.sees([limited]);
	expect(user.state.spells).toBe(before);
});

test('the state is the same one while nothing is too high', () => {
	const user = new User({containers: [limited]});
	const before = user.state.spells;
	user.dispatch(sampled(500, 0));
	expect(user.state.spells).toBe(before);
});

test.each<Action>([
	{type: 'container/died', key: keyOf('api')},
	{type: 'container/removed', key: keyOf('api')},
	{type: 'containers/listed', containers: [aContainer('api', exited(1))], atMillis: startMillis},
	{type: 'containers/listed', containers: [], atMillis: startMillis},
	{type: 'containers/relisted', keys: [keyOf('api')], containers: [], atMillis: startMillis},
	{type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis},
])('over with $type', action => {
	const user = new User({containers: [limited]});
	user.dispatch(sampled(950, 0));
	user.dispatch({type: 'container/died', key: keyOf('other')});
	expect(spells(user)).toEqual(['memory 0-0']);
	user.dispatch(action);
	expect(spells(user)).toEqual([]);
});
