import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {createFrameSchedule} from '../../../source/app/frame-schedule.ts';
import type {Urgency} from '../../../source/store/urgency.ts';

beforeEach(() => {
	vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance']});
});
afterEach(() => {
	vi.useRealTimers();
});

/** When frames are shown, in milliseconds, for changes that come at these times. */
const framesFor = async (
	...changes: readonly (readonly [atMillis: number, urgency: Urgency])[]
): Promise<readonly number[]> => {
	const frames: number[] = [];
	const start = performance.now();
	const schedule = createFrameSchedule(() => performance.now());
	for (const [atMillis, urgency] of changes) {
		await vi.advanceTimersByTimeAsync(start + atMillis - performance.now());
		schedule(() => frames.push(Math.round(performance.now() - start)), urgency);
	}
	await vi.advanceTimersByTimeAsync(5000);
	return frames;
};

test('the first change is shown at once, the next ones 33 ms after the frame before', async () => {
	expect(await framesFor([0, 'now'], [10, 'now'], [500, 'now'])).toEqual([0, 33, 500]);
});

test('figures in pieces are shown together', async () => {
	expect(await framesFor([0, 'soon'], [20, 'soon'], [300, 'soon'])).toEqual([0, 120, 300]);
});

test('what comes over some part of a second waits a quarter of one for the rest', async () => {
	expect(await framesFor([0, 'now'], [500, 'gathered'], [2000, 'gathered'])).toEqual([
		0, 750, 2250,
	]);
});

test('what waits for the rest is shown with what is sooner, and puts nothing off', async () => {
	expect(await framesFor([0, 'now'], [500, 'gathered'], [600, 'now'])).toEqual([0, 600]);
	const planned = [[0, 'now'] as const, [100, 'with others'] as const];
	expect(await framesFor(...planned, [1000, 'gathered'])).toEqual([0, 1100]);
});

test('what can wait is shown with the next figures', async () => {
	expect(await framesFor([0, 'soon'], [400, 'with others'], [1000, 'soon'])).toEqual([0, 1000]);
});

test('without figures it is shown by itself, and no second of the clock is left out', async () => {
	const seconds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(second => [
		[second * 1000, 'with others'] as const,
	]);
	const frames = await framesFor([0, 'soon'], ...seconds.flat().slice(1));
	for (const second of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
		const shown = frames.filter(at => at >= second * 1000 && at < (second + 1) * 1000);
		expect(shown.length).toBeGreaterThan(0);
	}
	expect(frames.length).toBeLessThanOrEqual(12);
});
