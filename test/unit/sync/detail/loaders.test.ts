import {describe, expect, test} from 'vitest';
import {boundedJson} from '../../../../source/model/json.ts';
import type {DetailKind} from '../../../../source/store/detail/detail-state.ts';
import {aContainer, exited, keyOf} from '../../../helpers/builders.ts';
import {Watcher} from '../../../helpers/watcher.ts';

const rest = 200;

const begin = async (
	kinds: readonly DetailKind[],
	containers = [aContainer('api'), aContainer('db')],
) => {
	const watcher = await Watcher.begin(containers);
	watcher.user.viewport.need(kinds);
	await watcher.pass(rest);
	return watcher;
};

const data = (watcher: Watcher) => watcher.user.state.detail.data;

describe('processes', () => {
	const list = {processes: [{pid: 7, cpuMillis: 10}], total: 1, cpuStepMillis: 10};

	test('are asked for every five seconds while they are on the screen, and the minute is kept', async () => {
		const watcher = await begin(['processes']);
		watcher.engine.running.set('api', list);
		await watcher.pass(10_500);
		const {count} = watcher.engine;
		expect(count.call(watcher.engine, 'processes')).toBe(3);
		expect(data(watcher).processes).toMatchObject({status: 'ready', value: {length: 3}});
		watcher.user.viewport.need([]);
		await watcher.pass(20_000);
		expect(watcher.engine.count('processes')).toBe(3);
	});

	test('seldom while another window has the focus, and at once when this one has it again', async () => {
		const watcher = await begin(['processes']);
		watcher.user.viewport.see(false);
		await watcher.pass(29_000);
		expect(watcher.engine.count('processes')).toBeLessThanOrEqual(2);
		const before = watcher.engine.count('processes');
		watcher.user.viewport.see(true);
		await watcher.pass(rest);
		expect(watcher.engine.count('processes')).toBe(before + 1);
	});

	test('of what does not run the engine is not asked', async () => {
		const watcher = await begin(['processes'], [aContainer('api', exited())]);
		expect(watcher.engine.count('processes')).toBe(0);
		expect(data(watcher).processes).toMatchObject({status: 'ready', value: []});
	});
});

test('changed files seldom, for the engine looks at all of them', async () => {
	const watcher = await begin(['changes']);
	await watcher.pass(50_000);
	expect(watcher.engine.count('changes')).toBe(1);
	await watcher.pass(20_000);
	expect(watcher.engine.count('changes')).toBe(2);
});

describe('what an inspect is compared with', () => {
	const three = [aContainer('api'), aContainer('db'), aContainer('mq')];
	const image = {
		...{id: 'sha256:5', names: [], entrypoint: [], command: [], labels: {}, user: ''},
		...{env: [], workingDirectory: '', config: boundedJson({Cmd: ['sh']})},
	};

	test('is nothing, without a question', async () => {
		const watcher = await begin(['document', 'other']);
		expect(data(watcher).other).toMatchObject({status: 'ready', value: undefined});
		expect(watcher.engine.count('inspectDocument')).toBe(1);
	});

	test('is the image that the inspect names', async () => {
		const watcher = await begin([]);
		watcher.engine.documents.set('api', {Image: 'sha256:5'});
		watcher.engine.images.set('sha256:5', image);
		watcher.user.viewport.need(['document', 'other']);
		watcher.user.dispatch({type: 'trees/compared', against: {kind: 'image'}});
		await watcher.pass(1000);
		expect(data(watcher).other).toMatchObject({value: {value: {Config: {Cmd: ['sh']}}}});
	});

	test('is another container, and again when something happens to that', async () => {
		const watcher = await begin(['document', 'other']);
		watcher.engine.documents.set('db', {Id: 'db'});
		const against = {kind: 'container', key: keyOf('db')} as const;
		watcher.user.dispatch({type: 'trees/compared', against});
		await watcher.pass(1000);
		expect(data(watcher).other).toMatchObject({value: {value: {Id: 'db'}}});
	});

	test('is never shown under the name of what was chosen after it', async () => {
		const watcher = await begin(['document', 'other'], three);
		const {engine, user} = watcher;
		for (const name of ['db', 'mq']) engine.documents.set(name, {Id: name});
		const compare = (name: string) =>
			user.dispatch({type: 'trees/compared', against: {kind: 'container', key: keyOf(name)}});
		engine.trouble('inspectDocument db', 'hang');
		compare('db');
		await watcher.pass(1000);
		compare('mq');
		engine.trouble('inspectDocument db', undefined);
		await watcher.pass(50);
		expect(data(watcher).other).not.toMatchObject({value: {value: {Id: 'db'}}});
		await watcher.pass(1000);
		expect(data(watcher).other).toMatchObject({value: {value: {Id: 'mq'}}});
	});

	test('is not waited for where another one is chosen', async () => {
		const watcher = await begin(['document', 'other'], three);
		const {engine, user} = watcher;
		engine.documents.set('mq', {Id: 'mq'});
		engine.trouble('inspectDocument db', 'hang');
		for (const name of ['db', 'mq']) {
			user.dispatch({type: 'trees/compared', against: {kind: 'container', key: keyOf(name)}});
			await watcher.pass(1000);
		}
		expect(data(watcher).other).toMatchObject({value: {value: {Id: 'mq'}}});
	});

	test('may have gone, which is said', async () => {
		const watcher = await begin(['document', 'other']);
		const against = {kind: 'container', key: keyOf('gone')} as const;
		watcher.user.dispatch({type: 'trees/compared', against});
		await watcher.pass(1000);
		expect(data(watcher).other).toMatchObject({
			status: 'failed',
			failure: {message: 'The container it was compared with has gone'},
		});
	});
});
