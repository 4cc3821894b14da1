import {describe, expect, test} from 'vitest';
import {logSourceOf} from '../../../source/model/logs/log-source.ts';
import {exited, keyOf, ofProject, redis, shop} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const worker = [ofProject('shop', 'worker'), ofProject('shop', 'worker', {}, 2)].map(logSourceOf);

/** In the list of shop and redis, on the row of this name. */
const at = (name: string): User => {
	const user = new User({containers: [...shop, redis]});
	user.press('g');
	while (user.selected !== name) user.press('down');
	return user;
};

const marked = (user: User): readonly string[] => [...user.state.list.marked];

describe('l opens the log', () => {
	test.each([
		['api', {kind: 'source', source: logSourceOf(ofProject('shop', 'api'))}],
		['worker', {kind: 'service', project: 'shop', service: 'worker'}],
		['shop', {kind: 'project', project: 'shop'}],
	] as const)('of %s', (name, target) => {
		const user = at(name);
		user.press('l');
		expect(user.state.logs.pinned).toEqual(target);
		expect(user.state.frame).toMatchObject({focus: 'logs', zoomed: true, tab: 'logs'});
	});

	test('of what is marked, whatever is selected', () => {
		const user = at('worker');
		user.press('space', 'l');
		expect(user.state.logs.pinned).toEqual({kind: 'chosen', sources: worker});
	});

	test('of the log that is read, when it is asked for there', () => {
		const user = at('redis');
		user.press('g', 'space', 'G', 'tab', 'l');
		expect(user.state.logs.pinned).toEqual({kind: 'source', source: logSourceOf(redis)});
	});

	test('and stays with it until the full screen is left', () => {
		const user = at('api');
		user.press('enter');
		expect(user.state.logs.pinned).toEqual({
			...{kind: 'source', source: logSourceOf(ofProject('shop', 'api'))},
		});
		user.press('q');
		expect(user.state.logs.pinned).toBeUndefined();
	});
});

describe('L opens the logs of all that is shown', () => {
	test('of everything, also of what comes later', () => {
		const user = at('api');
		user.press('L');
		expect(user.state.logs.pinned).toEqual({kind: 'all'});
	});

	test('of what the filter leaves', () => {
		const user = at('api');
		user.dispatch({type: 'list/filtered', text: 'worker'});
		user.press('L');
		expect(user.state.logs.pinned).toEqual({kind: 'chosen', sources: worker});
	});

	test('of nothing where nothing is', () => {
		const user = at('api');
		user.dispatch({type: 'list/filtered', text: 'no-such-thing'});
		user.press('L');
		expect(user.state.frame.zoomed).toBe(false);
		expect(user.messages).toEqual(['info: all logs: the list is empty']);
	});
});

describe('Space', () => {
	test('marks a row and goes on to the next, and takes the mark away again', () => {
		const user = at('api');
		user.press('space');
		expect(marked(user)).toEqual([keyOf('shop-api-1')]);
		expect(user.selected).not.toBe('api');
		user.press('up', 'space');
		expect(marked(user)).toEqual([]);
	});

	test('on a heading marks all of its containers, those that are marked already too', () => {
		const user = at('worker');
		user.press('down', 'space', 'up', 'up', 'space');
		expect(marked(user).toSorted()).toEqual(
			['shop-worker-1', 'shop-worker-2'].map(keyOf).toSorted(),
		);
		user.press('up', 'space');
		expect(marked(user)).toEqual([]);
	});
});

test('a container that is gone is not marked any more', () => {
	const user = at('worker');
	user.press('space');
	user.sees([ofProject('shop', 'worker'), redis]);
	expect(marked(user)).toEqual([keyOf('shop-worker-1')]);
	user.dispatch({type: 'container/removed', key: keyOf('shop-worker-1')});
	expect(marked(user)).toEqual([]);
});

test('a container that has stopped stays marked', () => {
	const user = at('redis');
	user.press('space');
	user.sees([{...redis, ...exited(1)}]);
	expect(marked(user)).toEqual([keyOf('redis')]);
});

test('Esc takes the marks away before the filter', () => {
	const user = at('api');
	user.dispatch({type: 'list/filtered', text: 'api'});
	user.press('space', 'escape');
	expect(marked(user)).toEqual([]);
	expect(user.state.list.filter.text).toBe('api');
});
