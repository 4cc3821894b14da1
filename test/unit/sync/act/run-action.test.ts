import {describe, expect, test} from 'vitest';
import type {Container, ContainerDetails} from '../../../../source/model/container.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import type {Overlay} from '../../../../source/store/overlay.ts';
import {
	aContainer,
	exited,
	healthDetails,
	keyOf,
	ofProject,
	someDetails,
	startMillis,
} from '../../../helpers/builders.ts';
import {changed, destroyed, died, probed} from '../../../helpers/engine-events.ts';
import {Watcher} from '../../../helpers/watcher.ts';

const api = (change: Partial<Container> = {}): Container => ofProject('shop', 'api', change);
const name = 'shop-api-1';
const key = keyOf(name);

const at = (seconds: number): number => startMillis + seconds * 1000;

const task = (watcher: Watcher) => watcher.user.state.tasks.get(key);

/** Asks for it with a key, and answers the question with yes. */
const press = async (watcher: Watcher, ...chords: readonly string[]): Promise<void> => {
	watcher.user.press(...chords);
	await watcher.pass(300);
	watcher.user.press('y');
	await watcher.pass();
};

describe('an action', () => {
	test('is pending on its row until the engine is done, and then told', async () => {
		const watcher = await Watcher.begin([api()], engine => engine.trouble('act', 'hang'));
		await press(watcher, 'r');
		expect(task(watcher)).toMatchObject({verb: 'restart', waitsForHealth: false});
		await watcher.pass(2400);
		watcher.engine.trouble('act', undefined);
		await watcher.pass();
		expect(task(watcher)).toBeUndefined();
		expect(watcher.user.messages).toEqual(['success: restarted shop/api in 2.4s']);
		expect(watcher.engine.calls).toContain(`restart ${name}`);
	});

	test('that finds the work done says so', async () => {
		const watcher = await Watcher.begin([api()]);
		watcher.engine.outcome = 'unchanged';
		await press(watcher, 's');
		expect(watcher.user.messages).toEqual(['info: shop/api was already stopped']);
	});

	test.each([
		[new EngineError('conflict', 'removal is in progress'), ' failed: removal is in progress'],
		[new EngineError('internal', 'cannot kill'), ' failed: cannot kill'],
		[
			new EngineError('unreachable', 'the connection broke'),
			': outcome unknown, it is running now (the connection broke)',
		],
		[
			new EngineError('timeout', 'No answer within 25 s: stop'),
			': outcome unknown, it is running now (No answer within 25 s: stop)',
		],
		[
			new EngineError('permission', 'Forbidden', {hint: 'A proxy forbids it.'}),
			' failed: Forbidden. A proxy forbids it.',
		],
		[
			new EngineError('unreachable', 'nobody answers there', {isUnsent: true}),
			' failed: nobody answers there; nothing was sent',
		],
	])('that fails says why: %s', async (error, text) => {
		const watcher = await Watcher.begin([api()], engine => engine.trouble('act', error));
		await press(watcher, 's');
		expect(watcher.user.messages).toEqual([`error: stop shop/api${text}`]);
		expect(task(watcher)).toBeUndefined();
	});

	test('that was answered twice is done once', async () => {
		const watcher = await Watcher.begin([api()], engine => engine.trouble('act', 'hang'));
		watcher.user.press('r');
		const {overlays} = watcher.user.state.frame;
		await watcher.pass(300);
		watcher.user.press('y');
		// As a click that came just before it would.
		watcher.user.dispatch({type: 'overlay/opened', overlay: overlays[0] as Overlay});
		await watcher.pass(300);
		watcher.user.press('y');
		watcher.engine.trouble('act', undefined);
		await watcher.pass();
		expect(watcher.engine.count('restart')).toBe(1);
		expect(watcher.user.messages).toHaveLength(1);
	});

	test('that is under way is not asked about again', async () => {
		const watcher = await Watcher.begin([api()], engine => engine.trouble('act', 'hang'));
		await press(watcher, 'p');
		watcher.user.press('p');
		expect(watcher.user.state.frame.overlays).toEqual([]);
		expect(watcher.user.messages).toEqual(['info: pause of shop/api is under way']);
		watcher.engine.trouble('act', undefined);
		await watcher.pass();
		expect(watcher.engine.count('pause')).toBe(1);
	});

	test('p right after p takes it back, before any list has told of the first', async () => {
		const watcher = await Watcher.begin([api()]);
		await press(watcher, 'p');
		expect(watcher.user.state.containers.byKey.get(key)?.state).toBe('paused');
		await press(watcher, 'p');
		expect(watcher.engine.count('unpause')).toBe(1);
		expect(watcher.engine.count('pause')).toBe(1);
		expect(watcher.user.state.containers.byKey.get(key)?.state).toBe('running');
	});

	test('p that failed leaves the row as it was', async () => {
		const watcher = await Watcher.begin([api()], engine =>
			engine.trouble('act', new EngineError('internal', 'cannot freeze')),
		);
		await press(watcher, 'p');
		expect(watcher.user.state.containers.byKey.get(key)?.state).toBe('running');
	});

	test('is refused while another one is under way', async () => {
		const watcher = await Watcher.begin([api()], engine => engine.trouble('act', 'hang'));
		await press(watcher, 'r');
		await press(watcher, 's');
		expect(watcher.engine.count('stop')).toBe(0);
		expect(watcher.user.messages).toEqual(['error: stop shop/api refused: restart is under way']);
	});
});

