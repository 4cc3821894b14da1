import {afterEach, describe, expect, test} from 'vitest';
import {tabs} from '../../../source/store/tabs.ts';
import {keyOf} from '../../helpers/builders.ts';
import {type OpenApp, openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {keysOf} from '../../helpers/targets.ts';
import {until} from '../../helpers/until.ts';
import {type SceneName, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const escapeKey = '\u001b';
const enter = '\r';
const tab = '\t';
const down = '\u001b[B';
const paste = (text: string): string => `\u001b[200~${text}\u001b[201~`;

const open = (scene: SceneName = 'ready', columns = 80, rows = 24): Promise<OpenApp> =>
	openApp(scenes[scene](), {columns, rows});

const press = async (app: OpenApp, ...keys: readonly string[]): Promise<void> => {
	for (const key of keys) await app.press(key);
};

/** The row with the bar of the selection. */
const selected = (app: OpenApp): string => app.rows().find(row => /^│?▌/.test(row)) ?? '';
const footer = (app: OpenApp): string => app.rows().at(-1) ?? '';

describe('borders', () => {
	test('move by a key, and everything is drawn anew in its place', async () => {
		const app = await open('ready', 120, 40);
		const before = app.rowOf('─ shop/api-1  [Logs]');
		const {length} = app.rows()[app.rowOf('─ containers')]?.split('╮')[0] ?? '';
		await press(app, '}', '}', '<');
		const after = app.rowOf('─ shop/api-1  [Logs]');
		expect(after).toBeGreaterThan(before);
		expect(app.rows()[app.rowOf('─ containers')]?.split('╮')[0]?.length).toBeLessThan(length);
		await press(app, '=');
		expect(app.rowOf('─ shop/api-1  [Logs]')).toBe(before);
		await press(app, '}}');
		expect(app.rowOf('─ shop/api-1  [Logs]')).toBe(after);
	});

	test('the list in full keeps its order and counts in sight', async () => {
		const app = await open();
		await press(app, 'Z');
		expect(app.lastFrame()).toContain('sort cpu');
		expect(app.lastFrame()).not.toContain('[Logs]');
		expect(app.rows()[0]).toContain('▸ containers');
		await press(app, escapeKey);
		await app.shows('[Logs]');
	});
});

describe('moving', () => {
	test('arrows and letters, to the ends and by pages', async () => {
		const app = await open();
		await press(app, 'j', down);
		expect(selected(app)).toContain('web');
		await press(app, 'k');
		expect(selected(app)).toContain('api-2');
		await press(app, 'G');
		expect(selected(app)).toContain('fresh');
		await press(app, 'g');
		expect(selected(app)).toContain('shop  5/5 up');
		await press(app, '\u001b[6~');
		expect(selected(app)).toContain('observe');
	});

	test('a burst that came in one read moves once for each key', async () => {
		const app = await open();
		await press(app, 'jjj');
		expect(selected(app)).toContain('postgres');
		await press(app, `${down}${down}k`);
		expect(selected(app)).toContain('mailer');
	});

	test('left closes the project of a container, right opens it again', async () => {
		const app = await open();
		await press(app, '\u001b[D');
		expect(selected(app)).toMatch(/▌ {2}▸ api/);
		await press(app, '\u001b[D', 'g', '\u001b[D');
		expect(app.lastFrame()).not.toContain('postgres');
		await press(app, '\u001b[C');
		expect(app.lastFrame()).toContain('postgres');
	});

	test('the rule, the facts and the charts follow', async () => {
		const app = await open('ready', 120, 40);
		await press(app, 'jjjj');
		expect(app.lastFrame()).toContain('─ shop/mailer  [Logs]');
		expect(app.lastFrame()).toContain('4 fails in a row');
	});
});

describe('the filter', () => {
	test('narrows the list with every key, Enter keeps it, Esc takes it away', async () => {
		const app = await open();
		await press(app, '/');
		expect(app.lastFrame()).toContain(' / _');
		await press(app, 'mail');
		expect(app.lastFrame()).toContain(' / mail_');
		expect(app.lastFrame()).toContain('1 of 15');
		expect(app.lastFrame()).not.toContain('postgres');
		await press(app, enter);
		expect(footer(app)).toContain('? help');
		expect(app.lastFrame()).toContain('filter: mail');
		await press(app, escapeKey);
		await app.shows('postgres');
		expect(app.lastFrame()).not.toContain('filter:');
	});

	test('letters are text there and no commands', async () => {
		const app = await open();
		await press(app, '/', 'qrsz?j');
		expect(app.lastFrame()).toContain(' / qrsz?j_');
		expect(app.scene.asked).toEqual([]);
		await press(app, '\u007f', '\u0017');
		expect(app.lastFrame()).toContain(' / _');
	});

	test('Esc while typing goes back to the filter of before', async () => {
		const app = await open();
		await press(app, '/', 'api', enter, '/', '-2');
		expect(app.lastFrame()).toContain(' / api-2_');
		await press(app, escapeKey);
		await app.hides(' / api-2_');
		expect(app.lastFrame()).toContain('filter: api ');
		expect(app.lastFrame()).toContain('api-1');
	});

	test('a paste is text, its line ends are spaces, and elsewhere it is nothing', async () => {
		const app = await open();
		await press(app, paste('rrrqqq'));
		expect(app.scene.asked).toEqual([]);
		expect(app.scene.state.frame.overlays).toEqual([]);
		await press(app, '/', paste('shop\nmail'));
		expect(app.lastFrame()).toContain(' / shop mail_');
		expect(app.lastFrame()).toContain('1 of 15');
	});

	test('long ones show their end, where the cursor is', async () => {
		const app = await open('ready', 40, 15);
		await press(app, '/', `${'x'.repeat(50)}end`);
		expect(app.rows().at(-2)).toMatch(/^ \/ x+end_ +0 of 15$/);
	});

	test('what cannot be read is said while it is typed', async () => {
		const app = await open();
		await press(app, '/', '/(/');
		expect(app.rows().at(-2)).toMatch(/^ \/ \/\(\/_ .*Invalid regular expression/);
	});
});

describe('sorting', () => {
	test('a field is chosen, the list follows', async () => {
		const app = await open();
		await press(app, 'o');
		expect(app.lastFrame()).toContain('▌ cpu');
		await press(app, 'j', 'j', enter);
		expect(app.lastFrame()).toContain('sort name ▴');
		expect(app.lastFrame()).toContain('NAME▴');
		await press(app, 'O');
		expect(app.lastFrame()).toContain('sort name ▾');
	});

	test('Esc changes nothing', async () => {
		const app = await open();
		await press(app, 'o', 'j', escapeKey);
		await app.hides('sort by');
		expect(app.lastFrame()).toContain('sort cpu ▾');
	});
});

describe('questions', () => {
	/** A moment later: a question is deaf to keys that were on their way when it appeared. */
	const ask = async (app: OpenApp, key: string): Promise<void> => {
		await press(app, key);
		app.scene.nowMillis += 400;
	};

	test('y restarts exactly what was named', async () => {
		const app = await open();
		await ask(app, 'r');
		expect(app.lastFrame()).toContain('Restart shop/api-1?');
		await press(app, 'y');
		expect(app.scene.requests).toMatchObject([{action: {verb: 'restart'}}]);
		expect(keysOf(app.scene.requests[0])).toEqual([keyOf('shop-api-1')]);
		expect(app.lastFrame()).not.toContain('Restart shop/api-1?');
	});

	test('a y that comes too soon is not an answer', async () => {
		const app = await open();
		await press(app, 'ry');
		expect(app.scene.requests).toEqual([]);
		expect(app.lastFrame()).toContain('Restart shop/api-1?');
	});

	test.each([
		['n', 'n'],
		['Enter', enter],
		['Esc', escapeKey],
		['q', 'q'],
	])('%s is no', async (_, key) => {
		const app = await open();
		await ask(app, 'r');
		await press(app, key);
		await app.hides('Restart shop/api-1?');
		expect(app.scene.requests).toEqual([]);
		expect(app.scene.asked).toEqual([]);
	});

	test.each<[SceneName, string, string, readonly string[]]>([
		['ready', 'Stop shop/api-1?', 'stop', ['shop-api-1']],
		['stopped', 'Start billing/report?', 'start', ['billing-report-1']],
		['service', 'Stop 2 containers of service api?', 'stop', ['shop-api-1', 'shop-api-2']],
	])('s on %s asks %s', async (scene, question, verb, names) => {
		const app = await open(scene);
		await ask(app, 's');
		expect(app.lastFrame()).toContain(question);
		await press(app, 'y');
		expect(app.scene.requests).toMatchObject([{action: {verb}}]);
		expect(keysOf(app.scene.requests[0])).toEqual(names.map(keyOf));
	});

	test('of a project all are named that are meant, and no other', async () => {
		const app = await open('heading');
		await ask(app, 's');
		expect(app.lastFrame()).toContain('Stop 5 containers of project shop?');
		for (const name of ['api-1', 'api-2', 'web', 'postgres', 'mailer']) {
			expect(app.lastFrame()).toMatch(new RegExp(`│ shop/${name}  `));
		}
		await press(app, 'y');
		expect(keysOf(app.scene.requests[0])).toHaveLength(5);
	});

	test('what was asked is done, whatever is selected meanwhile', async () => {
		const app = await open();
		await ask(app, 'r');
		app.scene.select('shop-mailer-1');
		await press(app, 'y');
		expect(keysOf(app.scene.requests[0])).toEqual([keyOf('shop-api-1')]);
	});
});

describe('a shell', () => {
	test('is opened in a running container', async () => {
		const app = await open();
		await press(app, 'e');
		expect(app.scene.asked).toEqual(['shell']);
	});

	test.each<[SceneName, string]>([
		['stopped', 'shell: billing/report is not running'],
		['heading', 'shell: select a container, not a heading'],
		['stale', 'shell: the engine does not answer'],
	])('%s: it is said why not', async (scene, reason) => {
		const app = await open(scene);
		await press(app, 'e');
		expect(app.scene.asked).toEqual([]);
		expect(app.lastFrame()).toContain(reason);
	});
});

describe('looking', () => {
	test('Enter fills the screen with the log, q and Esc go back', async () => {
		const app = await open();
		for (const back of ['q', escapeKey]) {
			await press(app, enter);
			expect(app.rows()[1]).toMatch(/^ logs ▸ shop\/api-1 {2}/);
			expect(app.lastFrame()).not.toContain('postgres');
			await press(app, back);
			await app.shows('postgres');
		}
		expect(app.scene.asked).toEqual([]);
	});

	test('l shows the log, whatever tab was open', async () => {
		const app = await open('overview');
		await press(app, 'l');
		expect(app.rows()[1]).toMatch(/^ logs ▸ /);
		expect(app.rows()).toHaveLength(24);
	});

	test('brackets go through the tabs, round', async () => {
		const app = await open();
		const seen: string[] = [];
		for (const key of [...tabs.map(() => ']'), '[']) {
			await press(app, key);
			expect(app.lastFrame()).toMatch(/\[[A-Z]\w+\]/);
			seen.push(app.scene.state.frame.tab);
		}
		expect(seen).toEqual([...tabs.slice(1), 'logs', tabs.at(-1)]);
	});

	test('Tab gives the keys to the log, where they scroll, and End follows again', async () => {
		const app = await open();
		await press(app, tab);
		expect(app.cellOf('shop/api-1  [').isBold).toBe(true);
		await press(app, 'k');
		expect(app.lastFrame()).toContain('‖ HELD');
		await press(app, '\u001b[F');
		expect(app.lastFrame()).toContain('▼ FOLLOW');
		await press(app, tab, 'j');
		expect(selected(app)).toContain('api-2');
	});

	test('on the smallest screens Tab shows what has the keys', async () => {
		const app = await open('ready', 40, 15);
		await press(app, tab);
		expect(app.rows()[1]).toContain('[Logs]');
		await press(app, tab);
		expect(selected(app)).toContain('api-1');
	});

	test('a hides what is stopped, z freezes', async () => {
		const app = await open('stopped');
		await press(app, 'a');
		expect(app.lastFrame()).toContain('running only');
		expect(app.lastFrame()).not.toContain('report (137)');
		await press(app, 'a', 'z');
		expect(app.lastFrame()).toContain('‖ frozen 0s ago (z)');
		await press(app, 'z');
		expect(app.lastFrame()).not.toContain('frozen');
	});
});

describe('leaving', () => {
	test('q and Ctrl+C quit', async () => {
		const app = await open();
		await press(app, 'q', '\u0003');
		expect(app.scene.asked).toEqual(['quit', 'quit']);
	});

	test.each(['?', 'h', 'o', '/', 'r'])('Ctrl+C quits from the overlay of %s', async key => {
		const app = await open();
		await press(app, key);
		expect(app.scene.state.frame.overlays).toHaveLength(1);
		await press(app, '\u0003');
		expect(app.scene.asked).toEqual(['quit']);
	});

	test.each(['?', 'h', 'o', '/', 'r'])(
		'Esc closes the overlay of %s and nothing else',
		async key => {
			const app = await open('held');
			await press(app, key, escapeKey);
			await app.shows('? help');
			expect(app.scene.state.frame.overlays).toEqual([]);
			expect(app.scene.state.logs.held).toBeDefined();
			expect(app.scene.asked).toEqual([]);
		},
	);

	test('Esc goes one step back each time and never quits', async () => {
		const app = await open('error');
		await press(app, tab, 'k', escapeKey);
		await app.hides('✗ stop shop/web failed');
		expect(app.lastFrame()).toContain('HELD');
		await press(app, escapeKey);
		await app.shows('FOLLOW');
		await press(app, escapeKey);
		await until(() => !app.cellOf('shop/api-1  [').isBold, 'the list with the keys');
		await press(app, 'j');
		expect(selected(app)).toContain('api-2');
		expect(app.scene.asked).toEqual([]);
	});
});

test('without an engine R tries again, D shows the demo, q quits', async () => {
	const app = await open('refused');
	await press(app, 'R', 'D', 'r', 'e', 'q');
	expect(app.scene.asked).toEqual(['retry', 'demo', 'quit']);
	expect(app.scene.requests).toEqual([]);
});
