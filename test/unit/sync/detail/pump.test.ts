import {describe, expect, test} from 'vitest';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {aContainer, aSetup, ofProject} from '../../../helpers/builders.ts';
import {changed} from '../../../helpers/engine-events.ts';
import {Watcher} from '../../../helpers/watcher.ts';

const rest = 200;
const two = [aContainer('api'), aContainer('db')];

const begin = async (containers = two): Promise<Watcher> => {
	const watcher = await Watcher.begin(containers);
	watcher.user.viewport.need(['setup']);
	return watcher;
};

const setup = (watcher: Watcher) => watcher.user.state.detail.data.setup;

test('asks for what the open tab is drawn from when the selection has rested', async () => {
	const watcher = await begin();
	await watcher.pass(100);
	expect(watcher.engine.count('setup')).toBe(0);
	await watcher.pass(rest);
	expect(watcher.engine.count('setup')).toBe(1);
	expect(setup(watcher).status).toBe('ready');
});

test('asks for nothing that is not on the screen', async () => {
	const watcher = await begin();
	watcher.user.viewport.need([]);
	await watcher.pass(5000);
	expect(watcher.engine.count('setup')).toBe(0);
});

test('asks once, however often the tab is left and opened again', async () => {
	const watcher = await begin();
	await watcher.pass(rest);
	watcher.user.viewport.need([]);
	await watcher.pass(rest);
	watcher.user.viewport.need(['setup']);
	await watcher.pass(60_000);
	expect(watcher.engine.count('setup')).toBe(1);
});

test('asks about no row that the cursor only passes', async () => {
	const watcher = await begin([...two, aContainer('mq')]);
	for (const key of ['down', 'down', 'up']) {
		watcher.user.press(key);
		await watcher.pass(100);
	}
	await watcher.pass(rest);
	expect(watcher.engine.calls.filter(call => call.startsWith('setup'))).toEqual(['setup db']);
});

test('gives up an answer that is no longer waited for', async () => {
	const watcher = await begin();
	watcher.engine.trouble('setup api', 'hang');
	await watcher.pass(rest);
	expect(setup(watcher).status).toBe('loading');
	watcher.user.press('down');
	await watcher.pass(rest);
	watcher.engine.trouble('setup api', undefined);
	await watcher.pass(rest);
	expect(watcher.user.state.detail.row).toContain(two[1]?.ref.id);
	expect(setup(watcher).status).toBe('ready');
});

test('asks again when something happened to the container, and not to another one', async () => {
	const watcher = await begin();
	await watcher.pass(rest);
	watcher.engine.emit(changed('db', 'rename'));
	await watcher.pass(1000);
	expect(watcher.engine.count('setup')).toBe(1);
	watcher.engine.emit(changed('api', 'update'), changed('api', 'rename'));
	await watcher.pass(1000);
	expect(watcher.engine.count('setup')).toBe(2);
});

test('asks nothing about a heading', async () => {
	const watcher = await begin([ofProject('shop', 'api'), ofProject('shop', 'db')]);
	watcher.user.press('g');
	await watcher.pass(1000);
	expect(watcher.user.selected).toBe('shop');
	expect(watcher.engine.count('setup')).toBe(0);
});

describe('an answer that is late', () => {
	test('is said to be, after 0.4 s', async () => {
		const watcher = await begin();
		watcher.engine.trouble('setup', 'hang');
		await watcher.pass(500);
		expect(setup(watcher).waitedMillis).toBeUndefined();
		await watcher.pass(500);
		expect(setup(watcher).waitedMillis).toBe(800);
		watcher.engine.trouble('setup', undefined);
		await watcher.pass();
		expect(setup(watcher).waitedMillis).toBeUndefined();
		expect(setup(watcher).status).toBe('ready');
	});
});

