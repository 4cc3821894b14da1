import {expect, test} from 'vitest';
import {aContainer, exited, keyOf, ofProject, shop, usages} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const reveal = (user: User, name: string): void =>
	user.dispatch({type: 'list/revealed', key: keyOf(name)});

test('folded groups are opened', () => {
	const user = new User({containers: shop});
	user.dispatch({type: 'list/folded', group: 'service:shop/worker'});
	user.dispatch({type: 'list/folded', group: 'project:shop'});
	reveal(user, 'shop-worker-2');
	expect(user.selected).toBe('worker-2');
	expect(user.state.list.folded.size).toBe(0);
});

test('other groups stay as they are', () => {
	const user = new User({containers: [...shop, ofProject('billing', 'api')]});
	user.dispatch({type: 'list/folded', group: 'project:billing'});
	reveal(user, 'shop-api-1');
	expect(user.state.list.folded).toEqual(new Set(['project:billing']));
});

test('a filter goes where it hides the container, and only then', () => {
	const user = new User({containers: shop});
	user.dispatch({type: 'list/filtered', text: 'api'});
	reveal(user, 'shop-api-1');
	expect(user.state.list.filter.text).toBe('api');
	reveal(user, 'shop-worker-1');
	expect(user.state.list.filter.text).toBe('');
	expect(user.selected).toBe('worker-1');
});

test('a filter of figures stays where the container passes it, and else leaves nobody hidden', () => {
	const user = new User({containers: [aContainer('busy'), aContainer('idle')]});
	user.dispatch({type: 'stats/sampled', usages: usages({busy: 90, idle: 1})});
	user.dispatch({type: 'list/filtered', text: 'cpu>50'});
	reveal(user, 'busy');
	expect(user.state.list.filter.text).toBe('cpu>50');
	reveal(user, 'idle');
	expect(user.state.list.filter.text).toBe('');
	expect(user.selected).toBe('idle');
	expect(user.list).toHaveLength(2);
});

test('what has stopped is shown where only running ones were', () => {
	const user = new User({containers: [aContainer('api'), aContainer('batch', exited(1))]});
	user.dispatch({type: 'list/stopped-toggled'});
	reveal(user, 'batch');
	expect(user.selected).toBe('batch');
});

test('what is gone changes nothing', () => {
	const user = new User({containers: shop});
	const before = user.state;
	reveal(user, 'gone');
	expect(user.state).toBe(before);
});
