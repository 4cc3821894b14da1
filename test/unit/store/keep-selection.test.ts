import {describe, expect, test} from 'vitest';
import type {ContainerKey} from '../../../source/model/ids.ts';
import {
	aContainer,
	exited,
	figures,
	keyOf,
	redis,
	refOf,
	shop,
	startMillis,
} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

describe('the selection', () => {
	const three = ['a', 'b', 'c'].map(name => aContainer(name));

	test('stays on its container when the order changes', () => {
		const user = new User({containers: three});
		user.press('down');
		user.dispatch(figures({a: 1, b: 2, c: 30}));
		user.wait(5000);
		user.reorder();
		expect(user.list).toEqual(['  c', '> b', '  a']);
		user.dispatch(figures({b: 70}));
		user.reorder();
		expect(user.list).toEqual(['> b', '  c', '  a']);
	});

	test('goes to the container that was made in place of its own', () => {
		const [api, worker, second] = shop;
		if (!(api && worker && second)) throw new Error('no shop');
		const user = new User({containers: shop});
		user.dispatch({type: 'selection/moved', row: keyOf(worker.name), index: 2});
		const before = user.selected;
		const anew = {...worker, ref: refOf('worker made anew'), name: 'temporary_shop-worker-1'};
		user.sees([...shop, anew]);
		user.dispatch({type: 'container/removed', key: keyOf(worker.name)});
		expect(user.state.list.selected).toBe(keyOf('worker made anew'));
		expect(user.selected).toBe(before);
	});

	test('stays when another sort is chosen', () => {
		const user = new User({containers: three});
		user.press('o', 'down', 'down', 'enter', 'O');
		expect(user.list).toEqual(['  c', '  b', '> a']);
	});

	test('stays when containers come and go around it', () => {
		const user = new User({containers: three});
		user.press('down');
		user.sees([aContainer('b'), aContainer('c'), aContainer('new')]);
		expect(user.list).toEqual(['> b', '  c', '  new']);
		user.dispatch({type: 'container/removed', key: keyOf('c')});
		expect(user.list).toEqual(['> b', '  new']);
	});

	test('stays when headings appear above it', () => {
		const user = new User({containers: three});
		user.press('down');
		user.sees([...three, ...shop]);
		expect(user.selected).toBe('b');
		user.press('down');
		expect(user.selected).toBe('c');
	});

	test('goes to the row that took its place when it is gone', () => {
		const user = new User({containers: three});
		user.press('down');
		user.sees([aContainer('a'), aContainer('c')]);
		expect(user.list).toEqual(['  a', '> c']);
		user.sees([aContainer('a')]);
		expect(user.list).toEqual(['> a']);
	});

	test('is the first one again when none was chosen and those before went unseen', () => {
		const user = new User({containers: shop.slice(3)});
		user.dispatch({type: 'list/filtered', text: '!shop'});
		// Now every container that runs has figures, and the list begins at its top.
		user.dispatch({type: 'stats/sampled', usages: []});
		user.sees([aContainer('cron')]);
		expect(user.list).toEqual(['> cron']);
	});

	test('is nothing while there is no container, and the first one afterwards', () => {
		const user = new User({containers: three});
		user.sees([]);
		expect(user.selected).toBeUndefined();
		user.sees([aContainer('z')]);
		expect(user.list).toEqual(['> z']);
	});

	test('rests on a heading that is folded', () => {
		const user = new User({containers: [redis, ...shop]});
		user.dispatch({type: 'list/folded', group: 'project:shop'});
		expect(user.list).toEqual(['  + shop 3/4', '> - (no project) 1/1', '  redis']);
		user.dispatch({type: 'list/folded', group: 'project:shop'});
		expect(user.selected).toBe('(no project)');
	});
});

describe('a filter', () => {
	test('that hides the selection moves it, one that does not leaves it', () => {
		const user = new User({containers: shop});
		user.press('end');
		user.dispatch({type: 'list/filtered', text: 'worker'});
		expect(user.selected).toBe('worker-2');
		user.dispatch({type: 'list/filtered', text: 'api'});
		expect(user.list).toEqual(['  - shop 3/4', '> api']);
	});

	test('that hides the selection moves it to the first container it finds, not to a heading', () => {
		const user = new User({containers: [...shop, redis]});
		user.press('end');
		user.dispatch({type: 'list/filtered', text: 'worker'});
		expect(user.selected).toBe('worker-1');
	});

	test('that finds nothing for a moment loses nothing', () => {
		const user = new User({containers: shop});
		user.press('end');
		user.dispatch({type: 'list/filtered', text: 'wx'});
		expect(user.list).toEqual([]);
		expect(user.selected).toBeUndefined();
		user.dispatch({type: 'list/filtered', text: 'w'});
		expect(user.selected).toBe('worker-2');
	});

	test('that a container leaves moves the selection on', () => {
		const user = new User({containers: shop});
		user.dispatch({type: 'list/filtered', text: 'status:running'});
		user.press('end');
		expect(user.selected).toBe('worker-2');
		user.sees(shop.map(each => (each.compose?.number === 2 ? {...each, ...exited()} : each)));
		expect(user.list).toEqual(['  - shop 2/4', '  api', '  - worker 1/2', '> worker-1']);
	});

	test('does not hide what something is being done to', () => {
		const user = new User({containers: shop});
		user.dispatch({type: 'list/filtered', text: 'status:running'});
		user.press('end');
		const {selected} = user;
		const key = user.state.list.selected as ContainerKey;
		user.dispatch({type: 'task/started', id: 1, key, verb: 'restart', atMillis: startMillis});
		user.sees(shop.map(each => (each.compose?.number === 2 ? {...each, ...exited()} : each)));
		expect(user.selected).toBe(selected);
		user.dispatch({type: 'task/ended', key});
		expect(user.selected).not.toBe(selected);
	});

	test('may leave only what is up', () => {
		const looping = aContainer('looping', {state: 'restarting'});
		const containers = [looping, aContainer('old', exited()), aContainer('app')];
		const user = new User({containers});
		user.press('a');
		expect(user.list).toEqual(['> app', '  looping']);
		user.press('a');
		expect(user.list).toEqual(['> app', '  looping', '  old']);
	});
});