describe('before it acts', () => {
	test('it looks again, and refuses what means something else by now', async () => {
		const watcher = await Watcher.begin([api()]);
		watcher.user.press('r');
		watcher.becomes(api(exited(0)));
		await watcher.pass(300);
		watcher.user.press('y');
		await watcher.pass();
		expect(watcher.engine.count('restart')).toBe(0);
		expect(watcher.user.messages).toEqual([
			'error: restart shop/api refused: it has stopped since (exited)',
		]);
		expect(task(watcher)).toBeUndefined();
	});

	test('what was restarted by somebody is restarted only by who has seen it so', async () => {
		const details = (seconds: number) => someDetails({startedAtMillis: at(seconds)});
		const watcher = await Watcher.begin([api()], engine => engine.details.set(name, details(-60)));
		watcher.engine.details.set(name, details(-1));
		await press(watcher, 'r');
		expect(watcher.user.messages).toEqual([
			'error: restart shop/api refused: it has been restarted since',
		]);
		await press(watcher, 'r');
		expect(watcher.engine.count('restart')).toBe(1);
		expect(watcher.user.messages[1]).toBe('success: restarted shop/api in 0.0s');
	});

	test('an engine that cannot be asked is sent nothing', async () => {
		const watcher = await Watcher.begin([api()]);
		watcher.engine.trouble('inspect', new EngineError('timeout', 'No answer within 5 s'));
		await press(watcher, 's');
		expect(watcher.engine.count('stop')).toBe(0);
		expect(watcher.user.messages).toEqual([
			'error: stop shop/api failed: No answer within 5 s; nothing was sent',
		]);
	});
});

describe('an action without an answer', () => {
	const broke = new EngineError('unreachable', 'the connection broke');

	/** The engine does it, and its answer is lost. */
	const losing = async (change: Partial<Container>): Promise<Watcher> => {
		const watcher = await Watcher.begin([api()]);
		watcher.engine.onAct = () => {
			watcher.becomes(api(change));
			throw broke;
		};
		return watcher;
	};

	test('that was done is told as done', async () => {
		const watcher = await losing(exited(0));
		await press(watcher, 's');
		expect(watcher.user.messages).toEqual(['success: stopped shop/api in 0.0s']);
	});

	test('that did nothing says how it is now', async () => {
		const watcher = await losing({});
		await press(watcher, 's');
		expect(watcher.user.messages).toEqual([
			'error: stop shop/api: outcome unknown, it is running now (the connection broke)',
		]);
	});

	test('of an engine that is gone leaves it open', async () => {
		const watcher = await losing({});
		watcher.engine.onAct = () => {
			watcher.engine.trouble('inspect', broke);
			throw broke;
		};
		await press(watcher, 's');
		expect(watcher.user.messages[0]).toBe(
			'error: stop shop/api: outcome unknown, look at it when the engine answers (the connection broke)',
		);
		expect(task(watcher)).toBeUndefined();
	});
});

