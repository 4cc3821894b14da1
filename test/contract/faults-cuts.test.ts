import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Fault} from '../../source/demo/api/faults.ts';
import {oddIn} from '../helpers/field-faults.ts';
import {until} from '../helpers/until.ts';
import {get} from '../unit/demo/wire.ts';
import {endOf, type FaultSubject, faultSubject, inTurns} from './faults-subject.ts';
import {openSockets} from './subject.ts';

const step = 64;
/** Of the test runner. */
const socketsAtStart = openSockets();

/** Every offset at which an answer of that length can be cut. */
const offsetsIn = (length: number): number[] =>
	Array.from({length: Math.ceil(length / step)}, (_, index) => index * step);

const lengthOf = async ({demo}: FaultSubject, path: string): Promise<number> =>
	Buffer.byteLength((await get(demo, path)).text);

/** How the calls ended, each cut at another offset. */
const cutAtEach = (
	subject: FaultSubject,
	end: string,
	offsets: readonly number[],
	call: () => Promise<unknown>,
): Promise<unknown[]> => {
	const cuts = offsets.values();
	subject.breakPath(end, () => {
		const cutAt = cuts.next().value;
		return cutAt === undefined ? undefined : {cutAt};
	});
	return inTurns(offsets, () => endOf(call()));
};

describe('an answer that is cut at any 64th byte is a broken connection', () => {
	test('ping', async () => {
		const subject = await faultSubject();
		const ends = await cutAtEach(subject, '/_ping', [0, 1], () =>
			subject.engine.ping(subject.signal),
		);
		expect(ends).toEqual(['unreachable', 'unreachable']);
	});

	test.each(['/version', '/info'])('connect, %s', async path => {
		const subject = await faultSubject();
		const offsets = offsetsIn(await lengthOf(subject, path));
		expect(offsets.length).toBeGreaterThan(5);
		const ends = await cutAtEach(subject, path, offsets, () =>
			subject.engine.connect(subject.signal),
		);
		expect(ends).toEqual(offsets.map(() => 'unreachable'));
	});

	test('list', async () => {
		const subject = await faultSubject();
		const offsets = offsetsIn(await lengthOf(subject, '/containers/json?all=1'));
		expect(offsets.length).toBeGreaterThan(300);
		const {engine, signal} = subject;
		const ends = await cutAtEach(subject, '/containers/json', offsets, () => engine.list(signal));
		expect(ends).toEqual(offsets.map(() => 'unreachable'));
		expect(await engine.list(signal)).not.toEqual([]);
	});

	test('inspect', async () => {
		const subject = await faultSubject();
		const ref = await subject.refOf('shop-api-1');
		const path = `/containers/${ref.id}/json`;
		const offsets = offsetsIn(await lengthOf(subject, path));
		const ends = await cutAtEach(subject, path, offsets, () =>
			subject.engine.inspect(ref, subject.signal),
		);
		expect(ends).toEqual(offsets.map(() => 'unreachable'));
	});

	test('one sample', async () => {
		const subject = await faultSubject();
		const ref = await subject.refOf('shop-api-1');
		const length = await lengthOf(subject, `/containers/${ref.id}/stats?stream=0&one-shot=1`);
		const ends = await cutAtEach(subject, '/stats', offsetsIn(length), () =>
			subject.stats.readOnce(ref, subject.signal),
		);
		expect(ends).toEqual(offsetsIn(length).map(() => 'unreachable'));
	});
});

describe('a stream that is cut gives what came, and fails', () => {
	test('events', async () => {
		const subject = await faultSubject();
		const {demo, engine, signal} = subject;
		const ref = await subject.refOf('registry');
		for (const verb of ['pause', 'unpause'] as const) await engine.act(ref, {verb}, signal);
		const offsets = offsetsIn(1200);
		const cuts = offsets.values();
		demo.setFaults({
			match(_method, path): Fault | undefined {
				const cutAt = path === '/events' ? cuts.next().value : undefined;
				return cutAt === undefined ? undefined : {cutAt};
			},
			replayed: () => 10,
		});
		const seen: unknown[] = [];
		const ends = await inTurns(offsets, () =>
			endOf(
				(async () => {
					for await (const event of await engine.events(signal)) seen.push(event);
				})(),
			),
		);
		expect(ends).toEqual(offsets.map(() => 'unreachable'));
		expect(seen.length).toBeGreaterThan(0);
		expect(oddIn(seen)).toEqual([]);
	});

	test.each([true, false])('logs, follow %s', async follow => {
		const subject = await faultSubject();
		const ref = await subject.refOf('shop-web-1');
		const {length} = (
			await get(subject.demo, `/containers/${ref.id}/logs?stdout=1&stderr=1&timestamps=1&tail=20`)
		).text;
		const offsets = offsetsIn(length - step);
		expect(offsets.length).toBeGreaterThan(10);
		const whole = new Set<string>();
		const cut: string[] = [];
		const ends = await cutAtEach(subject, '/logs', offsets, async () => {
			const options = {follow, tail: 20, tty: false};
			for await (const lines of await subject.engine.logs(ref, options, subject.signal))
				cut.push(...lines.map(line => (line.kind === 'line' ? line.text : line.reason)));
		});
		expect(ends).toEqual(offsets.map(() => 'unreachable'));
		expect(cut.length).toBeGreaterThan(offsets.length);
		// Read at the end and far back, for the log went on meanwhile.
		for await (const lines of await subject.engine.logs(
			ref,
			{follow: false, tail: 1000, tty: false},
			subject.signal,
		))
			for (const line of lines) whole.add(line.kind === 'line' ? line.text : line.reason);
		expect(cut.filter(text => !whole.has(text))).toEqual([]);
	});
});

describe('an answer that stops in the middle', () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	test('is a timeout, and leaves no connection open', async () => {
		const subject = await faultSubject();
		const {engine, stats, signal} = subject;
		const ref = await subject.refOf('registry');
		const calls: Readonly<Record<string, () => Promise<unknown>>> = {
			'/_ping': () => engine.ping(signal),
			'/version': () => engine.connect(signal),
			'/info': () => engine.connect(signal),
			'/containers/json': () => engine.list(signal),
			[`/containers/${ref.id}/json`]: () => engine.inspect(ref, signal),
			[`/containers/${ref.id}/stats`]: () => stats.readOnce(ref, signal),
		};
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
		for (const [end, call] of Object.entries(calls))
			for (const stallAt of [0, 1, 65, 500]) {
				if (end === '/_ping' && stallAt > 1) continue;
				let isAsked = false;
				subject.breakPath(end, () => {
					isAsked = true;
					return {stallAt};
				});
				const ending = endOf(call());
				while (!isAsked) await nextTurn();
				await vi.advanceTimersByTimeAsync(20_000);
				expect([end, stallAt, await ending]).toEqual([end, stallAt, 'timeout']);
			}
		vi.useRealTimers();
		// Besides those there is the one at which the engine listens.
		await until(
			() => openSockets() === socketsAtStart + 1,
			() => `${socketsAtStart + 1} sockets, but ${openSockets()}`,
		);
	});
});

const nextTurn = (): Promise<void> =>
	new Promise(resolve => {
		setImmediate(resolve);
	});
