import {expect, onTestFinished, test} from 'vitest';
import type {HostSample} from '../../../source/model/host-sample.ts';
import type {Pause, SyncContext} from '../../../source/sync/context.ts';
import {pumpHost} from '../../../source/sync/host.ts';
import {anEngine, startMillis} from '../../helpers/builders.ts';
import {FakeClock} from '../../helpers/fake-clock.ts';
import {User} from '../../helpers/user.ts';

/** A machine whose load is the milliseconds at which it was read. */
const begin = (intervalMillis?: number) => {
	const clock = new FakeClock();
	const abort = new AbortController();
	onTestFinished(() => abort.abort());
	const user = new User({});
	async function* hostSampler(
		_engine: unknown,
		pause: Pause,
		signal: AbortSignal,
	): AsyncGenerator<HostSample> {
		while (!signal.aborted) {
			const atMillis = clock.now();
			yield {atMillis, origin: 'local', load1: atMillis - startMillis};
			await pause(signal);
		}
	}
	const {store, history, viewport} = user;
	const context = {hostSampler, store, history, viewport, clock, signal: abort.signal};
	void pumpHost(
		{...context, ...(intervalMillis !== undefined && {intervalMillis})} as unknown as SyncContext,
		anEngine,
	);
	return {clock, viewport, readAt: () => user.state.host?.load1};
};

test('the machine is read every second, and seldom while nobody looks', async () => {
	const {clock, viewport, readAt} = begin();
	await clock.advance(3100);
	expect(readAt()).toBe(3000);
	viewport.see(false);
	await clock.advance(5800);
	expect(readAt()).toBe(4000);
	await clock.advance(100);
	expect(readAt()).toBe(9000);
});

test('it is read at once when somebody looks again', async () => {
	const {clock, viewport, readAt} = begin();
	await clock.advance(0);
	viewport.see(false);
	await clock.advance(7500);
	expect(readAt()).toBe(6000);
	viewport.see(true);
	await clock.advance(0);
	expect(readAt()).toBe(7500);
	await clock.advance(1000);
	expect(readAt()).toBe(8500);
});

test('but not so soon after the last time that the use of the CPU would say nothing', async () => {
	const {clock, viewport, readAt} = begin();
	await clock.advance(0);
	viewport.see(false);
	await clock.advance(1050);
	viewport.see(true);
	await clock.advance(0);
	expect(readAt()).toBe(1000);
	await clock.advance(150);
	expect(readAt()).toBe(1200);
});

test('an interval that was chosen holds, whoever looks', async () => {
	const {clock, viewport, readAt} = begin(3000);
	viewport.see(false);
	await clock.advance(3500);
	viewport.see(true);
	await clock.advance(2000);
	expect(readAt()).toBe(3000);
});
