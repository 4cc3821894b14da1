import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import type {EngineEvent} from '../../../source/model/engine-event.ts';
import {aContainer, aSample, keyOf, someDetails, startMillis} from '../../helpers/builders.ts';
import {changed, destroyed, died, probed} from '../../helpers/engine-events.ts';
import {Watcher} from '../../helpers/watcher.ts';

const two = [aContainer('api', {health: {kind: 'healthy'}}), aContainer('db')];

/** The same event at another time, in seconds from the start. */
const at = (seconds: number, event: EngineEvent): EngineEvent => ({
	...event,
	atMillis: startMillis + seconds * 1000,
});

describe('what happens while a list is under way', () => {
	const destroyMeanwhile = async (): Promise<Watcher> => {
		const watcher = await Watcher.begin(two);
		watcher.engine.trouble('list', 'hang');
		watcher.engine.emit(changed('api'));
		await watcher.pass(200);
		watcher.engine.emit(destroyed('db'));
		await watcher.pass();
		return watcher;
	};

	test('is not undone by the list, which may have been made before', async () => {
		const watcher = await destroyMeanwhile();
		watcher.engine.trouble('list', undefined);
		await watcher.pass();
		expect(watcher.user.list).toEqual(['> api']);
	});

	test('shows before the list is in', async () => {
		const watcher = await destroyMeanwhile();
		expect(watcher.user.list).toEqual(['> api']);
	});
});

describe('what comes late or again', () => {
	test('a death of a life before takes no figures away', async () => {
		const watcher = await Watcher.begin(two, engine =>
			engine.details.set('api', someDetails({startedAtMillis: startMillis + 5000})),
		);
		watcher.engine.sample(aSample('api', startMillis, 10));
		await watcher.pass();
		watcher.engine.emit(at(4, died('api')));
		await watcher.pass();
		expect(watcher.user.state.usages.has(keyOf('api'))).toBe(true);
		watcher.engine.emit(at(6, died('api')));
		await watcher.pass();
		expect(watcher.user.state.usages.has(keyOf('api'))).toBe(false);
	});

	test('an older health does not replace a newer one', async () => {
		const watcher = await Watcher.begin(two, engine => engine.trouble('inspect', 'hang'));
		const health = () => watcher.user.state.containers.byKey.get(keyOf('api'))?.health.kind;
		watcher.engine.emit(at(2, probed('api', 'unhealthy')), at(1, probed('api', 'healthy')));
		await watcher.pass();
		expect(health()).toBe('unhealthy');
		watcher.engine.emit(at(3, probed('api', 'healthy')));
		await watcher.pass();
		expect(health()).toBe('healthy');
	});

	test('in any order and number, events end in what the engine lists, without a word', async () => {
		const events = [
			...['kill', 'die', 'stop', 'start', 'rename', 'update'].map(word => changed('api', word)),
			...[died('api'), died('db'), destroyed('db'), probed('api', 'unhealthy')],
			...[changed('new', 'create'), changed('new'), died('new')],
		].map((event, index) => at(index, event));
		const truth = [aContainer('api', {health: {kind: 'healthy'}}), aContainer('new')];
		const anyEvents = fc.array(fc.constantFrom(...events), {maxLength: 30});
		await fc.assert(
			fc.asyncProperty(anyEvents, async told => {
				const watcher = await Watcher.begin(two);
				watcher.becomes(...truth);
				for (const event of told) {
					watcher.engine.emit(event);
					await watcher.pass(40);
				}
				await watcher.pass(32_000);
				expect(watcher.user.list).toEqual(['> api', '  new']);
				const api = watcher.user.state.containers.byKey.get(keyOf('api'));
				expect([api?.state, api?.health.kind]).toEqual(['running', 'healthy']);
				expect(watcher.user.messages).toEqual([]);
				await watcher.end();
			}),
			{numRuns: 30},
		);
	});
});

describe('a stream that is silent', () => {
	test('for five minutes is exchanged for a new one, unseen', async () => {
		const watcher = await Watcher.begin(two);
		await watcher.pass(299_000);
		expect(watcher.engine.count('events')).toBe(1);
		await watcher.pass(2000);
		expect(watcher.engine.count('events')).toBe(2);
		expect(watcher.engine.count('connect')).toBe(1);
		watcher.engine.emit(destroyed('db'));
		await watcher.pass();
		expect(watcher.user.list).toEqual(['> api']);
	});

	test('for less is left alone', async () => {
		const watcher = await Watcher.begin(two);
		for (let minute = 0; minute < 20; minute++) {
			await watcher.pass(60_000);
			if (minute % 4 === 0) watcher.engine.emit(changed('api', 'rename'));
		}
		expect(watcher.engine.count('events')).toBe(1);
	});

	test('stays as it is when the new one is not answered in time', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.trouble('events', new EngineError('timeout', 'No answer within 10 s: events'));
		await watcher.pass(301_000);
		expect(watcher.user.state.connection.status).toBe('live');
	});
});

describe('a storm of events', () => {
	test('that does not end costs no more than a list a second', async () => {
		const watcher = await Watcher.begin(two);
		await watcher.pass(5000);
		const before = watcher.engine.count('list');
		for (let tick = 0; tick < 500; tick++) {
			watcher.engine.emit(changed('api', 'rename'), changed('db', 'rename'));
			await watcher.pass(20);
		}
		const lists = watcher.engine.count('list') - before;
		expect(lists).toBeGreaterThan(5);
		expect(lists).toBeLessThan(16);
		expect(watcher.engine.count('inspect')).toBe(2);
	});

	test('leaves most of the time to an engine that needs a second for each list', async () => {
		const watcher = await Watcher.begin(two);
		const {engine} = watcher;
		const before = engine.count('list');
		engine.trouble('list', 'hang');
		let answered = before;
		for (let second = 0; second < 60; second++) {
			engine.emit(changed('api', 'rename'));
			await watcher.pass(1000);
			if (engine.count('list') === answered) continue;
			await watcher.pass(1000);
			answered = engine.count('list');
			engine.trouble('list', undefined);
			await watcher.pass();
			engine.trouble('list', 'hang');
		}
		expect(answered - before).toBeGreaterThan(5);
		expect(answered - before).toBeLessThan(16);
	});
});

describe('a list that is not answered in time', () => {
	const tooSlow = new EngineError('timeout', 'No answer within 20 s: list containers');

	test('is told once, tried again, and is no loss while the engine answers', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.trouble('list', tooSlow);
		await watcher.pass(60_000);
		expect(watcher.user.state.connection.status).toBe('live');
		expect(watcher.user.messages).toEqual([
			'error: the list of containers is old: No answer within 20 s: list containers',
		]);
		watcher.becomes(aContainer('db'));
		watcher.engine.recover();
		await watcher.pass(10_000);
		expect(watcher.user.list).toEqual(['> db']);
	});

	test('is a failure when it is the first one', async () => {
		const watcher = await Watcher.begin(two, engine => engine.trouble('list', tooSlow));
		expect(watcher.user.state.connection).toMatchObject({
			status: 'lost',
			failure: {message: 'No answer within 20 s: list containers'},
		});
	});
});
