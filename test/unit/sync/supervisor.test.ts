import {describe, expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import {aContainer, someDetails} from '../../helpers/builders.ts';
import {unreachable} from '../../helpers/fake-engine.ts';
import {Watcher} from '../../helpers/watcher.ts';

const two = [aContainer('api'), aContainer('db')];

const connection = (watcher: Watcher) => watcher.user.state.connection;

const failure = (watcher: Watcher): string | undefined => {
	const current = connection(watcher);
	return current.status === 'lost' ? current.failure.message : undefined;
};

/** Milliseconds from now to the next try. */
const delay = (watcher: Watcher): number => {
	const current = connection(watcher);
	return current.status === 'lost' ? current.retryAtMillis - watcher.clock.now() : 0;
};

test('connects, and lists', async () => {
	const watcher = await Watcher.begin(two);
	expect(connection(watcher).status).toBe('live');
	expect(watcher.user.state.engine).toBe(watcher.engine.info);
	expect(watcher.user.list).toEqual(['> api', '  db']);
});

test('says why nothing answers, with a hint', async () => {
	const watcher = await Watcher.begin(two, engine => engine.crash());
	expect(connection(watcher)).toMatchObject({
		status: 'lost',
		failure: {
			kind: 'unreachable',
			message: 'connection refused',
			hint: 'Is the engine running?',
		},
	});
	expect(watcher.user.state.containers.status).toBe('loading');
});

describe('a lost engine', () => {
	test('leaves the last values, marked as stale, and no figures in motion', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.crash();
		await watcher.pass();
		expect(failure(watcher)).toBe('connection refused');
		expect(watcher.user.state.containers.status).toBe('stale');
		expect(watcher.user.list).toEqual(['> api', '  db']);
	});

	test('is tried again, and read as a whole when it is back', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.crash();
		await watcher.pass(1000);
		expect(connection(watcher).status).toBe('lost');
		watcher.becomes(aContainer('db'), aContainer('new'));
		watcher.engine.recover();
		await watcher.pass(5000);
		expect(connection(watcher).status).toBe('live');
		expect(watcher.user.list).toEqual(['> db', '  new']);
		expect(watcher.user.state.containers.status).toBe('ready');
	});

	test('is inspected anew, because containers may have been restarted meanwhile', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.crash();
		await watcher.pass(1000);
		watcher.engine.details.set('api', someDetails({restartCount: 1}));
		watcher.engine.recover();
		await watcher.pass(5000);
		const [api] = watcher.user.state.containers.byKey.values();
		expect(api?.details?.restartCount).toBe(1);
	});

	test('waits longer each time, up to five seconds', async () => {
		const watcher = await Watcher.begin(two, engine => engine.crash());
		const delays: number[] = [];
		for (let attempt = 0; attempt < 8; attempt++) {
			delays.push(delay(watcher));
			await watcher.pass(delay(watcher));
		}
		expect(delays[0]).toBeLessThanOrEqual(250);
		expect(delays[2]).toBeGreaterThanOrEqual(500 / 2 - 100);
		for (const each of delays.slice(5)) {
			expect(each).toBeGreaterThanOrEqual(2500);
			expect(each).toBeLessThanOrEqual(5000);
		}
		expect(watcher.engine.count('connect')).toBe(9);
	});

	test('is tried at once when the user wants it', async () => {
		const watcher = await Watcher.begin(two, engine => engine.crash());
		await watcher.pass(20_000);
		expect(delay(watcher)).toBeGreaterThan(100);
		watcher.engine.recover();
		watcher.user.press('R');
		await watcher.pass();
		expect(connection(watcher).status).toBe('live');
	});

	test('is left alone for as long as its error says, except by the user', async () => {
		const locked = new EngineError('permission', 'refused', {retryAfterMillis: 180_000});
		const watcher = await Watcher.begin(two, engine => engine.crash(locked));
		expect(delay(watcher)).toBeGreaterThan(170_000);
		watcher.engine.recover();
		watcher.user.press('R');
		await watcher.pass();
		expect(connection(watcher).status).toBe('live');
	});

	test('counts from the first failure', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.crash();
		await watcher.pass();
		const {sinceMillis} = connection(watcher);
		await watcher.pass(30_000);
		expect(connection(watcher).sinceMillis).toBe(sinceMillis);
	});
});

describe('what shows that it is lost', () => {
	test('a heartbeat without an answer, though the streams are silent as ever', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.trouble('ping', new EngineError('timeout', 'No answer within 2 s: ping'));
		await watcher.pass(2000);
		expect(failure(watcher)).toBe('No answer within 2 s: ping');
	});

	test('the end of the event stream, even a clean one', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.endEvents();
		await watcher.pass();
		expect(failure(watcher)).toBe('The engine closed its event stream');
	});

	test.each(['events', 'list'] as const)('a refused %s', async call => {
		const watcher = await Watcher.begin(two, engine =>
			engine.trouble(call, new EngineError('internal', 'out of memory')),
		);
		expect(failure(watcher)).toBe('out of memory');
	});

	test('a later list', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.trouble('list', new EngineError('protocol', 'no list'));
		await watcher.pass(31_000);
		expect(failure(watcher)).toBe('no list');
	});

	test('an inspect that finds nobody there', async () => {
		const watcher = await Watcher.begin(two, engine => engine.trouble('inspect', unreachable));
		expect(failure(watcher)).toBe('connection refused');
	});

	test('a defect of dockmon, named as such', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.breakStats(new TypeError('x is not a function'));
		await watcher.pass();
		expect(failure(watcher)).toBe('defect in dockmon: x is not a function');
	});
});

test('an engine that accepts and then fails is not hammered', async () => {
	const watcher = await Watcher.begin(two, engine =>
		engine.trouble('list', new EngineError('internal', 'refused by the proxy')),
	);
	await watcher.pass(60_000);
	expect(watcher.engine.count('connect')).toBeLessThan(30);
});

test('one that has answered for a while is tried again without delay', async () => {
	const watcher = await Watcher.begin(two, engine => engine.crash());
	await watcher.pass(30_000);
	watcher.engine.recover();
	await watcher.pass(10_000);
	watcher.engine.crash();
	await watcher.pass();
	expect(delay(watcher)).toBeLessThanOrEqual(250);
});

test('lives through twenty crashes without leaving anything behind', async () => {
	const watcher = await Watcher.begin(two);
	const before = watcher.clock.sleepers;
	for (let round = 0; round < 20; round++) {
		watcher.engine.crash();
		await watcher.pass(600);
		watcher.engine.recover();
		await watcher.pass(6000);
		expect(connection(watcher).status).toBe('live');
	}
	expect(watcher.clock.sleepers).toBe(before);
});
