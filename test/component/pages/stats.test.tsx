import {afterEach, describe, expect, test} from 'vitest';
import {lineWidth} from '../../../source/format/line.ts';
import type {ProcessSample} from '../../../source/model/process-cpu.ts';
import {pages} from '../../../source/view/pages/index.ts';
import {aUsage, keyOf, refOf, startMillis} from '../../helpers/builders.ts';
import {aProcessSample} from '../../helpers/detail-scene.ts';
import {drawArea} from '../../helpers/drawn-area.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, type SceneName, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const left = '\u001b[D';
const tab = '\t';
const enter = '\r';
const escapeKey = '\u001b';

const statsOf = (name: SceneName = 'ready'): Scene =>
	scenes[name]().do(
		{type: 'frame/view-chosen', view: 'stats'},
		{type: 'stats/range-chosen', range: '5m'},
	);

/** `shop-api-1` was killed 100 seconds ago, and came back 20 seconds later. */
const killed = (): Scene => {
	const at = (ago: number) => ({ref: refOf('shop-api-1'), atMillis: startMillis - ago * 1000});
	return statsOf().do(
		{type: 'timeline/heard', event: {kind: 'container.oom', ...at(100)}},
		{type: 'timeline/heard', event: {kind: 'container.died', exitCode: 137, ...at(100)}},
		{
			type: 'timeline/heard',
			event: {kind: 'container.changed', action: 'start', ...at(80)},
		},
	);
};

const loaded = (sample: ProcessSample = aProcessSample(), scene: Scene = statsOf()): Scene =>
	scene.do({
		...{type: 'detail/loaded', key: keyOf('shop-api-1'), kind: 'processes'},
		...{value: [sample], atMillis: startMillis},
	} as never);

const compared = (...names: readonly string[]): Scene =>
	statsOf().do(...names.map(name => ({type: 'list/marked', keys: [keyOf(name)]}) as const), {
		type: 'stats/compared',
		isCompared: true,
	});

const all = ['shop-api-1', 'shop-api-2', 'shop-web-1', 'shop-postgres-1', 'shop-mailer-1'];

describe('the whole screen', () => {
	test.each([
		[80, 24],
		[120, 40],
	])('at %i by %i', async (columns, rows) => {
		const app = await openApp(loaded(aProcessSample(), killed()), {columns, rows});
		await app.press(left);
		await expect(`${app.lastFrame()}\n`).toMatchFileSnapshot(
			`screens/stats-cursor-${columns}x${rows}.txt`,
		);
	});

	test.each([
		[24, 6, /^ shop\/api-1 +\[5m\] *$/m],
		[32, 15, /^ stats ▸ shop\/api-1 +\[5m\] *$/m],
		[60, 16, /^ stats ▸ shop\/api-1 .*1m \[5m\] 30m 3h 24h *$/m],
	])('at %i by %i the name stays, whatever else has to go', async (columns, rows, title) => {
		const app = await openApp(statsOf().select('shop-api-1'), {columns, rows});
		expect(app.lastFrame()).toMatch(title);
		expect(app.lastFrame()).toMatch(/cpu.* \d+\.\d%/);
		// Two rows have no room for a frame with something in it.
		if (rows === 6) expect(app.lastFrame()).toMatch(/[⠁-⣿]/);
		if (rows === 6) expect(app.lastFrame()).not.toContain('╭');
	});

	test('of several that are compared, without Unicode', async () => {
		const app = await openApp(compared(...all.slice(0, 3)), {
			...{columns: 80, rows: 30, isAscii: true, level: 'mono'},
		});
		await expect(`${app.lastFrame()}\n`).toMatchFileSnapshot('screens/stats-compared-80x30.txt');
	});

	test.each([
		[24, 6],
		[30, 9],
		[40, 15],
		[59, 16],
		[80, 24],
		[99, 40],
		[100, 17],
		[160, 45],
		[250, 80],
	])('every line has its width at %i by %i', (columns, rows) => {
		const subjects = [killed(), statsOf('hostile'), statsOf('heading'), compared(...all)];
		for (const scene of subjects) {
			for (const isAscii of [false, true]) {
				const drawn = drawArea(scene, 'page', columns, rows, isAscii);
				expect(drawn.lines.length).toBeLessThanOrEqual(drawn.height);
				expect(Math.max(...drawn.lines.map(lineWidth))).toBeLessThanOrEqual(columns);
				const frames = drawn.texts.filter(text => /^[│|]/.test(text));
				expect(frames.filter(text => !/[│|]$/.test(text))).toEqual([]);
			}
		}
	});
});

describe('a chart', () => {
	test('says the value now, of what limit, mean, 95th percentile and maximum', () => {
		const drawn = drawArea(statsOf(), 'page', 120, 40);
		expect(drawn.text).toMatch(
			/cpu ─+ 62\.1% of 100% {2}avg \d+\.\d {2}p95 \d+\.\d {2}max 62\.1 ─╮/,
		);
		expect(drawn.text).toMatch(/memory ─+ 412M of 1\.0G \(40\.2%\) {2}avg 412M/);
		expect(drawn.text).toMatch(/net ─+ ⇣ 400K\/s {2}⇡ 1\.0M\/s ─╮/);
		expect(drawn.text).toMatch(/block io ─+ r 0B\/s {2}w 12K\/s ─╮/);
	});

	test('has a dotted line at the limit, and none where there is no limit', () => {
		expect(drawArea(statsOf(), 'page', 120, 40).text).toContain('100 ⠁⠁⠁⠁');
		expect(drawArea(statsOf().select('shop-web-1'), 'page', 120, 40).text).not.toContain('⠁⠁⠁⠁');
	});

	test('has an axis with the top, zero and the time', () => {
		const drawn = drawArea(
			statsOf().do({type: 'stats/range-chosen', range: '3h'}),
			'page',
			120,
			40,
		);
		expect(drawn.text).toMatch(/│ {4}0 /);
		expect(drawn.textWith('-3h')).toMatch(/-3h +-1h30m +now│/);
		expect(drawn.text).toContain('1m 5m 30m [3h] 24h');
		expect(drawn.text).toContain('means of 1m');
	});

	test('leaves open what was not measured', () => {
		const scene = statsOf();
		for (const name of ['shop-api-1']) {
			scene.history.addUsage(keyOf(name), aUsage(name, 100, {}, startMillis + 60_000));
		}
		scene.do({
			type: 'stats/sampled',
			usages: [[keyOf('shop-api-1'), aUsage('shop-api-1', 100, {}, startMillis + 60_000)]],
		});
		const bottom = drawArea(scene, 'page', 80, 24).textWith('   0 ');
		expect(bottom).toMatch(/⣿⡇? {10,}⢸/);
	});

	test('marks what happened, with a letter', () => {
		const drawn = drawArea(killed(), 'page', 120, 40);
		expect(drawn.textWith('-5m')).toMatch(/▴o.*▴r/);
		expect(drawn.text).toContain('▴o OOM kill  ▴x exit  ▴r restart');
	});
});

describe('the cursor', () => {
	test('is a line in all charts, and their values are those of that moment', async () => {
		const app = await openApp(killed(), {columns: 120, rows: 40});
		await app.press('HHN');
		await app.shows('1m ago  ▴ started again');
		const [, first = ''] = /cpu .* (\d+\.\d%) of 100%/.exec(app.lastFrame()) ?? [];
		await app.press(left);
		const [, second = ''] = /cpu .* (\d+\.\d%) of 100%/.exec(app.lastFrame()) ?? [];
		expect(first).not.toBe('');
		expect(second).not.toBe(first);
		expect(app.cellOf(second)).toMatchObject({foreground: '#66c7ff', isBold: true});
		await app.press(escapeKey);
		await app.shows('62.1% of 100%');
	});

	test('tells the code that a container ended with', async () => {
		const app = await openApp(killed(), {columns: 120, rows: 40});
		await app.press('NN');
		await app.shows('▴ killed for want of memory  ▴ exited with 137: killed (SIGKILL)');
	});

	test('older than the range it is said to be so', () => {
		const scene = statsOf().do(
			{type: 'stats/pointed', atMillis: startMillis - 200_000},
			{type: 'stats/range-chosen', range: '1m'},
		);
		expect(drawArea(scene, 'page', 100, 30).text).toContain('the cursor is older than 1m');
	});
});

describe('room', () => {
	test('under 100 columns the charts are below each other, the others a Tab away', async () => {
		const app = await openApp(statsOf(), {columns: 80, rows: 24});
		expect(app.lastFrame()).toContain('chart 1 of 4: Tab');
		expect(app.lastFrame()).not.toContain('block io');
		await app.press(tab);
		await app.press(tab);
		await app.shows('block io');
		expect(app.lastFrame()).not.toContain('memory ─');
	});

	test('Enter zooms one and shows all again', async () => {
		const app = await openApp(statsOf(), {columns: 120, rows: 40});
		await app.press(enter);
		await app.hides('block io');
		await app.press(enter);
		await app.shows('block io');
	});
});

describe('processes', () => {
	const crowd = (count: number): ProcessSample => {
		const processes = Array.from({length: count}, (_, at) => ({
			...{pid: 100 + at, parentPid: 99 + at, lifeCpuPercent: at, command: `task-${at}`},
		}));
		return aProcessSample({processes, total: count});
	};

	test('below the charts, the busiest first, without borders that their texts could break', () => {
		const {texts} = drawArea(loaded(), 'page', 120, 40);
		const at = texts.findIndex(text => text.startsWith('─ processes'));
		expect(texts[at]).toMatch(/^─ processes ─+ 2 processes {2}cpu: mean of life ─$/);
		expect(texts[at + 1]).toMatch(/^ PID USER +avg% +MEM +TIME +COMMAND$/);
		expect(texts[at + 2]).toMatch(/^ {2}41 app +62\.1 .*gunicorn: worker$/);
		expect(texts[at + 3]).toMatch(/^ {2}40 app +0\.1 .*gunicorn app:api$/);
		expect(texts[at - 1]).toMatch(/^╰─.*╯$/);
	});

	test('those that have no room are told, and where they are', () => {
		const {text} = drawArea(loaded(crowd(40)), 'page', 120, 40);
		expect(text).toContain('40 processes  the 8 busiest, all: t');
		expect(text).toContain('task-39');
		expect(text).toContain('task-32');
		expect(text).not.toContain('task-31');
	});

	test('of another moment than the charts they say so', () => {
		const pointed = {type: 'stats/pointed', atMillis: startMillis - 20_000} as const;
		expect(drawArea(loaded().do(pointed), 'page', 120, 40).text).toContain('of now ─');
		expect(drawArea(loaded(), 'page', 120, 40).text).not.toContain('of now');
	});

	test.each([
		['a small screen', loaded(), 80, 24],
		['a low one', loaded(), 120, 24],
		['one column of charts', loaded(), 99, 60],
		['a zoomed chart', loaded().do({type: 'stats/zoomed', isZoomed: true}), 120, 40],
		['a comparison', loaded(aProcessSample(), compared(...all.slice(0, 2))), 120, 40],
		['a heading', statsOf('heading'), 120, 40],
	] as const)('%s has none', (_, scene, columns, rows) => {
		const {text} = drawArea(scene, 'page', columns, rows);
		expect(text).toContain('╭─ cpu ');
		expect(text).not.toContain('processes');
	});

	test('they are asked for only while they are seen', async () => {
		const app = await openApp(statsOf(), {columns: 120, rows: 40});
		const {viewport} = app.scene;
		expect(viewport.needed).toEqual(['processes']);
		await app.press(enter);
		expect(viewport.needed).toEqual([]);
		await app.press(enter);
		expect(viewport.needed).toEqual(['processes']);
		await app.resize(80, 24);
		await app.shows('chart 1 of 4');
		expect(viewport.needed).toEqual([]);
		await app.resize(120, 40);
		await app.shows('processes');
		await app.press('1');
		expect(viewport.needed).toEqual([]);
	});

	test('not for a container without figures, where a sentence stands', async () => {
		const scene = statsOf('unmeasured').select('shop-api-1');
		const app = await openApp(scene, {columns: 120, rows: 40});
		await app.shows('are on their way');
		expect(app.scene.viewport.needed).toEqual([]);
		expect(app.lastFrame()).not.toContain('─ processes');
	});

	test('t opens their tab, and Esc leads back', async () => {
		const app = await openApp(loaded(), {columns: 120, rows: 40});
		await app.press('t');
		await app.hides('block io');
		expect(app.scene.state.frame).toMatchObject({view: 'dashboard', tab: 'processes'});
		await app.press(escapeKey);
		await app.shows('block io');
	});

	test('a click on them does the same', () => {
		const view = loaded().view(120, 40);
		const hit = {kind: 'command', id: 'stats.processes'};
		expect(pages.stats.hit?.(view, {x: 30, y: 30}, 120, 37)).toEqual(hit);
		expect(pages.stats.hit?.(view, {x: 30, y: 26}, 120, 37)).not.toEqual(hit);
	});
});

describe('comparing', () => {
	test('a letter and a colour each, with all values in a legend', () => {
		const drawn = drawArea(compared('shop-api-1', 'shop-postgres-1'), 'page', 120, 40);
		expect(drawn.text).toContain('2 containers compared');
		expect(drawn.text).toMatch(/cpu ─+ a 62\.1% {2}b 0\.8% ─╮/);
		expect(drawn.text).toMatch(/│ a shop\/api-1 +62\.1% +412M +400K\/s/);
		expect(drawn.tokenOf('a')).not.toBe(drawn.tokenOf('b'));
	});

	test('says how many more are marked than can be told apart', () => {
		const scene = compared(...all, 'billing-ledger-1', 'observe-locust-1', 'fresh');
		const drawn = drawArea(scene, 'page', 120, 40);
		expect(drawn.text).toContain('2 more marked: 6 at most can be told apart');
	});
});

describe('without figures', () => {
	test.each([
		['unmeasured', 'the first figures of shop/api-1 are on their way'],
		['empty', 'no container is selected; 1 shows the list'],
		['loading', 'the containers are being listed'],
	] as const)('%s: a sentence says why', (name, sentence) => {
		const scene = statsOf(name);
		if (name === 'unmeasured') scene.select('shop-api-1');
		expect(drawArea(scene, 'page', 80, 24).text).toContain(sentence);
	});

	test('of a container that never ran while dockmon did', () => {
		const drawn = drawArea(statsOf().select('observe-grafana-1'), 'page', 80, 24);
		expect(drawn.text).toContain(
			'observe/grafana is created and was not measured before; s starts it',
		);
	});

	test('of an engine that is lost the last ones stay, weak and with their age', () => {
		const drawn = drawArea(statsOf('stale'), 'page', 120, 40);
		expect(drawn.text).toContain('values are 42s old');
		expect(drawn.tokenOf('⣿')).toBe('dim');
	});
});
