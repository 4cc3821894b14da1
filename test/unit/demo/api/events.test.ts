import {describe, expect, test} from 'vitest';
import {frozenDemo} from '../../../helpers/demo-engine.ts';
import {until} from '../../../helpers/until.ts';
import {get, notice, openStream, post} from '../wire.ts';

const filters = (value: unknown) => `filters=${encodeURIComponent(JSON.stringify(value))}`;

const linesOf = (text: string) =>
	text
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line));

describe('events', () => {
	test('come as they happen, one JSON a line, headers at once', async () => {
		const {engine} = await frozenDemo();
		const stream = await openStream(
			engine,
			`/events?${filters({type: ['container'], event: ['pause', 'unpause']})}`,
		);
		expect(stream.headers['content-type']).toBe('application/json');
		await post(engine, '/containers/shop-api-1/pause');
		await post(engine, '/containers/shop-api-1/unpause');
		await until(() => stream.chunks.length === 2, 'two events');
		const [paused, unpaused] = linesOf(stream.text());
		expect(paused).toMatchObject({
			status: 'pause',
			id: paused.Actor.ID,
			from: 'shop/api:1.8.2',
			Type: 'container',
			Action: 'pause',
			scope: 'local',
			time: 1_795_430_527,
			Actor: {
				ID: expect.stringMatching(/^[0-9a-f]{64}$/),
				Attributes: {
					name: 'shop-api-1',
					image: 'shop/api:1.8.2',
					'com.docker.compose.project': 'shop',
				},
			},
		});
		expect(unpaused.Action).toBe('unpause');
	});

	test('timeNano has all its digits', async () => {
		const {engine} = await frozenDemo();
		const stream = await openStream(engine, `/events?${filters({event: ['pause']})}`);
		await post(engine, '/containers/shop-api-1/pause');
		await until(() => stream.chunks.length === 1, 'the event');
		expect(stream.text()).toMatch(/"timeNano":1795430527\d{9}\}/);
	});

	test('a restart tells its whole story', async () => {
		const {engine, clock} = await frozenDemo();
		const events = ['kill', 'die', 'stop', 'start', 'restart', 'health_status'];
		const stream = await openStream(
			engine,
			`/events?${filters({container: ['shop-api-1'], event: events})}`,
		);
		const restarting = post(engine, '/containers/shop-api-1/restart');
		await until(async () => {
			clock.nowMillis += 200;
			await notice(engine);
			return stream.text().includes('health_status: healthy');
		}, 'the container healthy again');
		expect((await restarting).status).toBe(204);
		expect(linesOf(stream.text()).map(({Action}) => Action)).toEqual([
			...['kill', 'die', 'stop', 'start', 'restart', 'health_status: healthy'],
		]);
	});

	test('the past can be read again, as far as the ring goes', async () => {
		const {engine, clock} = await frozenDemo();
		const now = clock.nowMillis / 1000;
		const {text} = await get(engine, `/events?since=${now - 3600}&until=${now}`);
		const past = linesOf(text);
		expect(past.length).toBeGreaterThan(40);
		expect(past.length).toBeLessThanOrEqual(256);
		const later = await get(engine, `/events?since=${now - 5}&until=${now}`);
		expect(text.endsWith(later.text)).toBe(true);
		expect(linesOf(later.text).length).toBeLessThan(past.length);
	});

	test('until in the past without since is an empty answer', async () => {
		const {engine} = await frozenDemo();
		expect(await get(engine, '/events?until=1')).toMatchObject({status: 200, text: ''});
	});

	test('until ends a live stream', async () => {
		const {engine, clock} = await frozenDemo();
		const stream = await openStream(engine, `/events?until=${clock.nowMillis / 1000 + 3}`);
		await until(async () => {
			clock.nowMillis += 500;
			await notice(engine);
			return stream.state() === 'ended';
		}, 'the end');
	});

	test('by label and image', async () => {
		const {engine} = await frozenDemo();
		const wanted = {label: ['com.docker.compose.project=billing'], event: ['pause']};
		const byLabel = await openStream(engine, `/events?${filters(wanted)}`);
		const byImage = await openStream(
			engine,
			`/events?${filters({image: ['redis'], event: ['pause']})}`,
		);
		for (const name of ['shop-api-1', 'billing-ledger-1', 'shop-redis-1'])
			await post(engine, `/containers/${name}/pause`);
		await until(() => byLabel.chunks.length === 1 && byImage.chunks.length === 1, 'one event each');
		expect(byLabel.text()).toContain('billing-ledger-1');
		expect(byImage.text()).toContain('shop-redis-1');
	});

	test('from API 1.52 on the old fields are gone', async () => {
		const {engine, clock} = await frozenDemo({apiVersion: '1.52'});
		const now = clock.nowMillis / 1000;
		const [event] = linesOf(
			(await get(engine, `/v1.52/events?since=${now - 60}&until=${now}`)).text,
		);
		expect(event).not.toHaveProperty('status');
		expect(event).toHaveProperty('Action');
	});

	test('an unknown filter is refused', async () => {
		const {engine} = await frozenDemo();
		expect(await get(engine, `/events?${filters({nonsense: ['x']})}`)).toMatchObject({status: 400});
	});
});
