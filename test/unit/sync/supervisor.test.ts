import {describe, expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import {aContainer, anEngine, aSample, keyOf, someDetails} from '../../helpers/builders.ts';
import {changed} from '../../helpers/engine-events.ts';
import {unreachable} from '../../helpers/fake-engine.ts';
import {lastSeconds} from '../../helpers/last-seconds.ts';
import {Watcher} from '../../helpers/watcher.ts';

const two = [aContainer('api'), aContainer('db')];

const connection = (watcher: Watcher) => watcher.user.state.connection;

const failure = (watcher: Watcher): string | undefined => {
	const current = connection(watcher);
	return current.status === 'lost' ? current.failure.message : undefined;
};

const counts = ({engine}: Watcher) => ({
	connect: engine.count('connect'),
	events: engine.count('events'),
	list: engine.count('list'),
});

/** Milliseconds from now to the next try. */
const delay = (watcher: Watcher): number => {
	const current = connection(watcher);
	return current.status === 'lost' ? current.retryAtMillis - watcher.clock.now() : 0;
};

/** Lost for a while, and at the beginning of a long wait for the next try. */
const waitForLong = async (watcher: Watcher): Promise<void> => {
	await watcher.pass(20_000);
	for (let step = 0; step < 100 && delay(watcher) < 1000; step++) await watcher.pass(100);
	expect(delay(watcher)).toBeGreaterThanOrEqual(1000);
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
		await waitForLong(watcher);
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
	test('a socket that is gone, within a second and while everything is answered', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.lostSocket = new EngineError('unreachable', 'its socket is gone');
		watcher.engine.emit(changed('api'));
		await watcher.pass(1000);
		expect(failure(watcher)).toBe('its socket is gone');
		expect(watcher.engine.count('ping')).toBe(0);
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

describe('an engine that hangs', () => {
	const noAnswer = new EngineError('timeout', 'No answer within 2 s: ping');
	const hang = (watcher: Watcher): void => {
		for (const call of ['connect', 'ping', 'list', 'inspect'] as const) {
			watcher.engine.trouble(call, noAnswer);
		}
	};

	test('is stale within five seconds, though its streams are silent as ever', async () => {
		const watcher = await Watcher.begin(two);
		hang(watcher);
		await watcher.pass(3000);
		expect(connection(watcher)).toMatchObject({status: 'stale'});
		expect(watcher.user.state.containers.status).toBe('ready');
	});

	test('is not stale while it answers anything', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.trouble('ping', noAnswer);
		for (let second = 0; second < 20; second++) {
			watcher.engine.emit(changed('api'));
			await watcher.pass(1000);
			expect(connection(watcher).status).toBe('live');
		}
		expect(watcher.engine.count('ping')).toBe(0);
	});

	test('is the same connection when it answers again, with its events renewed and a list', async () => {
		const watcher = await Watcher.begin(two);
		const {sinceMillis} = connection(watcher);
		hang(watcher);
		await watcher.pass(10_000);
		const before = {...counts(watcher)};
		watcher.becomes(aContainer('db'));
		watcher.engine.recover();
		await watcher.pass(1000);
		expect(connection(watcher)).toEqual({status: 'live', sinceMillis});
		expect(watcher.user.list).toEqual(['> db']);
		expect(counts(watcher)).toEqual({
			connect: before.connect,
			events: before.events + 1,
			list: before.list + 1,
		});
	});

	test('is given up after half a minute, then tried every second or so', async () => {
		const watcher = await Watcher.begin(two);
		hang(watcher);
		await watcher.pass(29_000);
		expect(connection(watcher).status).toBe('stale');
		await watcher.pass(3000);
		expect(connection(watcher).status).toBe('lost');
		await watcher.pass(60_000);
		expect(delay(watcher)).toBeLessThanOrEqual(1000);
		const {answeredAtMillis} = connection(watcher) as {answeredAtMillis?: number};
		expect(watcher.clock.now() - (answeredAtMillis ?? 0)).toBeGreaterThan(90_000);
	});

	test('is asked for nothing but whether it is there', async () => {
		const watcher = await Watcher.begin(two);
		hang(watcher);
		await watcher.pass(5000);
		const inspects = watcher.engine.count('inspect');
		watcher.engine.emit(changed('api'), changed('db'));
		await watcher.pass(5000);
		expect(watcher.engine.count('inspect')).toBe(inspects);
		watcher.engine.recover();
		await watcher.pass(2000);
		expect(watcher.engine.count('inspect')).toBe(inspects + 2);
	});

	test('a deadline that passed while this program stood still proves nothing', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.trouble('ping', 'hang');
		await watcher.pass(2500);
		watcher.clock.jump(60_000);
		watcher.engine.trouble('ping', noAnswer);
		await watcher.pass();
		expect(connection(watcher).status).toBe('live');
	});
});

test('an engine at rest is asked every two seconds', async () => {
	const watcher = await Watcher.begin(two);
	await watcher.pass(20_000);
	expect(watcher.engine.count('ping')).toBeLessThanOrEqual(10);
	expect(watcher.engine.count('ping')).toBeGreaterThan(7);
});

describe('a new socket', () => {
	test('is tried at once, and then often', async () => {
		const watcher = await Watcher.begin(two, engine => engine.crash());
		await waitForLong(watcher);
		watcher.engine.replace();
		await watcher.pass();
		expect(delay(watcher)).toBeLessThanOrEqual(250);
		watcher.engine.recover();
		await watcher.pass(250);
		expect(connection(watcher).status).toBe('live');
	});
});

describe('after a sleep of the machine', () => {
	test('everything is begun anew at once, and nothing is called lost', async () => {
		const watcher = await Watcher.begin(two);
		const statuses = new Set<string>();
		watcher.user.store.subscribe(() => statuses.add(connection(watcher).status));
		watcher.becomes(aContainer('db'));
		watcher.clock.jump(3_600_000);
		await watcher.pass(1500);
		expect(watcher.user.list).toEqual(['> db']);
		expect(watcher.engine.count('connect')).toBe(2);
		expect([...statuses]).toEqual(['live']);
	});

	test('a lost engine is tried at once', async () => {
		const watcher = await Watcher.begin(two, engine => engine.crash());
		await watcher.pass(30_000);
		const before = watcher.engine.count('connect');
		watcher.clock.jump(3_600_000);
		await watcher.pass(1000);
		expect(watcher.engine.count('connect')).toBeGreaterThan(before);
	});

	test('what is on the screen is as old as the sleep, while the engine is not back', async () => {
		const watcher = await Watcher.begin(two);
		const before = watcher.clock.now();
		watcher.engine.trouble('connect', unreachable);
		watcher.clock.jump(3_600_000);
		await watcher.pass(1500);
		expect(connection(watcher)).toMatchObject({status: 'lost'});
		const {answeredAtMillis} = connection(watcher) as {readonly answeredAtMillis?: number};
		expect(answeredAtMillis).toBeLessThan(before + 5000);
	});

	test('rates are not those of the sleep, and the charts have a gap', async () => {
		const watcher = await Watcher.begin(two);
		const at = watcher.clock.now();
		watcher.engine.sample(aSample('api', at, 0, {netRxBytes: 0}));
		await watcher.pass(1000);
		watcher.clock.jump(600_000);
		await watcher.pass(1000);
		watcher.engine.sample(aSample('api', at + 2000, 500_000, {netRxBytes: 1e12}));
		await watcher.pass();
		const usage = watcher.user.state.usages.get(keyOf('api'));
		expect(usage).toBeDefined();
		expect(usage).not.toHaveProperty('cpuPercent');
		expect(usage).not.toHaveProperty('netRxPerSecond');
		const memory = watcher.user.history.container(keyOf('api'), 'memory');
		const values = lastSeconds(memory, watcher.clock.now(), 100) ?? [];
		expect(values.slice(0, -1).every(value => value === undefined)).toBe(true);
		expect(values.at(-1)).toBeDefined();
	});
});

describe('the clock of the engine', () => {
	const skewed = (seconds: number) => ({...anEngine, clockOffsetMillis: seconds * 1000});

	test('that is wrong is told once, not with each connection', async () => {
		const watcher = await Watcher.begin(two, engine => {
			engine.info = skewed(-600);
		});
		expect(watcher.user.messages).toEqual([
			"info: the engine's clock is 10:00 behind; ages are told by it",
		]);
		watcher.engine.crash();
		await watcher.pass(600);
		watcher.engine.recover();
		watcher.engine.info = skewed(-601);
		await watcher.pass(6000);
		expect(watcher.user.messages).toHaveLength(1);
		watcher.engine.crash();
		await watcher.pass(600);
		watcher.engine.recover();
		watcher.engine.info = skewed(4);
		await watcher.pass(6000);
		expect(watcher.user.messages.at(-1)).toBe(
			"info: the engine's clock is 00:04 ahead; ages are told by it",
		);
	});

	test('that is right within two seconds is not worth a word', async () => {
		const watcher = await Watcher.begin(two, engine => {
			engine.info = skewed(2);
		});
		expect(watcher.user.messages).toEqual([]);
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
	await watcher.pass(400);
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
