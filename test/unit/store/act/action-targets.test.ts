import {expect, test} from 'vitest';
import {actionTarget} from '../../../../source/store/act/action-request.ts';
import {actedOn, actsOnMarks, stillThere} from '../../../../source/store/act/action-targets.ts';
import {exited, keyOf, ofProject} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const shop = [
	ofProject('shop', 'api'),
	ofProject('shop', 'db'),
	ofProject('shop', 'job', exited()),
];

const names = (user: User): readonly string[] =>
	actedOn(user.state).map(({compose}) => compose?.service ?? '');

test('is the selection, all of a heading, and before both what is marked', () => {
	const user = new User({containers: shop});
	expect(names(user)).toEqual(['api']);
	user.press('g');
	expect(names(user)).toEqual(['api', 'db', 'job']);
	user.dispatch({type: 'list/marked', keys: [keyOf('shop-db-1')]});
	expect([names(user), actsOnMarks(user.state)]).toEqual([['db'], true]);
});

test('on a screen with a list of its own is what its cursor stands on', () => {
	const user = new User({
		containers: [...shop, ofProject('shop', 'bad', {health: {kind: 'unhealthy'}})],
	});
	user.dispatch({type: 'list/marked', keys: [keyOf('shop-db-1')]});
	user.open('problems');
	expect([names(user), actsOnMarks(user.state)]).toEqual([['bad'], false]);
});

test('a target finds the container as it is now, and nothing where it is gone', () => {
	const user = new User({containers: [{...ofProject('shop', 'api'), ...exited()}]});
	const targets = shop.map(actionTarget);
	expect(stillThere(user.state, targets).map(({state}) => state)).toEqual(['exited']);
});
