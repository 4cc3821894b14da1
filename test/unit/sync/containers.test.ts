import {describe, expect, test} from 'vitest';
import {healthOf} from '../../../source/model/container-facts.ts';
import {EngineError} from '../../../source/model/engine-error.ts';
import {
	aContainer,
	aSample,
	exited,
	keyOf,
	someDetails,
	startMillis,
} from '../../helpers/builders.ts';
import {changed, destroyed, died, probed} from '../../helpers/engine-events.ts';
import {Watcher} from '../../helpers/watcher.ts';

const two = [aContainer('api', {health: {kind: 'healthy'}}), aContainer('db')];

const api = (watcher: Watcher) => watcher.user.state.containers.byKey.get(keyOf('api'));

test('what happens before the first list is in is not missed', async () => {
	const watcher = await Watcher.begin(two, engine => engine.trouble('list', 'hang'));
	const {calls} = watcher.engine;
	expect(calls.indexOf('events')).toBeLessThan(calls.indexOf('list'));
	watcher.engine.emit(changed('new'));
	await watcher.pass();
	// The answer that is under way was made before; only a second list shows the new container.
	watcher.becomes(...two, aContainer('new'));
	watcher.engine.trouble('list', undefined);
	await watcher.pass();
	expect(watcher.user.list).toEqual(['> api', '  db']);
	await watcher.pass(120);
	expect(watcher.user.list).toEqual(['> api', '  db', '  new']);
});

test('a burst of events costs one list', async () => {
	const watcher = await Watcher.begin(two);
	const before = watcher.engine.count('list');
	const {engine} = watcher;
	engine.emit(changed('api', 'kill'), changed('api', 'kill'), died('api'));
	await watcher.pass(50);
	engine.emit(changed('api', 'stop'), changed('api', 'start'), changed('api', 'restart'));
	await watcher.pass(5000);
	expect(engine.count('list')).toBe(before + 1);
});

test('what happens while a list is read is read again', async () => {
	const watcher = await Watcher.begin(two);
	watcher.engine.emit(changed('api'));
	watcher.engine.trouble('list', 'hang');
	await watcher.pass(200);
	const before = watcher.engine.count('list');
	watcher.engine.emit(destroyed('db'));
	watcher.engine.trouble('list', undefined);
	await watcher.pass(1000);
	expect(watcher.engine.count('list')).toBe(before + 1);
});

describe('drift', () => {
	test('is found every thirty seconds, should an event have been lost', async () => {
		const watcher = await Watcher.begin(two);
		watcher.becomes(aContainer('db'));
		await watcher.pass(29_000);
		expect(watcher.user.list).toEqual(['> api', '  db']);
		await watcher.pass(2000);
		expect(watcher.user.list).toEqual(['> db']);
	});

	test('no timer is left behind by a busy engine', async () => {
		const watcher = await Watcher.begin(two);
		await watcher.pass(400);
		const before = watcher.clock.sleepers;
		for (let round = 0; round < 20; round++) {
			watcher.engine.emit(changed('api', 'rename'));
			await watcher.pass(500);
		}
		await watcher.pass(1500);
		expect(watcher.clock.sleepers).toBe(before);
	});

	test('500 containers made and removed leave nothing', async () => {
		const watcher = await Watcher.begin(two);
		for (let round = 0; round < 5; round++) {
			const crowd = Array.from({length: 100}, (_, index) => aContainer(`job-${round}-${index}`));
			watcher.becomes(...two, ...crowd);
			watcher.engine.emit(...crowd.map(({name}) => changed(name)));
			await watcher.pass(1500);
			watcher.engine.sample(...crowd.map(({name}) => aSample(name, startMillis, 10)));
			await watcher.pass(100);
			expect(watcher.user.state.usages.size).toBe(100);
			watcher.becomes(...two);
			watcher.engine.emit(...crowd.map(({name}) => destroyed(name)));
			await watcher.pass(1500);
		}
		const {containers, usages, list} = watcher.user.state;
		expect([
			containers.byKey.size,
			usages.size,
			list.order.flatMap(({keys}) => keys).length,
		]).toEqual([2, 0, 2]);
		expect(watcher.user.history.container(keyOf('job-0-0'), 'cpu')).toBeUndefined();
	});
});

describe('an event shows before the next list', () => {
	test('a dead container has no figures', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.sample(aSample('api', startMillis, 10));
		await watcher.pass();
		expect(watcher.user.state.usages.size).toBe(1);
		watcher.engine.trouble('list', 'hang');
		watcher.engine.emit(died('api'));
		await watcher.pass();
		expect(watcher.user.state.usages.size).toBe(0);
	});

	test('a removed container is gone', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.emit(destroyed('api'));
		await watcher.pass();
		expect(watcher.user.list).toEqual(['> db']);
	});

	test('health changes, with the last probe behind it and without a list', async () => {
		const watcher = await Watcher.begin(two);
		const before = watcher.engine.count('list');
		const lastProbe = {atMillis: startMillis, exitCode: 1, output: 'connection refused'};
		const health = {kind: 'unhealthy', failingStreak: 3, lastProbe} as const;
		watcher.engine.details.set('api', someDetails({health, hasHealthCheck: true}));
		watcher.engine.emit(probed('api', 'unhealthy'));
		await watcher.pass(1000);
		const container = api(watcher);
		expect(container && healthOf(container)).toEqual(health);
		expect(watcher.engine.count('list')).toBe(before);
	});

	test('an event of a container that nobody knows does no harm', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.emit(died('x'), destroyed('x'), probed('x', 'healthy'), {
			...changed('x'),
			kind: 'container.oom',
		});
		await watcher.pass(1000);
		expect(watcher.user.list).toEqual(['> api', '  db']);
	});
});

