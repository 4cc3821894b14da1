import {expect, test} from 'vitest';
import {Deaths} from '../../../source/sync/deaths.ts';
import {keyOf, refOf} from '../../helpers/builders.ts';

const die = (name: string, atMillis: number, exitCode = 1) =>
	({kind: 'container.died', ref: refOf(name), atMillis, exitCode}) as const;
const oom = (name: string, atMillis: number) =>
	({kind: 'container.oom', ref: refOf(name), atMillis}) as const;

test('the latest end between two instants is told', () => {
	const deaths = new Deaths();
	for (const [atMillis, code] of [
		[10, 1],
		[20, 2],
		[30, 3],
	] as const)
		deaths.note(die('a', atMillis, code));
	expect(deaths.between(keyOf('a'), 0)?.exitCode).toBe(3);
	expect(deaths.between(keyOf('a'), 0, 25)?.exitCode).toBe(2);
	expect(deaths.between(keyOf('a'), 31)).toBeUndefined();
	expect(deaths.between(keyOf('b'), 0)).toBeUndefined();
});

test('memory that ran out belongs to the end that follows it, once', () => {
	const deaths = new Deaths();
	deaths.note(oom('a', 9));
	deaths.note(die('b', 10));
	deaths.note(die('a', 10, 137));
	deaths.note(die('a', 20, 137));
	expect(deaths.between(keyOf('a'), 0, 15)?.isOomKilled).toBe(true);
	expect(deaths.between(keyOf('a'), 15)?.isOomKilled).toBe(false);
	expect(deaths.between(keyOf('b'), 0)?.isOomKilled).toBe(false);
});

test('of thousands of containers the last thousand are remembered', () => {
	const deaths = new Deaths();
	for (let index = 0; index < 1500; index++) deaths.note(die(`c${index}`, index));
	deaths.note(die('c600', 2000));
	expect(deaths.between(keyOf('c400'), 0)).toBeUndefined();
	expect(deaths.between(keyOf('c600'), 0)?.atMillis).toBe(2000);
	expect(deaths.between(keyOf('c1499'), 0)?.atMillis).toBe(1499);
});