describe('with a health check, done means healthy', () => {
	const checked = (kind: 'starting' | 'healthy' | 'unhealthy', change = {}): ContainerDetails =>
		someDetails({...healthDetails(kind), startedAtMillis: at(0), ...change});

	/** The restart is done; the health check has not said anything yet. */
	const restarted = async (before: Container): Promise<Watcher> => {
		const watcher = await Watcher.begin([before], engine =>
			engine.details.set(name, checked('healthy')),
		);
		watcher.engine.onAct = () => {
			watcher.engine.details.set(name, checked('starting', {finishedAtMillis: at(-1)}));
			watcher.becomes(api({health: {kind: 'starting'}}));
			watcher.engine.emit(changed(name));
		};
		await press(watcher, before.state === 'running' ? 'r' : 's');
		return watcher;
	};

	const running = api({health: {kind: 'healthy'}});

	test('and what the list told before does not count', async () => {
		const watcher = await restarted(running);
		await watcher.pass(5000);
		expect(task(watcher)).toMatchObject({verb: 'restart', waitsForHealth: true});
		expect(watcher.user.messages).toEqual([]);
	});

	test('told as soon as it is so', async () => {
		const watcher = await restarted(running);
		await watcher.pass(7000);
		watcher.engine.emit(probed(name, 'healthy'));
		await watcher.pass();
		expect(watcher.user.messages).toEqual(['success: restarted shop/api, healthy again in 7.0s']);
		expect(task(watcher)).toBeUndefined();
	});

	test('also for a container that was stopped and showed no health', async () => {
		const watcher = await restarted(api(exited()));
		await watcher.pass(3000);
		expect(watcher.user.messages).toEqual([]);
		watcher.engine.emit(probed(name, 'healthy'));
		await watcher.pass();
		expect(watcher.user.messages).toEqual(['success: started shop/api, healthy again in 3.0s']);
	});

	test('a check that fails is an error', async () => {
		const watcher = await restarted(running);
		await watcher.pass(40_000);
		watcher.engine.emit(probed(name, 'unhealthy'));
		await watcher.pass();
		expect(watcher.user.messages).toEqual(['error: restarted shop/api, but unhealthy after 40.0s']);
	});

	test('a container that stops again is an error', async () => {
		const watcher = await restarted(running);
		await watcher.pass(1900);
		watcher.engine.details.set(name, checked('unhealthy', {finishedAtMillis: at(2)}));
		watcher.becomes(api(exited(1)));
		watcher.engine.emit(died(name));
		await watcher.pass(1000);
		expect(watcher.user.messages).toEqual(['error: restarted shop/api, but ended after 2.0s']);
	});

	test('a container that goes is an error', async () => {
		const watcher = await restarted(running);
		watcher.becomes();
		watcher.engine.emit(destroyed(name));
		await watcher.pass(1000);
		expect(watcher.user.messages).toEqual(['error: restarted shop/api, but ended after 0.0s']);
	});

	test('a list that was read in mid-restart is not taken for an end', async () => {
		const watcher = await Watcher.begin([running], engine => {
			engine.details.set(name, checked('healthy'));
			engine.trouble('act', 'hang');
		});
		await press(watcher, 'r');
		watcher.becomes(api(exited(137)));
		watcher.engine.emit(died(name));
		await watcher.pass(1000);
		watcher.engine.details.set(name, checked('starting', {finishedAtMillis: at(-1)}));
		watcher.engine.trouble('act', undefined);
		await watcher.pass();
		expect(task(watcher)?.waitsForHealth).toBe(true);
		watcher.becomes(api({health: {kind: 'starting'}}));
		watcher.engine.emit(changed(name));
		await watcher.pass(1000);
		expect(watcher.user.messages).toEqual([]);
		watcher.engine.emit(probed(name, 'healthy'));
		await watcher.pass();
		expect(watcher.user.messages).toEqual(['success: restarted shop/api, healthy again in 2.0s']);
	});

	test('silence is an error after two minutes', async () => {
		const watcher = await restarted(running);
		await watcher.pass(119_000);
		expect(watcher.user.messages).toEqual([]);
		await watcher.pass(1000);
		expect(watcher.user.messages).toEqual([
			'error: restarted shop/api, but not healthy after 120.0s',
		]);
	});

	test('health that cannot be read is not a failed restart', async () => {
		const watcher = await Watcher.begin([running], engine =>
			engine.details.set(name, checked('healthy')),
		);
		watcher.engine.onAct = () =>
			watcher.engine.trouble('inspect', new EngineError('timeout', 'No answer within 10 s'));
		await press(watcher, 'r');
		expect(watcher.user.messages).toEqual([
			'error: restarted shop/api, but health unknown: No answer within 10 s',
		]);
	});

	test('stopping it needs no health', async () => {
		const watcher = await Watcher.begin([running], engine =>
			engine.details.set(name, checked('healthy')),
		);
		await press(watcher, 's');
		expect(watcher.user.messages).toEqual(['success: stopped shop/api in 0.0s']);
	});

	test('waiting for it gives way to what is wanted now', async () => {
		const watcher = await restarted(running);
		const waiting = watcher.clock.sleepers;
		watcher.engine.onAct = () => {};
		await watcher.pass(5000);
		await press(watcher, 's');
		expect(watcher.clock.sleepers).toBeLessThan(waiting);
		await watcher.pass(200_000);
		expect(watcher.engine.count('stop')).toBe(1);
		expect(watcher.user.messages).toEqual(['success: stopped shop/api in 0.0s']);
		expect(watcher.user.state.tasks.size).toBe(0);
	});

	test('nobody is told when dockmon ends meanwhile', async () => {
		const watcher = await restarted(running);
		await watcher.end();
		await watcher.pass(200_000);
		expect(watcher.user.messages).toEqual([]);
		expect(watcher.clock.sleepers).toBe(0);
	});
});

test('a name that is foreign text comes into the message as it is', async () => {
	const hostile = aContainer('x', {
		compose: {project: 'a\u001b[2J', service: 'b\u0007', number: 1, oneOff: false},
	});
	const watcher = await Watcher.begin([hostile]);
	await press(watcher, 's');
	expect(watcher.user.messages).toEqual(['success: stopped a\u001b[2J/b\u0007 in 0.0s']);
});
