import {getEventListeners} from 'node:events';
import {expect, test} from 'vitest';
import {Bell} from '../../../source/sync/bell.ts';

const hasEnded = async (waiting: Promise<void>): Promise<boolean> =>
	await Promise.race([waiting.then(() => true), Promise.resolve().then(() => false)]);

test('wakes who waits, and who comes later, until it is reset', async () => {
	const bell = new Bell();
	const {signal} = new AbortController();
	const [first, second] = [bell.rings(signal), bell.rings(signal)];
	expect(await hasEnded(first)).toBe(false);
	bell.ring();
	await Promise.all([first, second, bell.rings(signal)]);
	bell.reset();
	expect(await hasEnded(bell.rings(signal))).toBe(false);
});

test('wakes who gives up', async () => {
	const bell = new Bell();
	const life = new AbortController();
	const waiting = bell.rings(life.signal);
	life.abort();
	await waiting;
	await bell.rings(life.signal);
});

test('leaves nothing of who has waited at the signal', async () => {
	const bell = new Bell();
	const whole = new AbortController();
	for (let count = 0; count < 100; count++) {
		const life = new AbortController();
		const waiting = bell.rings(life.signal);
		life.abort();
		await waiting;
		const heard = bell.rings(whole.signal);
		bell.ring();
		bell.reset();
		await heard;
	}
	expect(getEventListeners(whole.signal, 'abort')).toEqual([]);
});
