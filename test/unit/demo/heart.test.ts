import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {Heart} from '../../../source/demo/heart.ts';
import {World} from '../../../source/demo/world/world.ts';
import {nowMillis} from './world/scene.ts';

beforeEach(() => {
	vi.useFakeTimers({now: nowMillis});
});

afterEach(() => {
	vi.useRealTimers();
});

describe('a heart', () => {
	test('lets the world live with the clock, on a single timer', () => {
		const world = new World({nowMillis, containers: 200});
		const heart = new Heart(world, Date.now);
		const ran: number[] = [];
		for (const wait of [700, 30, 5000]) world.after(wait, () => ran.push(wait));
		expect(vi.getTimerCount()).toBe(1);
		vi.advanceTimersByTime(1000);
		expect(ran).toEqual([30, 700]);
		vi.advanceTimersByTime(5000);
		expect(ran).toEqual([30, 700, 5000]);
		expect(vi.getTimerCount()).toBe(1);
		heart.stop();
	});

	test('leaves no timer when it is stopped, whatever is planned afterwards', () => {
		const world = new World({nowMillis});
		const heart = new Heart(world, Date.now);
		heart.stop();
		world.after(1, () => undefined);
		expect(vi.getTimerCount()).toBe(0);
	});

	test('under a frozen clock it beats slowly', () => {
		const world = new World({nowMillis});
		let asked = 0;
		const heart = new Heart(world, () => {
			asked++;
			return nowMillis;
		});
		world.after(1, () => undefined);
		vi.advanceTimersByTime(1000);
		expect(asked).toBeLessThan(1000);
		expect(world.nowMillis).toBe(nowMillis);
		heart.stop();
	});
});
