import {describe, expect, test} from 'vitest';
import type {Container} from '../../../../source/model/container.ts';
import {aLine, exited, ofProject, someDetails, startMillis} from '../../../helpers/builders.ts';
import {changed, died, probed} from '../../../helpers/engine-events.ts';
import {Watcher} from '../../../helpers/watcher.ts';

const waitingFor = (service: string, on: string): Container =>
	ofProject('shop', service, {
		health: {kind: 'healthy'},
		labels: {'com.docker.compose.depends_on': `${on}:service_healthy:false`},
	});

const db = ofProject('shop', 'db');
const api = waitingFor('api', 'db');
const web = waitingFor('web', 'api');

/** Restarts what is selected, the first of them. */
const restart = async (watcher: Watcher): Promise<void> => {
	watcher.user.press('r');
	await watcher.pass(300);
	watcher.user.press('y');
	await watcher.pass();
};

const last = (watcher: Watcher) => watcher.user.state.messages.at(-1);

describe('what starts and has no health check', () => {
	const dies = async (change: Partial<Container>, details = {}): Promise<Watcher> => {
		const job = ofProject('shop', 'job');
		const watcher = await Watcher.begin([job], engine => {
			engine.details.set(job.name, someDetails({state: 'running', restartCount: 0}));
			engine.written.set(job.name, [
				aLine('reading \u001b[1mconfig\u001b[0m', startMillis),
				aLine('cannot open it, password=hunter2hunter2', startMillis),
			]);
		});
		await restart(watcher);
		expect(watcher.user.messages).toEqual(['success: restarted shop/job in 0.0s']);
		await watcher.pass(800);
		watcher.becomes({...job, ...change});
		watcher.engine.details.set(job.name, someDetails({restartCount: 0, ...details}));
		watcher.engine.emit(change.state === 'restarting' ? changed(job.name, 'die') : died(job.name));
		await watcher.pass(200);
		return watcher;
	};

	test('and stops again is told with how, when and what it said last, secrets covered', async () => {
		const watcher = await dies(exited(1), {state: 'exited', exitCode: 1});
		expect(last(watcher)?.level).toBe('error');
		expect(last(watcher)?.text).toMatch(
			/^shop\/job stopped again with 1, 0\.[89]s after its restart: cannot open it, password=\*+$/,
		);
		expect(last(watcher)?.details).toEqual(['reading config', 'cannot open it, password=******']);
	});

	test('and has done its work is told, and no fault', async () => {
		const watcher = await dies(exited(0), {state: 'exited', exitCode: 0});
		expect(last(watcher)?.level).toBe('info');
		expect(last(watcher)?.text).toContain('shop/job stopped again with 0');
	});

	test('and is started anew by its policy has stopped too', async () => {
		const watcher = await dies(
			{state: 'restarting', status: 'Restarting (3)'},
			{state: 'restarting', exitCode: 3, restartCount: 1},
		);
		expect(last(watcher)?.text).toContain('shop/job stopped again with 3');
	});

	test('and goes on is told once', async () => {
		const job = ofProject('shop', 'job');
		const watcher = await Watcher.begin([job], engine => {
			engine.details.set(job.name, someDetails({state: 'running', restartCount: 0}));
		});
		await restart(watcher);
		await watcher.pass(30_000);
		expect(watcher.user.messages).toEqual(['success: restarted shop/job in 0.0s']);
	});
});

describe('what depends on it', () => {
	const begin = async (...containers: readonly Container[]): Promise<Watcher> => {
		const watcher = await Watcher.begin(containers, engine => {
			for (const {name, health} of containers)
				engine.details.set(name, someDetails({health, hasHealthCheck: false}));
		});
		watcher.user.type('/db');
		watcher.user.press('enter');
		expect(watcher.user.selected).toBe('db');
		await restart(watcher);
		return watcher;
	};

	test('and turns unhealthy is named, once', async () => {
		const watcher = await begin(db, api, web);
		await watcher.pass(4000);
		watcher.engine.emit(probed(api.name, 'unhealthy'));
		await watcher.pass(2000);
		watcher.engine.emit(probed(api.name, 'healthy'));
		watcher.engine.emit(probed(api.name, 'unhealthy'));
		await watcher.pass();
		expect(watcher.user.messages).toEqual([
			'success: restarted shop/db in 0.0s',
			'error: shop/api turned unhealthy 4.0s after the restart of shop/db',
		]);
	});

	test('and was so before is no news, nor who does not depend on it, nor what comes late', async () => {
		const watcher = await begin(db, {...api, health: {kind: 'unhealthy'}}, web);
		watcher.engine.emit(probed(web.name, 'unhealthy'));
		await watcher.pass(200_000);
		expect(watcher.user.messages).toEqual(['success: restarted shop/db in 0.0s']);
	});

	test('is all of the project where Compose 1 has told nothing', async () => {
		const cache = ofProject('shop', 'cache', {health: {kind: 'healthy'}});
		const watcher = await begin(db, cache, ofProject('other', 'x', {health: {kind: 'healthy'}}));
		watcher.engine.emit(probed('other-x-1', 'unhealthy'), probed(cache.name, 'unhealthy'));
		await watcher.pass();
		expect(watcher.user.messages.slice(1)).toEqual([
			'error: shop/cache turned unhealthy 0.0s after the restart of shop/db',
		]);
	});

	test('and ends is told with how', async () => {
		const watcher = await begin(db, api);
		watcher.becomes(db, {...api, ...exited(2)});
		watcher.engine.emit(died(api.name));
		await watcher.pass(500);
		expect(watcher.user.messages.at(-1)).toMatch(
			/^error: shop\/api ended with 2 0\.\ds after the restart of shop\/db$/,
		);
	});
});

test('the message of an action has the command with it', async () => {
	const watcher = await Watcher.begin([db]);
	await restart(watcher);
	expect(last(watcher)?.details).toEqual(['docker restart shop-db-1']);
});
