import {describe, expect, test} from 'vitest';
import {demoEngine, frozenDemo} from '../../../helpers/demo-engine.ts';
import {until} from '../../../helpers/until.ts';
import {call, get, notice, openStream, post} from '../wire.ts';

const stateOf = async (engine: Parameters<typeof get>[0], name: string) =>
	(await get(engine, `/containers/${name}/json`)).json.State;

describe('actions', () => {
	test('stop, start: 204, and 304 when there is nothing to do', async () => {
		const engine = await demoEngine();
		expect(await post(engine, '/containers/shop-redis-1/stop?t=1')).toMatchObject({
			status: 204,
			text: '',
		});
		expect(await stateOf(engine, 'shop-redis-1')).toMatchObject({Status: 'exited', ExitCode: 0});
		expect((await post(engine, '/containers/shop-redis-1/stop')).status).toBe(304);
		const before = Date.now();
		expect((await post(engine, '/containers/shop-redis-1/start')).status).toBe(204);
		const started = await stateOf(engine, 'shop-redis-1');
		expect(started).toMatchObject({Status: 'running', Health: {Status: 'starting'}});
		expect(Date.parse(started.StartedAt)).toBeGreaterThanOrEqual(before - 1);
		expect((await post(engine, '/containers/shop-redis-1/start')).status).toBe(304);
	});

	test('a stop answers only when the container is down', async () => {
		const {engine, clock} = await frozenDemo();
		let isAnswered = false;
		const stopping = post(engine, '/containers/shop-worker-1/stop').then(answer => {
			isAnswered = true;
			return answer;
		});
		await until(
			async () => (await get(engine, '/events?since=1&until=9999999')).status,
			'an answer',
		);
		expect(await stateOf(engine, 'shop-worker-1')).toMatchObject({Status: 'running'});
		expect(isAnswered).toBe(false);
		clock.nowMillis += 2200;
		await notice(engine);
		expect((await stopping).status).toBe(204);
	});

	test('kill: 137, then 409', async () => {
		const engine = await demoEngine();
		expect((await post(engine, '/containers/shop-redis-1/kill')).status).toBe(204);
		expect(await stateOf(engine, 'shop-redis-1')).toMatchObject({Status: 'exited', ExitCode: 137});
		expect(await post(engine, '/containers/shop-redis-1/kill')).toMatchObject({
			status: 409,
			json: {message: expect.stringContaining('is not running')},
		});
	});

	test.each([
		['SIGHUP', 204],
		['usr1', 204],
		['12', 204],
		['NOPE', 400],
		['99', 400],
	])('kill with signal %s: %i', async (signal, status) => {
		const engine = await demoEngine();
		expect((await post(engine, `/containers/scratchpad/kill?signal=${signal}`)).status).toBe(
			status,
		);
	});

	test('pause and unpause, twice each', async () => {
		const {engine} = await frozenDemo();
		const statuses: number[] = [];
		for (const verb of ['pause', 'pause', 'unpause', 'unpause'])
			statuses.push((await post(engine, `/containers/shop-api-1/${verb}`)).status);
		expect(statuses).toEqual([204, 409, 204, 500]);
		expect((await post(engine, '/containers/billing-report-1/pause')).status).toBe(409);
		expect((await post(engine, '/containers/observe-locust-1/start')).status).toBe(409);
	});

	test('remove: a running one only by force', async () => {
		const engine = await demoEngine();
		const refused = await call(engine, 'DELETE', '/containers/registry');
		expect(refused).toMatchObject({
			status: 409,
			json: {message: expect.stringContaining('cannot remove')},
		});
		expect((await call(engine, 'DELETE', '/containers/registry?force=1')).status).toBe(204);
		expect((await get(engine, '/containers/registry/json')).status).toBe(404);
		expect((await call(engine, 'DELETE', '/containers/billing-report-1')).status).toBe(204);
		const images = (await get(engine, '/images/json')).json.flatMap(
			({RepoTags}: {RepoTags: string[]}) => RepoTags,
		);
		expect(images).toContain('registry:2.8.3');
	});

	test('rename', async () => {
		const {engine} = await frozenDemo();
		const rename = async (name: string) =>
			(await post(engine, `/containers/registry/rename?name=${encodeURIComponent(name)}`)).status;
		expect(await rename('registry')).toBe(400);
		expect(await rename('a/b')).toBe(400);
		expect(await rename('shop-api-1')).toBe(409);
		expect(await rename('depot')).toBe(204);
		expect((await get(engine, '/containers/depot/json')).json.Name).toBe('/depot');
		expect((await get(engine, '/containers/registry/json')).status).toBe(404);
	});

	test('update changes limits and policy', async () => {
		const {engine} = await frozenDemo();
		const update = (body: unknown) => post(engine, '/containers/registry/update', body);
		expect(await update({Memory: 1000})).toMatchObject({status: 400});
		expect(await update({RestartPolicy: {Name: 'sometimes'}})).toMatchObject({status: 400});
		expect(await update([])).toMatchObject({status: 400});
		const changes = {Memory: 64 * 2 ** 20, NanoCpus: 5e8, RestartPolicy: {Name: 'no'}};
		expect(await update(changes)).toMatchObject({status: 200, json: {Warnings: null}});
		expect((await get(engine, '/containers/registry/json')).json.HostConfig).toMatchObject(changes);
	});

	test.each([
		'start',
		'stop',
		'restart',
		'kill',
		'pause',
		'unpause',
		'rename?name=x1',
		'update',
		'wait',
		'exec',
	])('%s of nobody: 404', async verb => {
		const {engine} = await frozenDemo();
		expect(await post(engine, `/containers/nobody/${verb}`, {})).toMatchObject({
			status: 404,
			json: {message: 'No such container: nobody'},
		});
	});
});

describe('wait', () => {
	test('tells the exit code when the container ends', async () => {
		const engine = await demoEngine();
		const waiting = post(engine, '/containers/shop-redis-1/wait');
		await get(engine, '/_ping');
		await post(engine, '/containers/shop-redis-1/kill');
		expect((await waiting).json).toEqual({StatusCode: 137});
	});

	test('answers at once for a stopped one', async () => {
		const {engine} = await frozenDemo();
		expect((await post(engine, '/containers/billing-report-1/wait')).json).toEqual({
			StatusCode: 137,
		});
		expect(await post(engine, '/containers/billing-report-1/wait?condition=x')).toMatchObject({
			status: 400,
		});
	});
});

describe('top', () => {
	test('shows the processes', async () => {
		const {engine} = await frozenDemo();
		const {Titles, Processes} = (await get(engine, '/containers/shop-api-1/top')).json;
		expect(Titles).toEqual(['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD']);
		expect(Processes).toHaveLength(5);
		for (const row of Processes) expect(row).toHaveLength(Titles.length);
		expect(Processes[0][7]).toContain('gunicorn app:api');
	});

	test('needs a process', async () => {
		const {engine} = await frozenDemo();
		expect(await get(engine, '/containers/billing-report-1/top')).toMatchObject({status: 409});
	});
});

test('a crash loop is visible from outside', async () => {
	const {engine, clock} = await frozenDemo();
	const query = encodeURIComponent(
		JSON.stringify({container: ['billing-cron-1'], event: ['start', 'die']}),
	);
	const stream = await openStream(engine, `/events?filters=${query}`);
	const count = async () =>
		(await get(engine, '/containers/billing-cron-1/json')).json.RestartCount;
	const before = await count();
	await until(async () => {
		clock.nowMillis += 1000;
		return (await count()) >= before + 3;
	}, 'three more restarts');
	expect(stream.text()).toContain('"exitCode":"1"');
});
