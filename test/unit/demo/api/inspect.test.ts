import {describe, expect, test} from 'vitest';
import {frozenDemo} from '../../../helpers/demo-engine.ts';
import {get} from '../wire.ts';

const inspected = async (reference: string) => {
	const {engine} = await frozenDemo();
	return (await get(engine, `/containers/${reference}/json`)).json;
};

describe('inspect', () => {
	test('a running service with limits and probes', async () => {
		const api = await inspected('shop-api-1');
		expect(api).toMatchObject({
			Name: '/shop-api-1',
			Path: 'gunicorn',
			RestartCount: 0,
			State: {
				Status: 'running',
				Running: true,
				Paused: false,
				Restarting: false,
				OOMKilled: false,
				ExitCode: 0,
				StartedAt: '2026-11-23T07:30:07.000104729Z',
				FinishedAt: '0001-01-01T00:00:00Z',
				Health: {Status: 'healthy', FailingStreak: 0},
			},
			HostConfig: {
				NanoCpus: 1e9,
				Memory: 2 ** 30,
				PidsLimit: 512,
				RestartPolicy: {Name: 'unless-stopped'},
				LogConfig: {Type: 'json-file'},
				PortBindings: {'8000/tcp': [{HostPort: '8000'}]},
			},
			Config: {
				Tty: false,
				User: '1000',
				WorkingDir: '/app',
				Healthcheck: {Interval: 1e10, Retries: 3},
			},
		});
		expect(api.State.Pid).toBeGreaterThan(0);
		expect(api.State.Health.Log).toHaveLength(5);
		expect(api.State.Health.Log[4]).toMatchObject({
			ExitCode: 0,
			Output: expect.stringContaining('ok'),
		});
		expect(api.Config.Env).toContain('LOG_LEVEL=info');
		expect(api.Config.Env.join('\n')).toMatch(/SECRET_KEY=[0-9a-f]{32}/);
	});

	test('a container that crashes for ever is running and restarting at once', async () => {
		const {engine, clock} = await frozenDemo();
		for (let tries = 0; tries < 60; tries++) {
			const cron = (await get(engine, '/containers/billing-cron-1/json')).json;
			if (cron.State.Status === 'restarting') {
				expect(cron.State).toMatchObject({Running: true, Restarting: true, Pid: 0, ExitCode: 1});
				expect(cron.RestartCount).toBeGreaterThanOrEqual(17);
				return;
			}
			clock.nowMillis += 500;
		}
		expect.unreachable('it never waited for a restart');
	});

	test('one that ran out of memory', async () => {
		expect((await inspected('billing-report-1')).State).toMatchObject({
			Status: 'exited',
			Running: false,
			OOMKilled: true,
			ExitCode: 137,
			FinishedAt: '2026-11-23T10:37:07.000104729Z',
		});
	});

	test('one without a probe, with a terminal', async () => {
		const scratchpad = await inspected('scratchpad');
		expect(scratchpad.State).not.toHaveProperty('Health');
		expect(scratchpad.Config).not.toHaveProperty('Healthcheck');
		expect(scratchpad.Config.Tty).toBe(true);
		expect(scratchpad.NetworkSettings.IPAddress).toMatch(/^172\.17\./);
	});

	test('by the first digits of an id', async () => {
		const {Id} = await inspected('registry');
		expect((await inspected(Id.slice(0, 10))).Id).toBe(Id);
	});

	test('nobody: 404', async () => {
		expect(await inspected('nobody')).toEqual({message: 'No such container: nobody'});
	});
});

test('list and inspect agree', async () => {
	const {engine} = await frozenDemo();
	for (const item of (await get(engine, '/containers/json?all=1')).json) {
		const details = (await get(engine, `/containers/${item.Id}/json`)).json;
		expect(details.State.Status).toBe(item.State);
		expect(details.Name).toBe(item.Names[0]);
		expect(details.Image).toBe(item.ImageID);
		expect(details.Config.Labels).toEqual(item.Labels);
		expect(Object.keys(details.NetworkSettings.Networks)).toEqual(
			Object.keys(item.NetworkSettings.Networks),
		);
	}
});

describe('images, networks, volumes', () => {
	test('every image of the list can be inspected and is used', async () => {
		const {engine} = await frozenDemo();
		const images = (await get(engine, '/images/json')).json;
		expect(images.length).toBeGreaterThan(10);
		for (const {RepoTags, Id, Created} of images) {
			expect(Created * 1000).toBeLessThan(Date.UTC(2026, 10, 23));
			expect((await get(engine, `/images/${encodeURIComponent(RepoTags[0])}/json`)).json.Id).toBe(
				Id,
			);
		}
		expect((await get(engine, '/images/shop/api:1.8.2/json')).json.RepoTags).toEqual([
			'shop/api:1.8.2',
		]);
		expect(await get(engine, '/images/nope/json')).toMatchObject({status: 404});
	});

	test('a network knows its members', async () => {
		const {engine} = await frozenDemo();
		const [network] = (await get(engine, `/networks?filters={"name":["shop_back"]}`)).json;
		expect(network.Labels).toMatchObject({'com.docker.compose.project': 'shop'});
		const {Containers} = (await get(engine, `/networks/${network.Id}`)).json;
		const members: {Name: string; IPv4Address: string}[] = Object.values(Containers);
		expect(members.map(({Name}) => Name)).toContain('shop-postgres-1');
		expect(members[0]?.IPv4Address).toMatch(/\/16$/);
		expect(await get(engine, '/networks/nope')).toMatchObject({status: 404});
	});

	test('volumes', async () => {
		const {engine} = await frozenDemo();
		const names = (await get(engine, '/volumes')).json.Volumes.map(
			({Name}: {Name: string}) => Name,
		);
		expect(names).toContain('shop_pg');
		expect((await get(engine, '/volumes/shop_pg')).json).toMatchObject({Driver: 'local'});
		expect(await get(engine, '/volumes/nope')).toMatchObject({status: 404});
		expect((await get(engine, '/system/df')).json.LayersSize).toBeGreaterThan(0);
	});
});
