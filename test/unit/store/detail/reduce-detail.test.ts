import {describe, expect, test} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import type {Failure} from '../../../../source/store/failure.ts';
import {aContainer, anEndpoint, aSetup, keyOf, startMillis} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const failure: Failure = {kind: 'internal', message: 'layer is corrupt'};
const lost = {
	type: 'connection/lost',
	failure,
	atMillis: startMillis,
	retryAtMillis: startMillis + 250,
} as const;

const about = (name: string) => ({key: keyOf(name), kind: 'setup'}) as const;
const loaded = (name: string) =>
	({type: 'detail/loaded', ...about(name), value: aSetup(), atMillis: startMillis}) as const;

const begin = (): User => new User({containers: [aContainer('api'), aContainer('db')]});
const slot = (user: User) => user.state.detail.data.setup;

test('what is asked for is loading, late, and there', () => {
	const user = begin();
	expect(slot(user)).toEqual({status: 'idle'});
	user.dispatch({type: 'detail/requested', ...about('api')});
	expect(slot(user)).toEqual({status: 'loading'});
	user.dispatch({type: 'detail/awaited', ...about('api'), waitedMillis: 800});
	expect(slot(user)).toEqual({status: 'loading', waitedMillis: 800});
	user.dispatch(loaded('api'));
	expect(slot(user)).toEqual({status: 'ready', value: aSetup(), atMillis: startMillis});
});

test('what is known stays on the screen while it is asked for again', () => {
	const user = begin();
	user.dispatch(loaded('api'));
	user.dispatch({type: 'detail/requested', ...about('api')});
	expect(slot(user).status).toBe('ready');
	user.dispatch({type: 'detail/failed', ...about('api'), failure});
	expect(slot(user)).toEqual({status: 'failed', failure});
});

test('an answer about what was selected before is not taken', () => {
	const user = begin();
	user.dispatch(loaded('db'));
	expect(slot(user)).toEqual({status: 'idle'});
});

describe('another selection', () => {
	test('begins anew, but goes on with what is looked for', () => {
		const user = begin();
		const find = parsePattern('port');
		user.dispatch(loaded('api'));
		user.dispatch({type: 'detail/moved', tab: 'overview', place: {top: 3, item: 3}});
		user.dispatch({type: 'detail/searched', find});
		user.press('down');
		expect(user.state.detail).toMatchObject({row: keyOf('db'), places: {}, find});
		expect(slot(user)).toEqual({status: 'idle'});
	});

	test('is also that on which it falls when the container goes', () => {
		const user = begin();
		user.dispatch(loaded('api'));
		user.dispatch({type: 'container/removed', key: keyOf('api')});
		expect(user.state.detail.row).toBe(keyOf('db'));
		expect(slot(user)).toEqual({status: 'idle'});
	});
});

test('a lost connection makes old what is known, and ends what is asked', () => {
	const user = begin();
	user.dispatch({type: 'detail/requested', ...about('api')});
	user.dispatch(lost);
	expect(slot(user)).toEqual({status: 'idle'});
	user.dispatch(loaded('api'));
	user.dispatch(lost);
	expect(slot(user)).toEqual({status: 'stale', value: aSetup(), atMillis: startMillis});
});

test('of another engine nothing is known', () => {
	const user = begin();
	user.dispatch(loaded('api'));
	user.dispatch({type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis});
	expect(slot(user)).toEqual({status: 'idle'});
});
