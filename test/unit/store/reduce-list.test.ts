import {describe, expect, test} from 'vitest';
import type {Container} from '../../../source/model/container.ts';
import {
	aContainer,
	anEndpoint,
	figures,
	keyOf,
	redis,
	shop,
	startMillis,
} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

describe('the first list', () => {
	test('is sorted, and the first container is selected', () => {
		const user = new User({containers: [redis, ...shop]});
		expect(user.list).toEqual([
			'  - shop 3/4',
			'> api',
			'  db',
			'  - worker 2/2',
			'  worker-1',
			'  worker-2',
			'  - (no project) 1/1',
			'  redis',
		]);
	});

	test('without a project has no headings', () => {
		const user = new User({containers: [redis, aContainer('app')]});
		expect(user.list).toEqual(['> app', '  redis']);
	});

	test('is put in order once the figures of all are there, and begins at the top', () => {
		const user = new User({containers: [aContainer('a'), aContainer('b')]});
		user.dispatch(figures({a: 1}));
		expect(user.list).toEqual(['> a', '  b']);
		user.dispatch(figures({a: 1, b: 50}));
		expect(user.list).toEqual(['> b', '  a']);
		user.dispatch(figures({a: 90, b: 50}));
		expect(user.list).toEqual(['  a', '> b']);
	});

	test('does not wait for long for the figures of those that are asked late', () => {
		const user = new User({containers: [aContainer('a'), aContainer('b'), aContainer('c')]});
		const late = (millis: number) => {
			const {usages, ...action} = figures({a: 1, b: 50});
			const at = usages.map(
				([key, usage]) => [key, {...usage, atMillis: startMillis + millis}] as const,
			);
			user.dispatch({...action, usages: at});
		};
		late(1999);
		expect(user.list).toEqual(['  b', '> a', '  c']);
		late(2000);
		expect(user.list).toEqual(['> b', '  a', '  c']);
		user.dispatch(figures({a: 99, b: 50, c: 1}));
		expect(user.selected).toBe('b');
	});

	test('leaves the selection alone when the user has done something before the figures came', () => {
		for (const key of ['down', 'l', 'r', '?', '/']) {
			const user = new User({containers: [aContainer('a'), aContainer('b')]});
			user.press(key, 'escape');
			const before = user.selected;
			user.dispatch(figures({a: 1, b: 50}));
			expect(user.selected, key).toBe(before);
		}
	});
});

describe('no row moves', () => {
	const loaded = (...containers: readonly Container[]): User => {
		const user = new User({containers});
		user.dispatch(figures({a: 5, b: 1}));
		user.press('down');
		user.wait(5000);
		user.dispatch(figures({a: 1, b: 5}));
		return user;
	};
	const two = [aContainer('a'), aContainer('b')];

	test('for two seconds after a key', () => {
		const user = loaded(...two);
		user.press('up');
		user.wait(1999);
		user.reorder();
		expect(user.list).toEqual(['> a', '  b']);
		user.wait(1);
		user.reorder();
		expect(user.list).toEqual(['  b', '> a']);
	});

	test('but for no longer where the clock was put back meanwhile', () => {
		const user = loaded(...two);
		user.press('up');
		user.wait(-3_600_000);
		user.reorder();
		expect(user.list).toEqual(['  b', '> a']);
	});

	test.each(['r', '/', 'o', '?', 'h'])('behind the overlay of %s', key => {
		const user = loaded(...two);
		user.press(key);
		user.reorder();
		expect(user.list).toEqual(['  a', '> b']);
		user.press('escape');
		user.reorder();
		expect(user.list).toEqual(['  a', '> b']);
		user.wait(2000);
		user.reorder();
		expect(user.list).toEqual(['> b', '  a']);
	});

	test('while the list is frozen, and the figures stand still with it', () => {
		const user = loaded(...two);
		user.press('z');
		const {frozen} = user.state.list;
		user.dispatch(figures({a: 2, b: 70}));
		user.reorder();
		expect(user.list).toEqual(['  a', '> b']);
		expect(frozen?.usages.get(keyOf('a'))?.cpuPercent).toBe(1);
		user.press('z');
		expect(user.list).toEqual(['> b', '  a']);
		expect(user.state.list.frozen).toBeUndefined();
	});

	test('to make room for a new container', () => {
		const user = loaded(...two);
		user.dispatch({type: 'list/held', untilMillis: startMillis + 9000});
		user.sees([aContainer('0'), ...two]);
		expect(user.list).toEqual(['  a', '> b', '  0']);
	});
});

test('another engine begins at its own top, seen as the user likes it', () => {
	const user = new User({containers: shop});
	user.press('O', 'end', 'z');
	user.dispatch({type: 'endpoint/chosen', endpoint: anEndpoint, atMillis: startMillis});
	expect(user.list).toEqual([]);
	expect(user.state.list.frozen).toBeUndefined();
	user.sees(['a', 'b', 'c'].map(name => aContainer(name)));
	expect(user.list).toEqual(['> a', '  b', '  c']);
	expect(user.state.list.sort).toEqual({field: 'cpu', descending: false});
});