test('an error is told in the words of the engine, and it is asked again', async () => {
	const watcher = await begin();
	watcher.engine.trouble('setup', new EngineError('internal', 'layer is corrupt'));
	await watcher.pass(rest);
	expect(setup(watcher)).toEqual({
		status: 'failed',
		failure: {kind: 'internal', message: 'layer is corrupt'},
	});
	watcher.engine.trouble('setup', undefined);
	await watcher.pass(11_000);
	expect(setup(watcher).status).toBe('ready');
});

test('what is known grows old with the connection, and is asked for again with the next', async () => {
	const watcher = await begin();
	await watcher.pass(rest);
	watcher.engine.crash();
	await watcher.pass(1000);
	expect(setup(watcher).status).toBe('stale');
	watcher.engine.recover();
	await watcher.pass(60_000);
	expect(setup(watcher).status).toBe('ready');
	expect(watcher.engine.count('setup')).toBe(2);
});

describe('the image', () => {
	const image = {
		...{id: 'sha256:5', names: [], env: ['LANG=C'], entrypoint: [], command: [], labels: {}},
		...{user: '', workingDirectory: '', config: {value: {}, leftOut: 0}},
	};

	test('is asked for once for all containers made from it', async () => {
		const watcher = await begin();
		watcher.engine.images.set(aSetup().imageId ?? '', image);
		watcher.user.viewport.need(['setup', 'image']);
		await watcher.pass(rest);
		expect(watcher.user.state.detail.data.image).toMatchObject({status: 'ready', value: image});
		watcher.user.press('down');
		await watcher.pass(500);
		expect(watcher.user.state.detail.data.image.status).toBe('ready');
		expect(watcher.engine.count('imageConfig')).toBe(1);
	});

	test('is not known where it was removed', async () => {
		const watcher = await begin();
		watcher.user.viewport.need(['setup', 'image']);
		await watcher.pass(rest);
		expect(watcher.user.state.detail.data.image.status).toBe('failed');
		expect(setup(watcher).status).toBe('ready');
	});
});

test('a secret is covered again after ten seconds, and the time is counted', async () => {
	const watcher = await begin();
	watcher.user.dispatch({type: 'detail/revealed', name: 'PASSWORD'});
	await watcher.pass(2000);
	expect(watcher.user.state.detail.revealed?.leftMillis).toBe(8000);
	await watcher.pass(7999);
	expect(watcher.user.state.detail.revealed).toBeDefined();
	await watcher.pass(1);
	expect(watcher.user.state.detail.revealed).toBeUndefined();
});

test('sizes of volumes are asked for once by a key, whatever happens then', async () => {
	const watcher = await begin();
	watcher.engine.volumes = [{name: 'data', bytes: 1}];
	const {user, engine} = watcher;
	const ask = async (): Promise<void> => {
		user.dispatch({type: 'detail/asked', kind: 'volumes'});
		// As the screen does.
		user.viewport.need(user.state.detail.asked.has('volumes') ? ['setup', 'volumes'] : ['setup']);
		await watcher.pass(500);
		user.viewport.need(['setup']);
	};
	await watcher.pass(rest);
	expect(engine.count('volumeSizes')).toBe(0);
	await ask();
	engine.emit(changed('api', 'update'));
	await watcher.pass(20_000);
	expect(engine.count('volumeSizes')).toBe(1);
	expect(user.state.detail.data.volumes.status).toBe('ready');
	await ask();
	expect(engine.count('volumeSizes')).toBe(2);
});

test('what probes say is asked for again while it is shown', async () => {
	const watcher = await begin();
	watcher.user.viewport.need(['health']);
	await watcher.pass(rest);
	await watcher.pass(11_000);
	expect(watcher.engine.count('setup')).toBe(3);
	watcher.user.viewport.need([]);
	await watcher.pass(11_000);
	expect(watcher.engine.count('setup')).toBe(3);
});

test('a clock that is put back makes nothing wait for as long', async () => {
	const watcher = await begin();
	watcher.user.viewport.need(['health']);
	await watcher.pass(rest);
	watcher.clock.jump(-3_600_000);
	await watcher.pass(11_000);
	expect(watcher.engine.count('setup')).toBeGreaterThanOrEqual(3);
});
