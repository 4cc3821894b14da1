import {expect, test} from 'vitest';
import {demoEngine, frozenDemo} from '../../../helpers/demo-engine.ts';
import {get} from '../wire.ts';

test('processes in the columns that are asked for, whose shares are those of the container', async () => {
	const {engine} = await frozenDemo();
	const columns = encodeURIComponent('-eo pid,ppid,user,pcpu,rss,time,args');
	const path = '/containers/shop-api-1/top';
	const {Titles, Processes} = (await get(engine, `${path}?ps_args=${columns}`)).json;
	expect(Titles).toEqual(['PID', 'PPID', 'USER', '%CPU', 'RSS', 'TIME', 'COMMAND']);
	const {memory_stats: memory} = (
		await get(engine, '/containers/shop-api-1/stats?stream=0&one-shot=1')
	).json;
	const resident = Processes.reduce((total: number, row: string[]) => total + Number(row[4]), 0);
	expect(resident * 1024).toBeGreaterThan(memory.usage * 0.5);
	expect(resident * 1024).toBeLessThan(memory.usage);
	expect(await get(engine, `${path}?ps_args=-eo%20pid,label`)).toMatchObject({
		status: 500,
		json: {message: 'ps: error: unknown user-defined format specifier "label"'},
	});
});

test('changed files, with the folders they are in', async () => {
	const {engine} = await frozenDemo();
	const {json} = await get(engine, '/containers/shop-api-1/changes');
	const paths = new Set(json.map(({Path}: {Path: string}) => Path));
	for (const path of paths) {
		const folder = String(path).replace(/\/[^/]*$/, '');
		expect(folder === '' || paths.has(folder)).toBe(true);
	}
	expect(new Set(json.map(({Kind}: {Kind: number}) => Kind))).toEqual(new Set([0, 1, 2]));
	expect((await get(engine, '/containers/shop-postgres-1/changes')).json).not.toBeNull();
});

test('what volumes take, alone where the API knows that question', async () => {
	const {engine} = await frozenDemo();
	const {json} = await get(engine, '/system/df?type=volume');
	expect(Object.keys(json)).toEqual(['Volumes']);
	expect(json.Volumes.find(({Name}: {Name: string}) => Name === 'shop_uploads')).toMatchObject({
		UsageData: {Size: expect.any(Number), RefCount: expect.any(Number)},
	});
	const older = await demoEngine({apiVersion: '1.41'});
	expect((await get(older, '/system/df?type=volume')).json).toHaveProperty('Images');
});

test('an image sets only a part of the environment', async () => {
	const {engine} = await frozenDemo();
	const {Config: config} = (await get(engine, '/images/shop/api:1.8.2/json')).json;
	expect(config.Env).toContain('LANG=C.UTF-8');
	expect(config.Env.join()).not.toContain('SECRET_KEY');
});
