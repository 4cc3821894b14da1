import {describe, expect, test} from 'vitest';
import {demoEngine, frozenDemo} from '../../../helpers/demo-engine.ts';
import {get, post} from '../wire.ts';

interface Item {
	readonly Id: string;
	readonly Names: readonly string[];
	readonly State: string;
	readonly Status: string;
	readonly Created: number;
}

const listed = async (query: string) => {
	const {engine} = await frozenDemo();
	const answer = await get(engine, `/containers/json?${query}`);
	expect(answer.status).toBe(200);
	return answer.json as Item[];
};

const filters = (value: unknown) => `filters=${encodeURIComponent(JSON.stringify(value))}`;

const names = (items: readonly Item[]) => items.map(({Names}) => Names[0]?.slice(1)).sort();

describe('the list', () => {
	test('shows what runs; all with all=1, newest first', async () => {
		const running = await listed('');
		const all = await listed('all=1');
		expect(new Set(running.map(({State}) => State))).not.toContain('exited');
		expect(new Set(all.map(({State}) => State))).toContain('exited');
		expect(all.map(({Created}) => Created)).toEqual(
			all.map(({Created}) => Created).toSorted((a, b) => b - a),
		);
	});

	test('an entry follows what happens to its container', async () => {
		const {engine, clock} = await frozenDemo();
		const entry = async () => {
			const {json} = await get(engine, '/containers/json?all=1');
			return (json as Item[]).find(({Id}) => Id === id);
		};
		const id = (await get(engine, '/containers/shop-api-1/json')).json.Id;
		const first = await entry();
		expect(await entry()).toEqual(first);
		await post(engine, '/containers/shop-api-1/pause');
		expect(await entry()).toMatchObject({State: 'paused', Status: 'Up 3 hours (Paused)'});
		await post(engine, '/containers/shop-api-1/unpause');
		await post(engine, '/containers/shop-api-1/rename?name=store');
		expect(await entry()).toEqual({
			...first,
			Names: ['/store'],
			NetworkSettings: expect.anything(),
		});
		clock.nowMillis += 2 * 3_600_000;
		expect(await entry()).toMatchObject({Names: ['/store'], Status: 'Up 5 hours (healthy)'});
	});

	test('an item is as the real engine has it', async () => {
		const [item] = await listed(filters({name: ['shop-api-1']}));
		expect(item).toEqual({
			Id: expect.stringMatching(/^[0-9a-f]{64}$/),
			Names: ['/shop-api-1'],
			Image: 'shop/api:1.8.2',
			ImageID: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
			Command: 'gunicorn app:api -w 4 -k uvicorn.workers.UvicornWorker -b :8000',
			Created: expect.any(Number),
			Ports: [
				{IP: '0.0.0.0', PrivatePort: 8000, PublicPort: 8000, Type: 'tcp'},
				{IP: '::', PrivatePort: 8000, PublicPort: 8000, Type: 'tcp'},
			],
			Labels: expect.objectContaining({
				'com.docker.compose.project': 'shop',
				'com.docker.compose.service': 'api',
				'com.docker.compose.container-number': '1',
				'com.docker.compose.oneoff': 'False',
				'com.docker.compose.depends_on':
					'postgres:service_healthy:true,redis:service_healthy:false',
			}),
			State: 'running',
			Status: 'Up 3 hours (healthy)',
			HostConfig: {NetworkMode: 'shop_front'},
			NetworkSettings: {
				Networks: {
					shop_front: expect.objectContaining({
						IPAddress: expect.stringMatching(/^172\.\d+\.0\.\d+$/),
					}),
					shop_back: expect.objectContaining({IPPrefixLen: 16}),
				},
			},
			Mounts: [
				expect.objectContaining({
					Type: 'volume',
					Name: 'shop_uploads',
					Destination: '/data',
					RW: true,
				}),
				expect.objectContaining({Type: 'bind', Source: '/etc/ssl/certs', RW: false}),
			],
		});
	});

	test.each([
		['shop-web-1', 'Up 41 seconds (health: starting)'],
		['shop-mailer-1', 'Up 3 hours (unhealthy)'],
		['observe-locust-1', 'Up 2 hours (Paused)'],
		['billing-report-1', 'Exited (137) 5 minutes ago'],
		['migrate-0042', 'Exited (0) 26 hours ago'],
		['registry', 'Up 2 weeks'],
	])('%s: %s', async (name, status) => {
		const [item] = await listed(`all=1&${filters({name: [`^/${name}$`]})}`);
		expect(item?.Status).toBe(status);
	});

	test('a stopped container has no ports and no address', async () => {
		const [item] = await listed(`all=1&${filters({name: ['billing-report-1']})}`);
		expect(item).toMatchObject({
			Ports: [],
			NetworkSettings: {Networks: {billing_default: {IPAddress: ''}}},
		});
	});

	test('only clients that know it get the health object', async () => {
		const engine = await demoEngine({apiVersion: '1.52'});
		const mailer = async (version: string) => {
			const query = filters({name: ['shop-mailer-1']});
			return (await get(engine, `/v${version}/containers/json?${query}`)).json[0];
		};
		expect(await mailer('1.52')).toMatchObject({Health: {Status: 'unhealthy'}});
		expect(await mailer('1.51')).not.toHaveProperty('Health');
	});
});

describe('filters', () => {
	test.each([
		[{status: ['paused']}, ['observe-locust-1']],
		[{status: {exited: true}}, ['billing-report-1', 'migrate-0042']],
		[{health: ['unhealthy']}, ['shop-mailer-1']],
		[{label: ['com.docker.compose.service=worker']}, ['shop-worker-1', 'shop-worker-2']],
		[
			{label: ['com.docker.compose.project=shop', 'com.docker.compose.service=redis']},
			['shop-redis-1'],
		],
		[{ancestor: ['nginx']}, ['shop-web-1']],
		[{ancestor: ['shop/api:1.8.2'], name: ['api']}, ['shop-api-1']],
		[{network: ['shop_front']}, ['observe-locust-1', 'shop-api-1', 'shop-web-1']],
		[{volume: ['shop_pg']}, ['shop-postgres-1']],
		[{exited: ['137']}, ['billing-report-1']],
		[{name: ['worker-[12]']}, ['shop-worker-1', 'shop-worker-2']],
		[{name: ['[']}, []],
	])('%j', async (wanted, found) => {
		expect(names(await listed(filters(wanted)))).toEqual(found);
	});

	test('by id, and limited', async () => {
		const [newest] = await listed('limit=1');
		expect(names(await listed('limit=2'))).toHaveLength(2);
		const {Id = ''} = newest ?? {};
		expect(await listed(filters({id: [Id.slice(0, 12)]}))).toEqual([newest]);
	});

	test.each([
		[filters({nonsense: ['x']}), "invalid filter 'nonsense'"],
		[filters({status: ['asleep']}), "invalid filter 'status=asleep'"],
		['filters=x', expect.stringContaining('invalid JSON')],
		['limit=x', expect.stringContaining('invalid syntax')],
	])('%s: 400', async (query, message) => {
		const {engine} = await frozenDemo();
		const answer = await get(engine, `/containers/json?${query}`);
		expect(answer).toMatchObject({status: 400, json: {message}});
	});
});
