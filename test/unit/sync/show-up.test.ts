import {expect, test} from 'vitest';
import {EngineError} from '../../../source/model/engine-error.ts';
import {aContainer, exited} from '../../helpers/builders.ts';
import {Watcher} from '../../helpers/watcher.ts';

const world = [aContainer('api'), aContainer('job', exited(0)), aContainer('db')];

test('what runs is shown while the whole list takes its time', async () => {
	const watcher = await Watcher.begin(world, engine => engine.trouble('list', 'hang'));
	await watcher.pass(100);
	expect(watcher.user.list).toEqual(['> api', '  db']);
	expect(watcher.engine.sampled).toEqual(['api', 'db']);
	watcher.engine.trouble('list', undefined);
	await watcher.pass();
	expect(watcher.user.state.containers.byKey.size).toBe(3);
	expect(watcher.engine.count('listUp')).toBe(1);
});

test('a quick engine is not asked for it', async () => {
	const watcher = await Watcher.begin(world);
	await watcher.pass(1000);
	expect(watcher.engine.count('listUp')).toBe(0);
});

test('where nothing runs the list is not said to be empty', async () => {
	const watcher = await Watcher.begin([aContainer('job', exited(0))], engine =>
		engine.trouble('list', 'hang'),
	);
	await watcher.pass(100);
	expect(watcher.engine.count('listUp')).toBe(1);
	expect(watcher.user.state.containers.status).toBe('loading');
});

test('one that fails says nothing of the engine', async () => {
	const watcher = await Watcher.begin(world, engine => {
		engine.trouble('list', 'hang');
		engine.trouble('listUp', new EngineError('internal', 'no'));
	});
	await watcher.pass(100);
	expect(watcher.user.state.connection.status).toBe('live');
	watcher.engine.trouble('list', undefined);
	await watcher.pass();
	expect(watcher.user.state.containers.status).toBe('ready');
});

test('after a lost connection what was known stays until the whole list is in', async () => {
	const watcher = await Watcher.begin(world);
	watcher.engine.trouble('list', 'hang');
	watcher.engine.endEvents();
	await watcher.pass(2000);
	expect(watcher.user.state.connection.status).toBe('live');
	expect(watcher.engine.count('listUp')).toBe(0);
	expect(watcher.user.state.containers.byKey.size).toBe(3);
});
