import {expect, onTestFinished, test} from 'vitest';
import type {EngineEvent} from '../../../source/model/engine-event.ts';
import type {SyncContext} from '../../../source/sync/context.ts';
import {openEventFeed} from '../../../source/sync/event-feed.ts';
import {Channel} from '../../helpers/channel.ts';
import {died} from '../../helpers/engine-events.ts';
import {FakeClock, settled} from '../../helpers/fake-clock.ts';

/** A subscription that the engine accepts when the test says so. */
interface Asked {
	readonly stream: Channel<EngineEvent>;
	accept(): void;
}

const begin = () => {
	const abort = new AbortController();
	onTestFinished(() => abort.abort());
	const asked: Asked[] = [];
	const events = (signal: AbortSignal): Promise<AsyncIterable<EngineEvent>> => {
		const {promise, resolve} = Promise.withResolvers<AsyncIterable<EngineEvent>>();
		const stream = new Channel<EngineEvent>(signal);
		asked.push({stream, accept: () => resolve(stream)});
		return promise;
	};
	const taken: EngineEvent[] = [];
	const context = {engine: {events}, clock: new FakeClock(), signal: abort.signal};
	const opening = openEventFeed(context as unknown as SyncContext, event => taken.push(event));
	return {asked, opening, taken};
};

test('an event that comes while the stream is exchanged is not lost', async () => {
	const {asked, opening, taken} = begin();
	asked[0]?.accept();
	const feed = await opening;
	const renewing = feed.renew();
	// The engine tells each event by the stream that has it first, and by no other.
	asked[1]?.accept();
	asked[0]?.stream.push(died('api'));
	await renewing;
	asked[1]?.stream.push(died('db'));
	await settled();
	expect(taken).toEqual([died('api'), died('db')]);
	expect(asked[0]?.stream.isClosed).toBe(true);
});
