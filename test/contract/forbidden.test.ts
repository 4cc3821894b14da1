import {describe, expect, onTestFinished, test} from 'vitest';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {localHost} from '../../source/model/ids.ts';
import {allowOnly, type ProxiedDemo, proxiedDemo} from '../helpers/engine-proxy.ts';
import {targetOf} from '../helpers/fake-stats-source.ts';
import {until} from '../helpers/until.ts';

const {signal} = new AbortController();

const engineAt = ({socketPath}: ProxiedDemo): Engine => {
	const engine = createDockerEngine(
		{url: `unix://${socketPath}`, source: '--host', transport: {kind: 'unix', socketPath}},
		localHost,
		{readsCgroups: false},
	);
	onTestFinished(() => engine.dispose());
	return engine;
};

const behind = async (isForbidden: (name: string) => boolean) => {
	const subject = await proxiedDemo(isForbidden);
	return {
		engine: engineAt(subject),
		count: (name: string) => subject.proxy.counts().get(name) ?? 0,
	};
};

test('with nothing but containers, version and ping, that is said of the rest', async () => {
	const {engine} = await behind(allowOnly('containers', 'version', '_ping'));
	const info = await engine.connect(signal);
	expect(info).toMatchObject({product: 'docker', isLocal: false, forbidden: ['info']});
	expect(info.version).toBeDefined();
	const [first] = await engine.list(signal);
	if (first === undefined) throw new Error('nothing is listed');
	expect((await engine.inspect(first.ref, signal)).startedAtMillis).toBeDefined();
	await expect(engine.events(signal)).rejects.toMatchObject({
		isForbidden: true,
		hint: expect.stringContaining('GET /events'),
	});
	await expect(engine.imageNames(signal)).rejects.toMatchObject({isForbidden: true});
});

describe('a ping that is forbidden', () => {
	test('is asked once, and what is let through stands for it', async () => {
		const {engine, count} = await behind(allowOnly('containers', 'version'));
		await engine.connect(signal);
		const before = count('GET /_ping');
		for (let time = 0; time < 5; time++) await engine.ping(signal);
		expect(count('GET /_ping') - before).toBe(1);
		expect(count('GET /version')).toBe(6);
	});

	test('is an error where nothing else is let through, and says what would help', async () => {
		const {engine} = await behind(allowOnly('containers'));
		await expect(engine.connect(signal)).rejects.toMatchObject({
			kind: 'permission',
			isForbidden: true,
			hint: expect.stringMatching(/GET \/_ping or GET \/version/),
		});
	});
});

test('a list that is forbidden is named', async () => {
	const {engine} = await behind(allowOnly('version', '_ping', 'info', 'events'));
	await engine.connect(signal);
	await expect(engine.list(signal)).rejects.toMatchObject({
		isForbidden: true,
		hint: expect.stringContaining('GET /containers/json'),
	});
});

test('samples that are forbidden are told, and not asked for again and again', async () => {
	const {engine, count} = await behind(name => name.endsWith('/stats'));
	await engine.connect(signal);
	const refs = (await engine.listUp(signal)).slice(0, 3).map(({ref}) => ref);
	const life = new AbortController();
	let told = 0;
	const options = {
		targets: () => refs.map(ref => targetOf(ref)),
		intervalMillis: 100,
		onForbidden() {
			told++;
		},
	};
	const sampling = (async () => {
		for await (const _ of engine.stats(options, life.signal));
	})();
	await until(() => told >= refs.length, 'all to be refused');
	// Ten turns of each.
	await new Promise(resolve => setTimeout(resolve, 1000));
	life.abort();
	await sampling;
	expect(told).toBeLessThanOrEqual(refs.length + 3);
	expect(count('GET /containers/{id}/stats')).toBeLessThanOrEqual(refs.length + 6);
});