describe('details', () => {
	const crowd = Array.from({length: 30}, (_, index) => aContainer(`job-${index}`));
	const inspected = (watcher: Watcher): number =>
		[...watcher.user.state.containers.byKey.values()].filter(({details}) => details).length;

	test('are read of all, four at a time, the running ones first', async () => {
		const stopped = crowd.map(each => aContainer(`old ${each.name}`, exited()));
		const watcher = await Watcher.begin([...stopped, ...crowd]);
		expect(inspected(watcher)).toBe(60);
		expect(watcher.engine.mostInspectsAtOnce).toBe(4);
		const order = watcher.engine.calls.filter(call => call.startsWith('inspect'));
		expect(order.findIndex(call => call.includes('old'))).toBe(30);
	});

	test('are read once, and again only when something happened', async () => {
		const watcher = await Watcher.begin(two);
		await watcher.pass(65_000);
		expect(watcher.engine.count('inspect')).toBe(2);
		watcher.engine.emit(changed('api', 'update'));
		await watcher.pass(1000);
		expect(watcher.engine.count('inspect api')).toBe(2);
		expect(watcher.engine.count('inspect db')).toBe(1);
	});

	test('are read anew when the container begins another life', async () => {
		const watcher = await Watcher.begin(two);
		watcher.engine.details.set('api', someDetails({exitCode: 137, oomKilled: true}));
		watcher.becomes(aContainer('api', exited(137)), aContainer('db'));
		watcher.engine.emit(died('api'));
		await watcher.pass(1000);
		expect(api(watcher)?.details?.oomKilled).toBe(true);
	});

	test.each(['not-found', 'timeout', 'internal', 'protocol'] as const)(
		'that cannot be read (%s) concern that container alone',
		async kind => {
			const watcher = await Watcher.begin(crowd, engine =>
				engine.trouble('inspect job-3', new EngineError(kind, 'no')),
			);
			expect(watcher.user.state.connection.status).toBe('live');
			expect(inspected(watcher)).toBe(29);
			watcher.engine.recover();
			await watcher.pass(31_000);
			expect(inspected(watcher)).toBe(30);
		},
	);

	test('one inspect that hangs blocks nothing', async () => {
		const watcher = await Watcher.begin(crowd, engine => engine.trouble('inspect job-3', 'hang'));
		expect(inspected(watcher)).toBe(29);
		watcher.becomes(...crowd, aContainer('new'));
		watcher.engine.emit(changed('new'));
		await watcher.pass(1000);
		expect(inspected(watcher)).toBe(30);
	});

	describe('of thousands of stopped containers', () => {
		const many = Array.from({length: 2000}, (_, index) => aContainer(`old-${index}`, exited()));

		test('are read of those near the selection, and of no others', async () => {
			const watcher = await Watcher.begin(many);
			await watcher.pass(95_000);
			expect(watcher.engine.count('inspect')).toBe(101);
		});

		test('follow the selection, without those that it passed over', async () => {
			const watcher = await Watcher.begin(many);
			await watcher.pass(1000);
			for (let page = 0; page < 50; page++) watcher.user.press('pagedown');
			await watcher.pass(1000);
			const {selectedIndex} = watcher.user.state.list;
			expect(selectedIndex).toBe(500);
			expect(inspected(watcher)).toBe(101 + 201);
		});

		test('are read when one has just ended, wherever it is', async () => {
			const watcher = await Watcher.begin([aContainer('api'), ...many]);
			await watcher.pass(1000);
			watcher.user.press('G');
			watcher.becomes(aContainer('api', exited(137)), ...many);
			watcher.engine.details.set('api', someDetails({exitCode: 137, oomKilled: true}));
			watcher.engine.emit(died('api'));
			await watcher.pass(1000);
			expect(api(watcher)?.details?.oomKilled).toBe(true);
		});
	});

	test('are asked for once while one is not answered, and then left alone', async () => {
		const watcher = await Watcher.begin(two, engine =>
			engine.trouble('inspect db', new EngineError('timeout', 'No answer within 5 s: inspect')),
		);
		const asked = () => watcher.engine.count('inspect db');
		for (let second = 0; second < 20; second++) {
			watcher.engine.emit(changed('db'));
			await watcher.pass(1000);
		}
		expect(asked()).toBe(1);
		await watcher.pass(40_000);
		expect(asked()).toBe(2);
	});

	test('some that hang leave room for the others, but not without bound', async () => {
		const watcher = await Watcher.begin(crowd, engine => {
			for (let index = 1; index < 7; index++) engine.trouble(`inspect job-${index}`, 'hang');
		});
		await watcher.pass(2000);
		expect(inspected(watcher)).toBe(24);
		expect(watcher.engine.mostInspectsAtOnce).toBeLessThanOrEqual(7);
	});
});
