import {expect, test} from 'vitest';
import {adoptNew} from '../../../source/store/adopt-new.ts';
import {ContainerMap} from '../../../source/store/container-map.ts';
import {aContainer, keyOf, ofProject} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const shop = [ofProject('shop', 'web'), ofProject('shop', 'api')];
const {state} = new User({containers: [...shop, aContainer('redis')]});

const after = (...containers: Parameters<typeof ContainerMap.of>[0]) => {
	const map = ContainerMap.of(containers);
	return adoptNew({...state, containers: {...state.containers, byKey: map, listed: map}});
};

test('new ones come last in their project, new projects last in the list', () => {
	const order = after(
		ofProject('shop', 'admin'),
		ofProject('blog', 'wiki'),
		...shop,
		aContainer('redis'),
	);
	expect(order).toEqual([
		{group: 'shop', keys: ['shop-api-1', 'shop-web-1', 'shop-admin-1'].map(keyOf)},
		{group: '', keys: [keyOf('redis')]},
		{group: 'blog', keys: [keyOf('blog-wiki-1')]},
	]);
});

test('the gone ones leave, and their project with the last of them', () => {
	expect(after(ofProject('shop', 'web'))).toEqual([{group: 'shop', keys: [keyOf('shop-web-1')]}]);
	expect(after()).toEqual([]);
});

test('a project that stays as it is keeps its array, an order that does is the same one', () => {
	expect(after(...shop, aContainer('redis'))).toBe(state.list.order);
	expect(after(...shop, aContainer('new'))[0]?.keys).toBe(state.list.order[0]?.keys);
});
