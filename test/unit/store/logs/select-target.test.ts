import {expect, test} from 'vitest';
import {shownTarget, targetContainers} from '../../../../source/store/logs/select-target.ts';
import {aContainer, keyOf, ofProject, targetOf} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const containers = [
	ofProject('shop', 'api', {}, 1),
	ofProject('shop', 'api', {}, 2),
	ofProject('shop', 'db'),
	aContainer('tool'),
];

const on = (row: string): User => {
	const user = new User({containers});
	user.dispatch({type: 'selection/moved', row: row as never, index: 0});
	return user;
};

const names = (user: User): readonly string[] =>
	targetContainers(user.state, shownTarget(user.state)).map(({name}) => name);

test.each([
	['project:shop', ['shop-api-1', 'shop-api-2', 'shop-db-1']],
	['service:shop/api', ['shop-api-1', 'shop-api-2']],
	[keyOf('shop-api-2'), ['shop-api-2']],
	[keyOf('tool'), ['tool']],
])('the log of %s', (row, expected) => {
	expect(names(on(row))).toEqual(expected);
});

test('what is pinned is shown whatever is selected', () => {
	const user = on('project:shop');
	user.dispatch({type: 'logs/pinned', target: targetOf('tool')});
	expect(names(user)).toEqual(['tool']);
	user.dispatch({type: 'logs/pinned'});
	expect(names(user)).toHaveLength(3);
});

test('nothing selected shows nothing', () => {
	const user = new User({containers: []});
	expect(shownTarget(user.state)).toBeUndefined();
	expect(names(user)).toEqual([]);
});
