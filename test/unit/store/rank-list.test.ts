import {expect, test} from 'vitest';
import {refKey} from '../../../source/model/ids.ts';
import {aContainer, aUsage, keyOf, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const sampled = (user: User, atMillis: number, cpu: Readonly<Record<string, number>>): void =>
	user.dispatch({
		type: 'stats/sampled',
		usages: Object.entries(cpu).map(
			([name, percent]) => [keyOf(name), aUsage(name, percent, {}, atMillis)] as const,
		),
	});

const loaded = (): User => {
	const user = new User({containers: [aContainer('a'), aContainer('b')]});
	sampled(user, startMillis, {a: 50, b: 45});
	return user;
};

test('figures that breathe around each other move no row', () => {
	const user = loaded();
	const seen = new Set<string>();
	for (let second = 1; second <= 30; second++) {
		const breath = second % 2 === 0 ? 4 : -4;
		sampled(user, startMillis + second * 1000, {a: 50 + breath, b: 45 - breath});
		seen.add(user.list.join());
	}
	expect([...seen]).toEqual(['> a,  b']);
});

test('a row whose figure really is another one moves within three seconds', () => {
	const user = loaded();
	const moved = [1, 2, 3].find(second => {
		sampled(user, startMillis + second * 1000, {a: 5, b: 95});
		return user.list.join() === '  b,> a';
	});
	expect(moved).toBeLessThanOrEqual(3);
});

test('as long as no rank changes the order is not made anew', () => {
	const user = loaded();
	const {list} = user.state;
	sampled(user, startMillis + 1000, {a: 51, b: 44});
	expect(user.state.list).toBe(list);
});

test('another field begins with the figures of now', () => {
	const user = loaded();
	sampled(user, startMillis + 1000, {a: 5, b: 95});
	user.press('o', 'down', 'enter', 'o', 'up', 'enter');
	expect(user.list).toEqual(['  b', '> a']);
});

test('what is gone or has stopped leaves nothing behind', () => {
	const user = loaded();
	user.dispatch({type: 'container/removed', key: refKey(aContainer('a').ref)});
	sampled(user, startMillis + 1000, {b: 1});
	expect([...user.state.list.ranks.keys()]).toEqual([keyOf('b')]);
	expect([...user.state.smoothed.keys()]).toEqual([keyOf('b')]);
});
