import {describe, expect, test} from 'vitest';
import {
	aContainer,
	aLine,
	aSample,
	aUsage,
	healthDetails,
	keyOf,
	someDetails,
	startMillis,
} from '../../helpers/builders.ts';
import {changed, died} from '../../helpers/engine-events.ts';
import type {Call} from '../../helpers/fake-engine.ts';
import {lastSeconds} from '../../helpers/last-seconds.ts';
import {Watcher} from '../../helpers/watcher.ts';

const two = [aContainer('api'), aContainer('db')];

describe('the end of a session', () => {
	test('stops everything and frees the engine', async () => {
		const watcher = await Watcher.begin(two);
		await watcher.end();
		expect(watcher.engine.isDisposed).toBe(true);
		expect(watcher.clock.sleepers).toBe(0);
	});

	test('is silent: nothing that still arrives is told', async () => {
		const watcher = await Watcher.begin(two);
		const log = watcher.engine.log('api');
		const ended = watcher.end();
		const {state} = watcher.user;
		watcher.engine.emit(died('api'), changed('db'));
		watcher.engine.sample(aSample('api', startMillis, 1));
		watcher.sampleHost({atMillis: startMillis, origin: 'local'});
		log.push([aLine('late', startMillis)]);
		await ended;
		const calls = watcher.engine.calls.length;
		await watcher.pass(120_000);
		expect(watcher.user.state).toBe(state);
		expect(watcher.log).toEqual([]);
		expect(watcher.engine.calls).toHaveLength(calls);
	});

	test.each(['connect', 'events', 'list', 'inspect', 'stats', 'logs', 'ping'] satisfies Call[])(
		'does not wait for %s that hangs',
		async call => {
			const watcher = await Watcher.begin(two, engine => engine.trouble(call, 'hang'));
			await watcher.pass(3000);
			const {state} = watcher.user;
			await watcher.end();
			await watcher.pass(10_000);
			expect(watcher.user.state).toBe(state);
			expect(watcher.clock.sleepers).toBe(0);
		},
	);

	test.each(['connect', 'list', 'inspect'] satisfies Call[])(
		'is silent about %s, answered all the same',
		async call => {
			const watcher = await Watcher.begin(two, engine => {
				engine.isDeaf = true;
				engine.trouble(call, 'hang');
			});
			const {state} = watcher.user;
			const ended = watcher.end();
			watcher.engine.trouble(call, undefined);
			await ended;
			await watcher.pass(1000);
			expect(watcher.user.state).toBe(state);
		},
	);

	test.each(['act', 'inspect'] satisfies Call[])(
		'is silent about an action at its %s',
		async call => {
			const watcher = await Watcher.begin(
				[aContainer('api', {health: {kind: 'healthy'}})],
				engine => {
					engine.isDeaf = true;
					engine.details.set('api', someDetails(healthDetails('healthy')));
				},
			);
			if (call === 'act') watcher.engine.trouble(call, 'hang');
			// Before it acts it inspects too; here it hangs afterwards.
			else watcher.engine.onAct = () => watcher.engine.trouble(call, 'hang');
			watcher.user.press('r');
			await watcher.pass(300);
			watcher.user.press('y');
			await watcher.pass(1000);
			const {state} = watcher.user;
			expect(state.tasks.get(keyOf('api'))?.waitsForHealth).toBe(call === 'inspect');
			await watcher.end();
			watcher.engine.trouble(call, undefined);
			await watcher.pass(1000);
			expect(watcher.user.state).toBe(state);
		},
	);

	test('does not wait for an engine that is lost', async () => {
		const watcher = await Watcher.begin(two, engine => engine.crash());
		await watcher.pass(30_000);
		await watcher.end();
		expect(watcher.clock.sleepers).toBe(0);
	});
});

test('keys are answered from what is known while the engine hangs', async () => {
	const watcher = await Watcher.begin(two);
	for (const call of ['ping', 'list', 'inspect', 'logs'] as const) {
		watcher.engine.trouble(call, 'hang');
	}
	watcher.user.press('down');
	expect(watcher.user.list).toEqual(['  api', '> db']);
});

test('ages move on by the second, and the list is sorted with the figures', async () => {
	const watcher = await Watcher.begin(two);
	await watcher.pass(1000);
	expect(watcher.user.state.nowMillis).toBe(startMillis + 1000);
	watcher.user.dispatch({
		type: 'stats/sampled',
		usages: [
			[keyOf('api'), aUsage('api', 1)],
			[keyOf('db'), aUsage('db', 2)],
		],
	});
	expect(watcher.user.list.map(row => row.slice(2))).toEqual(['db', 'api']);
	watcher.user.dispatch({type: 'stats/sampled', usages: [[keyOf('api'), aUsage('api', 90)]]});
	expect(watcher.user.list.map(row => row.slice(2))).toEqual(['api', 'db']);
});

test('goes on when the clock of the machine is put back', async () => {
	const watcher = await Watcher.begin(two);
	watcher.clock.jump(-3_600_000);
	watcher.engine.sample(aSample('api', startMillis, 1));
	await watcher.pass(5000);
	expect(watcher.user.state.nowMillis).toBeLessThan(startMillis);
	const memory = watcher.user.history.container(keyOf('api'), 'memory');
	expect(lastSeconds(memory, watcher.clock.now(), 10)).toContain(50_000_000);
});

test('wakes from a long sleep of the machine with a new list', async () => {
	const watcher = await Watcher.begin(two);
	watcher.becomes(aContainer('db'));
	watcher.clock.jump(8 * 3_600_000);
	await watcher.pass(31_000);
	expect(watcher.user.list).toEqual(['> db']);
	expect(watcher.user.state.connection.status).toBe('live');
});

test('another engine begins without the charts of the one before', async () => {
	const watcher = await Watcher.begin(two);
	watcher.user.history.addHost({atMillis: startMillis, origin: 'local', cpuPercent: 50});
	await watcher.end();
	const next = await Watcher.begin(two);
	expect(lastSeconds(next.user.history.host('cpu'), startMillis, 1)).toEqual([undefined]);
});
