import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {wait} from '../../../source/engine/wait.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test('ends after its time', async () => {
	const done = vi.fn();
	const waiting = wait(500, new AbortController().signal).then(done);
	await vi.advanceTimersByTimeAsync(499);
	expect(done).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	await waiting;
});

test('ends at once, without an error, when the signal fires or has fired', async () => {
	const controller = new AbortController();
	const waiting = wait(500, controller.signal);
	controller.abort();
	await waiting;
	await wait(500, controller.signal);
	expect(vi.getTimerCount()).toBe(0);
});
