import {afterEach, describe, expect, test} from 'vitest';
import {lineWidth} from '../../../source/format/line.ts';
import {views} from '../../../source/store/views.ts';
import {
	aContainer,
	aLine,
	exited,
	keyOf,
	ofProject,
	refOf,
	startMillis,
} from '../../helpers/builders.ts';
import {type Drawn, drawArea} from '../../helpers/drawn-area.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const onPage = (scene: Scene): Scene => scene.do({type: 'frame/view-chosen', view: 'problems'});

const draw = (scene: Scene, columns = 80, rows = 24, isAscii = false): Drawn =>
	drawArea(onPage(scene), 'page', columns, rows, isAscii);

const unhealthyFirst = (): Scene =>
	scenes.ready().do({
		type: 'containers/listed',
		containers: [
			...[...scenes.ready().state.containers.byKey.values()].filter(
				({name}) => name !== 'billing-cron-1',
			),
		],
		atMillis: startMillis,
	});

const sizes = [
	[40, 15],
	[80, 24],
	[120, 40],
	[200, 60],
] as const;

describe.each(sizes)('at %i by %i', (columns, rows) => {
	test('the worst is the first, and no line is wider than the screen', () => {
		const drawn = draw(scenes.ready(), columns, rows);
		expect(drawn.lines.every(line => lineWidth(line) <= columns)).toBe(true);
		expect(drawn.lines.length).toBeLessThanOrEqual(rows - 3);
		expect(drawn.texts[2]).toMatch(/^▌↻ billing\/c/);
		expect(drawn.texts[3]).toMatch(/^ ✗ shop\/mai/);
		expect(drawn.tokenOf('↻')).toBe('err');
	});
});

test('each has what is wrong in words and since when', () => {
	const drawn = draw(scenes.ready(), 120, 40);
	expect(drawn.textWith('billing/report')).toMatch(
		/exit code 137: killed by the kernel .* 5m {2}l logs/,
	);
	expect(drawn.textWith('billing/ledger')).toMatch(/memory 96% of limit/);
	expect(drawn.text).toContain('3 wrong');
	expect(drawn.tokenOf('memory 96%')).toBe('warn');
});

test('of the chosen one the probe, what happened and what helps are told', () => {
	const scene = unhealthyFirst().do({
		type: 'timeline/heard',
		event: {
			kind: 'container.health',
			...{ref: refOf('shop-mailer-1'), atMillis: startMillis - 60_000, health: 'unhealthy'},
		},
	});
	const {text} = draw(scene, 120, 40);
	expect(text).toContain('last probe, exit code 1, 5s ago');
	expect(text).toContain('smtp mx1.example: connection refused');
	expect(text).toContain('since 09:59:00, 1m ago');
	expect(text).toContain('09:59:00 ✗ unhealthy');
	expect(text).toMatch(/l logs {2}e shell {2}r restart {2}Enter the container/);
});

test('its log stands below, or beside where there is room', async () => {
	const scene = unhealthyFirst();
	onPage(scene);
	const target = scene.targetOf('shop-mailer-1');
	scene.do({type: 'logs/opened', target, version: 0});
	scene.say(['shop-mailer-1', aLine('queue is growing', startMillis)]);
	expect(draw(scene, 80, 24).textWith('queue is growing')).toMatch(/^ 10:00:00 queue/);
	expect(draw(scene, 200, 60).textWith('queue is growing').indexOf('queue')).toBeGreaterThan(80);
});

test('beside its log the facts are filled up with what it used, as far as there is room', () => {
	const charts = (columns: number, rows: number): readonly string[] =>
		draw(unhealthyFirst(), columns, rows).texts.flatMap(
			text => /^╭─ (?:\S+ )?(cpu|mem|net|block io) ─/.exec(text)?.[1] ?? [],
		);
	expect(charts(200, 60)).toEqual(['cpu', 'mem', 'net', 'block io']);
	expect(charts(200, 36)).toEqual(['cpu', 'mem']);
	expect(charts(120, 60)).toEqual([]);
});

test('where nothing is wrong that is said, and how long nothing has happened', () => {
	const well = scenes.empty().do({
		...{type: 'containers/listed', containers: [ofProject('shop', 'api')], atMillis: startMillis},
	});
	const drawn = draw(well.wait(47 * 60_000));
	expect(drawn.text).toContain('✓ all is well');
	expect(drawn.text).toContain('nothing has happened since 10:00:00, 47m ago');
});

test('nothing is known yet', () => {
	expect(draw(scenes.loading()).text).toContain('asking the engine');
});

test('what is known of an engine that is lost is weak', () => {
	const drawn = draw(scenes.stale());
	expect(drawn.tokenOf('shop/mailer')).toBe('dim');
});

test('many more than fit are scrolled, and the cursor stays in sight', () => {
	const containers = Array.from({length: 60}, (_, index) =>
		aContainer(`batch-${String(index).padStart(2, '0')}`, exited(1)),
	);
	const scene = scenes.empty().do({type: 'containers/listed', containers, atMillis: startMillis});
	onPage(scene).do({
		...{type: 'page/moved', page: 'problems'},
		place: {id: `exit ${keyOf('batch-30')}`, index: 30, row: 2},
	});
	const drawn = draw(scene);
	const rows = drawn.texts.findIndex(text => text.startsWith('▌✗ batch-30'));
	expect(rows).toBe(4);
});

test('keys lead there and back', async () => {
	const app = await openApp(scenes.ready(), {columns: 120, rows: 40});
	await app.press(String(views.indexOf('problems') + 1));
	await app.shows('CONTAINER');
	await app.press('j');
	await app.shows('probes failed in a row');
	await app.press('\r');
	await app.shows('containers 15/15');
	expect(app.scene.state.list.selected).toBe(keyOf('shop-mailer-1'));
	await app.press('\u001b');
	await app.shows('WHAT HELPS');
});
