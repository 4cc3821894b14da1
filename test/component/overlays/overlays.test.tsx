import {afterEach, describe, expect, test} from 'vitest';
import {commandTable} from '../../../source/commands/command-table.ts';
import {keyGroups} from '../../../source/commands/keymap-docs.ts';
import {clientsUnknown} from '../../../source/model/act/clients.ts';
import {refKey} from '../../../source/model/ids.ts';
import {actionTarget} from '../../../source/store/act/action-request.ts';
import type {Overlay} from '../../../source/store/overlay.ts';
import {ofProject, refOf, startMillis} from '../../helpers/builders.ts';
import {confirm, overlays} from '../../helpers/every-overlay.ts';
import {type OpenApp, openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {brokenFrames, cellsOf} from '../../helpers/screen-frames.ts';
import {type Scene, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const busyScene = (): Scene => {
	const scene = scenes.ready();
	for (let index = 1; index <= 30; index++) {
		scene.do({
			...{type: 'message/added', level: index % 2 ? 'error' : 'success', atMillis: startMillis},
			text: `message ${index}: ${'a reason that is long enough for several lines '.repeat(2)}`,
		});
	}
	return scene;
};

const titles: Readonly<Record<Overlay['kind'], string>> = {
	entry: '╭─ log entry ',
	output: '╭─ output ',
	file: '╭─ no file ',
	put: ' copy in ./a_',
	path: ' go to ',
	moment: ' go to 10:42_',
	'compose-line': ' replicas o',
	help: '╭─ help ',
	keys: '╭─ help ',
	palette: '╭─ palette ',
	messages: '╭─ messages ',
	sort: '╭─ sort by ',
	grouping: '╭─ group by ',
	label: ' group by label com.example.team_',
	columns: '╭─ columns ',
	take: '╭─ copy ',
	filter: ' / api_',
	find: ' / port_',
	narrow: ' / oom_',
	confirm: '╭─ Restart 12 ',
	bulk: '╭─ Restart 12 ',
	'confirm-name': '╭─ Remove ',
	menu: '╭─ shop/web ',
	form: '╭─ Limits ',
	search: ' / pool_',
	pattern: ' & GET_',
	sources: '╭─ sources ',
	since: '╭─ reach back ',
	chips: '╭─ filters ',
	compare: '╭─ compare with ',
	theme: '╭─ theme ',
};

const sizes = [
	[24, 6],
	[40, 15],
	[60, 16],
	[80, 24],
	[120, 40],
	[200, 60],
] as const;

describe.each(Object.values(overlays))('$kind', overlay => {
	test('is whole at every size and covers what is below', async () => {
		const app = await openApp(busyScene().open(overlay), {columns: 20, rows: 5});
		for (const [columns, rows] of sizes) {
			await app.resize(columns, rows);
			const cells = cellsOf(app.terminal, columns, rows);
			const own = brokenFrames(cells).filter(place => {
				const [, row = '', column = ''] = /row (\d+), column (\d+)/.exec(place) ?? [];
				return cells[Number(row)]?.slice(Number(column)).join('').startsWith(titles[overlay.kind]);
			});
			// Frames below are cut where it covers them.
			expect.soft(own, `${columns} by ${rows}`).toEqual([]);
			expect.soft(app.lastFrame()).toContain(titles[overlay.kind].slice(0, 10));
		}
	});

	test('takes the sign of the keys from the pane below', async () => {
		const app = await openApp(scenes.ready(), {columns: 120, rows: 40});
		const accent = {isBold: true, foreground: '#66c7ff'};
		const corner = app.rowOf('╭─ containers');
		expect(app.terminal.cell(0, corner)).toMatchObject(accent);
		app.scene.open(overlay);
		await app.idle();
		expect(app.terminal.cell(0, corner)).toMatchObject({isBold: false, foreground: '#5c6773'});
		expect(app.cellOf(titles[overlay.kind].trimStart())).toMatchObject(accent);
	});

	test('goes without a trace', async () => {
		const app = await openApp(scenes.ready());
		const before = app.lastFrame();
		app.scene.open(overlay);
		await app.idle();
		expect(app.lastFrame()).not.toBe(before);
		app.scene.do({type: 'overlay/closed'});
		await app.idle();
		expect(app.lastFrame()).toBe(before);
	});
});

describe('help', () => {
	test.each([
		[40, 15],
		[80, 24],
		[120, 40],
	])('%i by %i: every key can be found', async (columns, rows) => {
		const app = await openApp(scenes.ready(), {columns, rows});
		await app.press('?');
		const seen = new Set<string>();
		for (let before = ''; before !== app.lastFrame(); await app.press('j')) {
			before = app.lastFrame();
			for (const row of app.rows()) seen.add(row.replaceAll(/\s+/g, ' '));
		}
		const text = [...seen].join('\n');
		for (const {commands} of keyGroups(commandTable)) {
			for (const {title} of commands) expect(text).toContain(title.split(' ')[0]);
		}
		expect(text).toContain('no health check');
	});

	test('tells where it is, stops at both ends, goes by pages', async () => {
		const app = await openApp(scenes.ready());
		await app.press('?');
		const [, count = ''] = /▴▾ 1-20 of (\d+)/.exec(app.lastFrame()) ?? [];
		expect(Number(count)).toBeGreaterThan(40);
		await app.press(' ');
		expect(app.lastFrame()).toContain(`▴▾ 11-30 of ${count}`);
		await app.press(' '.repeat(20));
		expect(app.lastFrame()).toContain(`▴▾ ${Number(count) - 19}-${count} of ${count}`);
		await app.press('k'.repeat(Number(count)));
		expect(app.lastFrame()).toContain(`▴▾ 1-20 of ${count}`);
	});

	test('has two columns where they fit, and then nothing to scroll', async () => {
		const app = await openApp(scenes.ready(), {columns: 120, rows: 130});
		await app.press('?');
		expect(app.lastFrame()).toMatch(/│ Here: list {40,}\w/);
		expect(app.lastFrame()).not.toContain('▴▾ 1-');
	});

	test('has three columns on a wide screen, each of whole sections', async () => {
		const app = await openApp(scenes.ready(), {columns: 200, rows: 120});
		await app.press('?');
		const first = app.rows().find(row => row.includes('│ Here: list')) ?? '';
		const heads = first
			.replaceAll(/.*│ (?=Here)|│.*/g, '')
			.trim()
			.split(/ {3,}/);
		expect(heads).toHaveLength(3);
		for (const head of heads) expect(head).toMatch(/^(Here|Everywhere|Elsewhere): /);
		expect(app.lastFrame()).not.toContain('▴▾ 1-');
	});
});

describe('a key that is looked for', () => {
	const find = async (text: string) => {
		const app = await openApp(scenes.ready());
		await app.press('?');
		await app.press('/');
		await app.press(text);
		return app;
	};

	test('is told with what it does, and where', async () => {
		const app = await find('restart');
		expect(app.lastFrame()).toMatch(/ \/ restart_ +1 found/);
		expect(app.lastFrame()).toContain('Everywhere: act');
		expect(app.lastFrame()).toMatch(/│ {3}r {2,}Restart container, service or project/);
		expect(app.lastFrame()).not.toContain('Here: list');
		expect(app.cellOf('Restart').isBold).toBe(true);
		expect(app.cellOf('container, service').isBold).toBe(false);
	});

	test('is found by its name, and by every word', async () => {
		const app = await find('ctrl+l');
		expect(app.lastFrame()).toContain('Paint the screen anew');
		await app.press('\u0015go time');
		expect(app.lastFrame()).toContain('Go to a time');
		await app.press('qqq');
		expect(app.lastFrame()).toMatch(/ \/ go timeqqq_ +0 found/);
		expect(app.lastFrame()).toContain('no key has that');
	});

	test('what was found is scrolled no further than it goes', async () => {
		const app = await find('o');
		await app.press('\u001b[6~'.repeat(20));
		const [, last = '', count = ''] = /▴▾ \d+-(\d+) of (\d+)/.exec(app.lastFrame()) ?? [];
		expect(last).toBe(count);
		await app.press('\u001b[A');
		expect(app.lastFrame()).toContain(`-${Number(count) - 1} of ${count}`);
	});

	test('Escape goes back to all keys, and then to the list', async () => {
		const app = await find('j');
		await app.press('\u001b');
		await app.shows('Here: list');
		await app.press('\u001b');
		await app.hides('─ help');
	});
});

describe('the palette', () => {
	test('says what Enter does, and why it would not', async () => {
		const app = await openApp(scenes.stopped());
		await app.press(':');
		await app.press('restart');
		expect(app.lastFrame()).toMatch(/▌ +Restart container, service or project +r +command/);
		expect(app.lastFrame()).toContain('on billing/report  container.restart');
		await app.press('\u0015shell');
		expect(app.lastFrame()).toMatch(/▌ +Shell in the container .+ billing\/report /);
		expect(app.lastFrame()).toContain('not now: billing/report is not running');
		await app.press('\r');
		await app.shows('shell: billing/report is not running');
	});

	test('shows containers with their state, and the letters that were found', async () => {
		const app = await openApp(scenes.ready());
		await app.press(':');
		await app.press('mail');
		expect(app.lastFrame()).toMatch(/▌● ✗ shop\/mailer +container/);
		expect(app.cellOf('mailer  ').isBold).toBe(true);
	});

	test('shows no name as more than text', async () => {
		const app = await openApp(scenes.hostile());
		await app.press(':');
		await app.press('evil');
		expect(app.rows()[app.rowOf('│ > evil_') + 1]).toMatch(/│▌● · evilred +container {3}│$/);
	});

	test('keeps the chosen entry in sight in a small window', async () => {
		const app = await openApp(scenes.crowd(), {columns: 40, rows: 15});
		await app.press(':');
		for (let step = 0; step < 30; step++) {
			await app.press('\u001b[B');
			expect(app.lastFrame()).toContain(`${step + 2} of `);
			expect(app.lastFrame()).toMatch(/│▌/);
		}
	});
});

describe('a question', () => {
	test('names what it is about, what follows, and that No is the answer', async () => {
		const app = await openApp(scenes.ready().open(overlays.confirm), {columns: 120, rows: 40});
		expect(app.lastFrame()).toContain('Restart 12 containers of project shop?');
		expect(app.lastFrame()).toContain('default: No');
		expect(app.lastFrame()).toContain('shop/worker-11  aac91a707528  running');
		expect(app.lastFrame()).toContain('[ No ]   y Yes, do it   n, Esc or Enter: No');
		expect(app.cellOf('[ No ]')).toMatchObject({isBold: true, foreground: '#66c7ff'});
		expect(app.cellOf('y Yes').foreground).toBe('#f0d93a');
	});

	test.each([
		[24, 6],
		[40, 15],
		[80, 12],
	])('%i by %i: the answers are always in sight', async (columns, rows) => {
		const app = await openApp(scenes.ready().open(overlays.confirm), {columns, rows});
		expect(app.lastFrame()).toMatch(/\[ No \] {2,3}y Yes/);
		if (rows > 6) {
			expect(app.lastFrame()).toMatch(/and \d+ more/);
			expect(app.lastFrame().replaceAll(/[\s│]+/g, ' ')).toContain('Clients lose');
		}
	});
});

test('what follows is never given up for names', async () => {
	const lines = [...confirm(12).lines, '2 of them are hidden by the filter.'];
	const question = {...confirm(12), lines};
	const scene = scenes.ready().open({kind: 'confirm', confirm: question, sinceMillis: startMillis});
	const app = await openApp(scene, {columns: 40, rows: 15});
	for (const part of ['and 10 more', 'Clients lose', '2 of them are hidden by the', 'filter.']) {
		expect(app.lastFrame()).toContain(part);
	}
});

test.each([
	[80, 24],
	[40, 15],
])(
	'at %i by %i: who is connected comes into an open question, which grows for it',
	async (columns, rows) => {
		const of = [refOf('shop-api-1')];
		const question = {...confirm(1), clients: {of}};
		const scene = scenes
			.ready()
			.open({kind: 'confirm', confirm: question, sinceMillis: startMillis});
		const app = await openApp(scene, {columns, rows});
		expect(app.lastFrame()).toContain('⋯ looking who is connected');
		const sentence =
			'12 clients are connected to it now: 9 from shop/proxy, 2 from 10.0.0.7 and 1 from this machine.';
		scene.do({type: 'clients/counted', of, sentence});
		await app.idle();
		expect(app.lastFrame()).not.toContain('looking who');
		const words = app.rows().join(' ').replaceAll(/[│ ]+/g, ' ');
		expect(words).toMatch(/12 clients are .*connected to it .*now: .*from this .*machine\./);
		if (rows > 15) expect(app.lastFrame()).toContain('docker restart shop-api-1');
		expect(app.lastFrame()).toContain('[ No ]');
	},
);

test.each([
	[200, 60],
	[80, 24],
	[40, 15],
])(
	'at %i by %i: a question keeps its size when it is known who is connected, or that nobody knows',
	async (columns, rows) => {
		const of = [refOf('shop-api-1')];
		const edges = (app: OpenApp) =>
			app.rows().map(row => [row.indexOf('╭─ Restart'), row.indexOf('╰─'), row.indexOf('─╯')]);
		const asking: Overlay = {
			...{kind: 'confirm', sinceMillis: startMillis},
			confirm: {...confirm(1), title: 'Restart shop/api?', clients: {of}},
		};
		const scene = scenes.ready().open(asking);
		const app = await openApp(scene, {columns, rows});
		const before = edges(app);
		for (const sentence of [
			clientsUnknown,
			'2 clients are connected to it now: 1 from shop/web and 1 from shop/worker.',
		]) {
			scene.do({type: 'overlay/changed', overlay: asking}, {type: 'clients/counted', of, sentence});
			await app.idle();
			expect(app.lastFrame()).toContain(sentence.slice(0, 16));
			expect(edges(app)).toEqual(before);
		}
	},
);

describe('messages', () => {
	test('are listed newest first, with time, sign and all their words', async () => {
		const app = await openApp(busyScene());
		await app.press('h');
		const rows = app.rows().filter(row => row.includes('message '));
		expect(rows[0]).toMatch(/│ 10:00:00 ✓ message 30: a reason/);
		expect(rows[1]).toMatch(/│ 10:00:00 ✗ message 29: a reason/);
		expect(app.cellOf('✓ message 30').foreground).toBe('#66e6cc');
		expect(app.cellOf('✗ message 29').foreground).toBe('#f47b68');
		expect(app.lastFrame()).toMatch(/│ {12}.*several lines/);
		await app.press('   ');
		expect(app.lastFrame()).not.toContain('message 30');
	});

	test('that come while it is open are seen', async () => {
		const app = await openApp(scenes.ready());
		await app.press('h');
		expect(app.lastFrame()).toContain('no messages yet');
		app.scene.do({type: 'message/added', level: 'info', text: 'just now', atMillis: startMillis});
		await app.idle();
		expect(app.lastFrame()).toMatch(/│ 10:00:00 {3}just now/);
		expect(app.lastFrame()).not.toContain('no messages yet');
	});
});

test('the choice of the order begins at the one in use', async () => {
	const app = await openApp(scenes.ready());
	await app.press('o');
	expect(app.cellOf('▌ cpu')).toMatchObject({isBold: true, foreground: '#66c7ff'});
	await app.press('k');
	expect(app.lastFrame()).toContain('▌ project');
});

test('a menu keeps its frame whole when what it offers needs more room', async () => {
	const scene = scenes.ready();
	const target = actionTarget(ofProject('shop', 'web'));
	const overlay = {kind: 'menu', menu: 'signals', targets: [target], index: 0} as const;
	scene.do({type: 'overlay/opened', overlay});
	const app = await openApp(scene, {columns: 120, rows: 40});
	await app.shows('end at once');
	scene.do({type: 'container/turned', key: refKey(target.ref), state: 'exited'});
	await app.shows('does not run');
	await app.terminal.settled();
	expect(app.terminal.rows().filter(row => /does not run │/.test(row)).length).toBeGreaterThan(5);
});
