import {expect, test} from 'vitest';
import type {EngineEvent} from '../../source/model/engine-event.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {until} from '../helpers/until.ts';
import {type Contract, openSockets} from './subject.ts';

export const eventCases = (contract: Contract): void => {
	/** Collects what is told of one container from now on. */
	const listen = async (ref: ContainerRef, signal = contract.signal): Promise<EngineEvent[]> => {
		const seen: EngineEvent[] = [];
		const events = await contract.engine.events(signal);
		void (async () => {
			for await (const event of events) if (event.ref.id === ref.id) seen.push(event);
		})();
		return seen;
	};

	const see = (seen: readonly EngineEvent[], wanted: Partial<EngineEvent> & {action?: string}) =>
		until(
			() =>
				seen.find(event =>
					Object.entries(wanted).every(([key, value]) => Reflect.get(event, key) === value),
				),
			() => `${JSON.stringify(wanted)} in ${JSON.stringify(seen)}`,
		);

	test('a start is told', async () => {
		const ref = await contract.cast.ended();
		const seen = await listen(ref);
		await contract.engine.act(ref, {verb: 'start'}, contract.signal);
		const event = await see(seen, {kind: 'container.changed', action: 'start'});
		expect(event.ref).toEqual(ref);
		expect(Math.abs(event.atMillis - Date.now())).toBeLessThan(60_000);
	});

	test('a kill is told with the exit code', async () => {
		const ref = await contract.cast.idle();
		const seen = await listen(ref);
		await contract.engine.act(ref, {verb: 'kill'}, contract.signal);
		expect(await see(seen, {kind: 'container.died'})).toMatchObject({exitCode: 137});
	});

	test('pausing and going on are told', async () => {
		const ref = await contract.cast.idle();
		const seen = await listen(ref);
		await contract.engine.act(ref, {verb: 'pause'}, contract.signal);
		await see(seen, {kind: 'container.changed', action: 'pause'});
		await contract.engine.act(ref, {verb: 'unpause'}, contract.signal);
		await see(seen, {kind: 'container.changed', action: 'unpause'});
	});

	test('a removal is told', async () => {
		const ref = await contract.cast.ended();
		const seen = await listen(ref);
		await contract.engine.act(ref, {verb: 'remove'}, contract.signal);
		await see(seen, {kind: 'container.destroyed'});
	});

	test('what is done inside a container makes no event', async () => {
		const ref = await contract.cast.idle();
		const seen = await listen(ref);
		const options = {argv: ['true'], columns: 80, rows: 24};
		const session = await contract.engine.exec(ref, options, contract.signal);
		await session.exitCode();
		await contract.engine.act(ref, {verb: 'pause'}, contract.signal);
		await see(seen, {action: 'pause'});
		expect(seen).toHaveLength(1);
		await contract.engine.act(ref, {verb: 'unpause'}, contract.signal);
	});

	test('the past is told once it is over, with names', async () => {
		const ref = await contract.cast.idle();
		const seen = await listen(ref);
		await contract.engine.act(ref, {verb: 'pause'}, contract.signal);
		await contract.engine.act(ref, {verb: 'unpause'}, contract.signal);
		const {atMillis} = await see(seen, {action: 'unpause'});
		const span = {sinceMillis: atMillis - 60_000, untilMillis: atMillis + 1};
		const past = await contract.engine.pastEvents(span, contract.signal);
		const own = past.filter(event => event.ref.id === ref.id);
		expect(own.slice(-2)).toEqual(seen);
		expect(own.at(-1)).toHaveProperty('name');
	});

	test('a stream that is opened again goes on after the last event, and repeats none', async () => {
		const ref = await contract.cast.idle();
		const first = new AbortController();
		const before = await listen(ref, first.signal);
		await contract.engine.act(ref, {verb: 'pause'}, contract.signal);
		await see(before, {action: 'pause'});
		first.abort();
		await contract.engine.act(ref, {verb: 'unpause'}, contract.signal);
		const after = await listen(ref);
		await see(after, {action: 'unpause'});
		expect(after.filter(({kind}) => kind === 'container.changed')).toHaveLength(1);
	});

	test('an abort ends them quietly and frees the socket', async () => {
		const before = openSockets();
		const controller = new AbortController();
		const streams = await Promise.all(
			Array.from({length: 5}, () => contract.engine.events(controller.signal)),
		);
		const ends = streams.map(async events => {
			for await (const _event of events);
		});
		controller.abort();
		await Promise.all(ends);
		await until(() => openSockets() <= before, 'the sockets to be closed');
	});
};
