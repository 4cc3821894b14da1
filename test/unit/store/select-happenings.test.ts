import {expect, test} from 'vitest';
import type {Action} from '../../../source/store/action.ts';
import {
	selectAllHappenings,
	selectedHappening,
	selectHappenings,
} from '../../../source/store/select-happenings.ts';
import {keyOf, refOf, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const heard = (name: string, seconds: number, action: string): Action => ({
	type: 'timeline/heard',
	event: {
		kind: 'container.changed',
		...{ref: refOf(name), name, atMillis: startMillis + seconds * 1000, action},
	},
});

const crash = (seconds: number): readonly Action[] => [
	{
		type: 'timeline/heard',
		event: {
			kind: 'container.died',
			...{ref: refOf('api'), name: 'api', atMillis: startMillis + seconds * 1000, exitCode: 1},
		},
	},
];

const names = (user: User) => selectHappenings(user.state).map(({entry}) => entry.name);

test('the newest first, as far as the filter lets through', () => {
	const user = new User();
	user.dispatch(heard('api', 0, 'pause'));
	user.dispatch(heard('db', 1, 'pause'));
	expect(names(user)).toEqual(['db', 'api']);
	user.dispatch({type: 'events/filtered', text: 'api'});
	expect(names(user)).toEqual(['api']);
	expect(selectAllHappenings(user.state)).toHaveLength(2);
	expect(selectHappenings(user.state)).toBe(selectHappenings(user.state));
});

test('the cursor stays on what it stands on, also when that becomes part of another line', () => {
	const user = new User();
	const stand = (id: string): void =>
		user.dispatch({type: 'page/moved', page: 'events', place: {id, index: 0, row: 0}});
	expect(selectedHappening(user.state)).toBeUndefined();
	for (const action of [...crash(0), heard('api', 1, 'start'), ...crash(60)]) user.dispatch(action);
	stand('3');
	user.dispatch(heard('db', 61, 'pause'));
	expect(selectedHappening(user.state)?.entry.key).toBe(keyOf('api'));
	user.dispatch(heard('api', 62, 'start'));
	expect(selectedHappening(user.state)).toMatchObject({times: 2});
	stand('gone');
	expect(selectedHappening(user.state)).toBeUndefined();
});

test('another filter, and the cursor is nowhere', () => {
	const user = new User();
	user.dispatch(heard('api', 0, 'pause'));
	user.dispatch({type: 'page/moved', page: 'events', place: {id: '1', index: 0, row: 0}});
	user.dispatch({type: 'events/filtered', text: 'db'});
	expect(user.state.places.events).toBeUndefined();
});
