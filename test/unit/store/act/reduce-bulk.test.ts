import {describe, expect, test} from 'vitest';
import {planBulk} from '../../../../source/commands/act/plan-bulk.ts';
import type {ActionOutcome} from '../../../../source/model/act/action-outcome.ts';
import {anEndpoint, exited, keyOf, ofProject, startMillis} from '../../../helpers/builders.ts';
import {bulkWords} from '../../../helpers/targets.ts';
import {User} from '../../../helpers/user.ts';

const containers = [
	ofProject('shop', 'a'),
	ofProject('shop', 'b', exited()),
	ofProject('shop', 'c'),
];

const begun = (): User => {
	const user = new User({containers});
	const plan = planBulk({verb: 'stop'}, containers, bulkWords('Stop', 2));
	user.dispatch({type: 'bulk/began', plan, atMillis: startMillis});
	return user;
};

const rows = (user: User): string =>
	(user.state.bulk?.rows ?? [])
		.map(({name, status, outcome}) => `${name} ${outcome?.kind ?? status}`)
		.join(', ');

const ends = (user: User, name: string, outcome: ActionOutcome): void =>
	user.dispatch({
		...{type: 'bulk/row-changed', key: keyOf(`shop-${name}-1`)},
		change: {status: 'ended', outcome},
	});

describe('a bulk run', () => {
	test('begins with all waiting but those that are left out', () => {
		expect(rows(begun())).toBe('shop/a waiting, shop/b ended, shop/c waiting');
	});

	test('changes row by row', () => {
		const user = begun();
		const key = keyOf('shop-c-1');
		const change = {status: 'running', sinceMillis: startMillis} as const;
		user.dispatch({type: 'bulk/row-changed', key, change});
		expect(rows(user)).toBe('shop/a waiting, shop/b ended, shop/c running');
	});

	test('that is cancelled lets only what has begun go on', () => {
		const user = begun();
		user.dispatch({
			...{type: 'bulk/row-changed', key: keyOf('shop-a-1')},
			change: {status: 'running'},
		});
		user.dispatch({type: 'bulk/cancelled'});
		expect(rows(user)).toBe('shop/a running, shop/b ended, shop/c cancelled');
		expect(user.state.bulk?.isCancelled).toBe(true);
	});

	test('is done again where it failed, with what is there as it is now', () => {
		const user = begun();
		ends(user, 'a', {kind: 'failed', reason: 'no'});
		ends(user, 'c', {kind: 'done', tookMillis: 1});
		user.dispatch({type: 'bulk/ended', atMillis: startMillis + 1});
		user.sees([ofProject('shop', 'a', {state: 'paused'})]);
		user.dispatch({type: 'bulk/retried', atMillis: startMillis + 2});
		expect(rows(user)).toBe('shop/a waiting, shop/b ended, shop/c done');
		expect(user.state.bulk).not.toHaveProperty('endedAtMillis');
		expect(user.state.bulk?.rows[0]?.target.seen).toEqual({state: 'paused'});
	});

	test('is not done again while it is under way', () => {
		const user = begun();
		const before = user.state.bulk;
		user.dispatch({type: 'bulk/retried', atMillis: startMillis});
		expect(user.state.bulk).toBe(before);
	});

	test('is not cancelled after its end', () => {
		const user = begun();
		user.dispatch({type: 'bulk/ended', atMillis: startMillis});
		const before = user.state.bulk;
		user.dispatch({type: 'bulk/cancelled'});
		expect(user.state.bulk).toBe(before);
	});

	test('is of one engine', () => {
		const user = begun();
		user.dispatch({type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis});
		expect(user.state).not.toHaveProperty('bulk');
	});
});
