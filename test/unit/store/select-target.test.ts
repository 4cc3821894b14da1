import {expect, test} from 'vitest';
import {
	selectedContainer,
	selectedContainers,
	selectedRow,
} from '../../../source/store/select-target.ts';
import {ofProject} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const containers = [
	ofProject('shop', 'api'),
	ofProject('shop', 'worker'),
	ofProject('shop', 'worker', {}, 2),
];

const names = (user: User): readonly string[] =>
	selectedContainers(user.state).map(({name}) => name);

test('a container stands for itself', () => {
	const user = new User({containers});
	expect(selectedContainer(user.state)?.name).toBe('shop-api-1');
	expect(names(user)).toEqual(['shop-api-1']);
});

test('a heading stands for all that is below it, folded or not', () => {
	const user = new User({containers});
	user.press('g');
	expect(selectedContainer(user.state)).toBeUndefined();
	expect(names(user)).toEqual(['shop-api-1', 'shop-worker-1', 'shop-worker-2']);
	user.press('left');
	expect(names(user)).toHaveLength(3);
	user.press('right', 'down', 'down');
	expect(names(user)).toEqual(['shop-worker-1', 'shop-worker-2']);
});

test('a heading means all of its containers, whatever the filter leaves of them', () => {
	const user = new User({containers});
	user.press('g');
	const all = names(user);
	user.dispatch({type: 'list/filtered', text: 'worker'});
	user.press('g');
	expect(names(user)).toEqual(all);
});

test('nothing where there is nothing', () => {
	const {state} = new User({containers: []});
	expect(selectedRow(state)).toBeUndefined();
	expect(selectedContainer(state)).toBeUndefined();
	expect(selectedContainers(state)).toEqual([]);
});

test('is what the container is now, not what it was when it was selected', () => {
	const user = new User({containers});
	user.sees(containers.map(each => ({...each, state: 'paused' as const})));
	expect(selectedContainer(user.state)?.state).toBe('paused');
	expect(selectedContainers(user.state)[0]?.state).toBe('paused');
});
