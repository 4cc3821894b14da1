import {afterEach, expect, test} from 'vitest';
import type {LogLine, LogStream} from '../../../source/model/log-line.ts';
import {parsePattern} from '../../../source/model/logs/log-pattern.ts';
import {startMillis} from '../../helpers/builders.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const at = (index: number): number => startMillis - 60_000 + index * 137;

const on = (stream: LogStream, text: string, index: number): LogLine => ({
	...{kind: 'line', stream, text, atMillis: at(index)},
});

const full = (scene: Scene): Scene =>
	scene.do({type: 'frame/focused', pane: 'logs'}, {type: 'frame/zoomed', zoomed: true});

const only = (...lines: readonly LogLine[]): Scene => {
	const scene = scenes.ready();
	scene.logs.clear();
	scene.say(...lines.map(line => ['shop-api-1', line] as const));
	return full(scene);
};

const traffic = Array.from({length: 80}, (_, index): LogLine => {
	if (index % 9 === 4) return on('stderr', `WARN pool exhausted: ${index}/20, waited 251ms`, index);
	if (index % 13 === 5)
		return on('stderr', 'ERROR POST /v1/orders 500 psycopg.OperationalError: timeout', index);
	const agent =
		index % 7 === 3 ? ' "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Gecko" 注文 ok' : '';
	return on('stdout', `INFO GET /v1/items/${index} 200 ${index % 50}ms user=42${agent}`, index);
});

const json = Array.from({length: 12}, (_, index): LogLine => {
	const level = index % 4 === 3 ? 'error' : index % 5 === 2 ? 'warn' : 'info';
	const record = {time: 'x', level, msg: `order ${8800 + index} charged`, id: 8800 + index};
	return on('stdout', JSON.stringify({...record, ms: 48, user: {id: 17, plan: 'pro'}}), index);
});

const traceback = [
	'INFO  before it happened',
	'Traceback (most recent call last):',
	'  File "/app/orders.py", line 88, in create',
	'    cur = await pool.connection(timeout=0.25)',
	'  File "/usr/lib/python3.12/site-packages/psycopg_pool/pool.py", line 203, in connection',
	'    raise PoolTimeout(f"couldn\'t get a connection after {timeout:.2f} sec")',
	"psycopg_pool.PoolTimeout: couldn't get a connection after 0.25 sec",
	'INFO  after it happened',
].map((text, index) => on('stderr', text, index));

const screens: Readonly<Record<string, readonly [make: () => Scene, keys: string]>> = {
	single: [() => only(...traffic), ''],
	held: [
		() => only(...traffic).do({type: 'logs/searched', search: parsePattern('orders')}),
		'kkkkkkkMkk',
	],
	json: [() => only(...json), 'Jkkk '],
	traceback: [() => only(...traceback, ...traceback.slice(1)), 'kk '],
	entry: [() => only(...json), 'k\r'],
	empty: [() => full(scenes.logsFailed()), ''],
};

/** To be looked at when they change: read the file as a user reads the screen. */
test.each(
	Object.keys(screens).flatMap(name => [
		[name, 80, 24],
		[name, 200, 60],
	]) as readonly [string, number, number][],
)('%s at %i by %i', async (name, columns, rows) => {
	const [make, keys] = screens[name] ?? [scenes.ready, ''];
	const app = await openApp(make(), {columns, rows});
	await app.press(keys);
	await expect(`${app.rows().join('\n')}\n`).toMatchFileSnapshot(
		`log-screens/${name}-${columns}x${rows}.txt`,
	);
});

test.each(Object.keys(screens))(
	'%s is drawn whole in ASCII, without colour, on small screens',
	async name => {
		const [make, keys] = screens[name] ?? [scenes.ready, ''];
		const app = await openApp(make(), {columns: 40, rows: 15, isAscii: true, level: 'mono'});
		await app.press(keys);
		expect(app.terminal.scrolledLines).toBe(0);
		for (const [columns, rows] of [
			[60, 16],
			[200, 60],
			[24, 6],
			[40, 15],
		] as const) {
			await app.resize(columns, rows);
			expect(app.terminal.taken()).not.toMatch(/[^\u0000-\u007e]/);
			expect(app.lastFrame()).not.toMatch(/undefined|NaN|\[object/);
		}
	},
);
