import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {withDeadline} from '../../../source/engine/deadline.ts';
import {EngineError} from '../../../source/model/engine-error.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const never = () => new Promise<never>(() => {});
const deadline = (signal = new AbortController().signal) => ({signal, millis: 2000, what: 'ping'});

test('the result comes through and the timer is gone', async () => {
	await expect(withDeadline(deadline(), async () => 42)).resolves.toBe(42);
	expect(vi.getTimerCount()).toBe(0);
});

test('the failure of the work comes through and the timer is gone', async () => {
	const error = new Error('broken');
	await expect(withDeadline(deadline(), () => Promise.reject(error))).rejects.toBe(error);
	expect(vi.getTimerCount()).toBe(0);
});

test('work that never settles is a timeout, and is told to stop', async () => {
	const signals: AbortSignal[] = [];
	const call = withDeadline(deadline(), signal => {
		signals.push(signal);
		return never();
	});
	const outcome = expect(call).rejects.toMatchObject({
		kind: 'timeout',
		message: 'No answer within 2 s: ping',
	});
	const hint = call.catch((error: EngineError) => error.hint);
	await vi.advanceTimersByTimeAsync(2000);
	await outcome;
	expect(signals[0]?.aborted).toBe(true);
	// Who asked decides whether it is tried again; a snapshot is not.
	expect(await hint).toBe('The engine, or the way to it, may be overloaded or hung.');
});

test('an abort ends work that ignores it', async () => {
	const controller = new AbortController();
	const call = withDeadline(deadline(controller.signal), never);
	controller.abort();
	await expect(call).rejects.toMatchObject({name: 'AbortError'});
	expect(vi.getTimerCount()).toBe(0);
});

test('an abort with any reason is an AbortError', async () => {
	const controller = new AbortController();
	const call = withDeadline(deadline(controller.signal), never);
	controller.abort(new EngineError('internal', 'some reason'));
	await expect(call).rejects.toMatchObject({name: 'AbortError'});
});

test('nothing is started under a signal that has fired', async () => {
	const work = vi.fn(never);
	await expect(withDeadline(deadline(AbortSignal.abort()), work)).rejects.toMatchObject({
		name: 'AbortError',
	});
	expect(work).not.toHaveBeenCalled();
});

test('a failure after the end disturbs nobody', async () => {
	const late = Promise.withResolvers<never>();
	const outcome = expect(withDeadline(deadline(), () => late.promise)).rejects.toMatchObject({
		kind: 'timeout',
	});
	await vi.advanceTimersByTimeAsync(2000);
	await outcome;
	late.reject(new Error('late'));
	await vi.advanceTimersByTimeAsync(1);
});
