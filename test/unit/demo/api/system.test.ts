import {describe, expect, test} from 'vitest';
import {demoEngine, frozenDemo} from '../../../helpers/demo-engine.ts';
import {call, get} from '../wire.ts';

describe('_ping', () => {
	test('answers OK, with the version in its headers', async () => {
		const {engine} = await frozenDemo();
		const answer = await get(engine, '/_ping');
		expect(answer).toMatchObject({status: 200, text: 'OK'});
		expect(answer.headers).toMatchObject({
			'api-version': '1.47',
			ostype: 'linux',
			'docker-experimental': 'false',
			'builder-version': '2',
			'cache-control': 'no-cache, no-store, must-revalidate',
			server: 'Docker/27.3.1 (linux)',
			swarm: 'inactive',
		});
	});

	test('answers HEAD without a body', async () => {
		const {engine} = await frozenDemo();
		const answer = await call(engine, 'HEAD', '/_ping');
		expect(answer).toMatchObject({status: 200, text: ''});
		expect(answer.headers['api-version']).toBe('1.47');
	});
});

describe('versions', () => {
	test.each([
		['/v1.47/version', 200, undefined],
		['/v1.24/version', 200, undefined],
		['/version', 200, undefined],
		[
			'/v1.48/version',
			400,
			'client version 1.48 is too new. Maximum supported API version is 1.47',
		],
	])('%s: %i', async (path, status, message) => {
		const {engine} = await frozenDemo();
		const answer = await get(engine, path);
		expect(answer.status).toBe(status);
		expect(answer.json.message).toEqual(message);
	});

	test('to clients before 1.24 errors are plain text', async () => {
		const {engine} = await frozenDemo();
		const answer = await get(engine, '/v1.23/version');
		expect(answer.status).toBe(400);
		expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
		expect(answer.text).toMatch(/^client version 1\.23 is too old\. .*\n$/);
	});

	test('an older engine can be had', async () => {
		const engine = await demoEngine({apiVersion: '1.41'});
		const {json} = await get(engine, '/version');
		expect(json).toMatchObject({
			ApiVersion: '1.41',
			MinAPIVersion: '1.24',
			Version: '20.10.24',
			Os: 'linux',
		});
	});
});

test('info counts what the list shows', async () => {
	const {engine} = await frozenDemo();
	const info = (await get(engine, '/info')).json;
	const list: {State: string}[] = (await get(engine, '/containers/json?all=1')).json;
	const count = (state: string) => list.filter(({State}) => State === state).length;
	expect(info).toMatchObject({
		Name: 'demo',
		NCPU: 8,
		CgroupVersion: '2',
		Containers: list.length,
		ContainersRunning: count('running'),
		ContainersPaused: count('paused'),
		ContainersStopped: count('exited') + count('restarting'),
		Swarm: {LocalNodeState: 'inactive'},
	});
	expect(Number.isInteger(info.MemTotal)).toBe(true);
});

describe('what is unknown', () => {
	test.each([
		['GET', '/nothing'],
		['GET', '/v1.47/containers/shop-api-1/nothing'],
		['PUT', '/containers/json'],
	])('%s %s: 404', async (method, path) => {
		const {engine} = await frozenDemo();
		const answer = await call(engine, method, path);
		expect(answer).toMatchObject({status: 404, json: {message: 'page not found'}});
		expect(answer.headers['content-type']).toBe('application/json');
	});
});

test.each(['/swarm', '/services', '/tasks', '/nodes'])('%s: no swarm, 503', async path => {
	const {engine} = await frozenDemo();
	expect(await get(engine, path)).toMatchObject({
		status: 503,
		json: {message: expect.stringContaining('not a swarm manager')},
	});
});

test('an answer in JSON has a length and ends in a newline', async () => {
	const {engine} = await frozenDemo();
	const answer = await get(engine, '/version');
	expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.text)));
	expect(answer.text.endsWith('}\n')).toBe(true);
});
