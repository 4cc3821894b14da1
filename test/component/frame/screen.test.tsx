import {afterEach, describe, expect, test} from 'vitest';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {brokenFrames, cellsOf} from '../../helpers/screen-frames.ts';
import {sceneNames, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const sizes = [
	[20, 5],
	[24, 6],
	[40, 15],
	[60, 16],
	[80, 24],
	[100, 30],
	[120, 40],
	[160, 45],
	[200, 60],
	// And back, because what a larger screen showed must go.
	[40, 15],
] as const;

/** What a program prints when it does not know what it prints. */
const nonsense = /undefined|NaN|\[object|Infinity|null/;

describe.each(sceneNames)('%s', name => {
	test('is drawn whole at every size', async () => {
		const app = await openApp(scenes[name](), {columns: 80, rows: 24});
		expect(app.terminal.scrolledLines).toBe(0);
		for (const [columns, rows] of sizes) {
			await app.resize(columns, rows);
			const {terminal} = app;
			const cells = cellsOf(terminal, columns, rows);
			expect.soft(brokenFrames(cells), `${columns} by ${rows}`).toEqual([]);
			expect.soft(app.lastFrame()).not.toMatch(nonsense);
			// Some terminals scroll when it is written.
			expect(cells.at(-1)?.at(-1)?.trim()).toBe('');
		}
		expect(app.terminal.replies).toEqual([]);
	});
});

test('nothing that a container says is obeyed by the terminal', async () => {
	const app = await openApp(scenes.hostile(), {columns: 200, rows: 60});
	const titles: string[] = [];
	const clipboard: string[] = [];
	app.terminal.parser.registerOscHandler(0, title => titles.push(title) > 0);
	app.terminal.parser.registerOscHandler(52, data => clipboard.push(data) > 0);
	for (const tab of ['stats', 'overview', 'logs'] as const) {
		app.scene.do({type: 'frame/tab-chosen', tab});
		await app.idle();
	}
	await app.resize(120, 40);
	expect([titles, clipboard]).toEqual([[], []]);
	expect(app.lastFrame()).toContain('evilred');
});

describe('ASCII', () => {
	test.each(sceneNames)('%s', async name => {
		const app = await openApp(scenes[name](), {columns: 120, rows: 40, isAscii: true});
		const written = app.terminal.taken();
		expect(written).not.toMatch(/[^\u0000-\u007e]/);
		expect(app.lastFrame()).not.toMatch(nonsense);
	});

	test.each(['?', 'o', 'h', 'r', '/'])('the overlay of %s', async key => {
		const app = await openApp(scenes.error(), {columns: 80, rows: 24, isAscii: true});
		await app.press(key);
		expect(app.terminal.taken()).not.toMatch(/[^\u0000-\u007e]/);
		// Arrows have names, because a question mark is a key of its own.
		expect(app.rows().some(row => /^.*\| {3}\? k/.test(row))).toBe(false);
	});
});

describe('without colour', () => {
	test.each(sceneNames)('%s', async name => {
		const app = await openApp(scenes[name](), {columns: 120, rows: 40, level: 'mono'});
		const codes = new Set(
			[...app.terminal.taken().matchAll(/\u001b\[([\d;]*)m/g)].flatMap(([, list = '']) =>
				list.split(';'),
			),
		);
		for (const code of codes)
			expect(['', '0', '1', '2', '3', '4', '7', '22', '24', '27']).toContain(code);
	});

	test('what is selected and what is wrong can be told', async () => {
		const app = await openApp(scenes.unhealthy(), {columns: 80, rows: 24, level: 'mono'});
		const row = app.rowOf('▌●');
		expect(app.terminal.cell(40, row).isReverse).toBe(true);
		expect(app.terminal.cell(40, row + 1).isReverse).toBe(false);
		expect(app.cellOf('✗ 1 unhealthy').isReverse).toBe(true);
	});
});

test.each(['16', '256', '24'] as const)('in %s colours what is wrong is seen', async level => {
	const app = await openApp(scenes.ready(), {columns: 80, rows: 24, level});
	const wrong = app.cellOf('✗ 1 unhealthy').foreground;
	const well = app.cellOf('✓ 4').foreground;
	expect(wrong).not.toBe('default');
	expect(wrong).not.toBe(well);
	const selected = app.rowOf('▌●');
	expect(app.terminal.cell(50, selected).background).not.toBe('default');
	expect(app.terminal.cell(50, selected + 1).background).toBe('default');
});

test('a screen without a canvas shows the same', async () => {
	const withCanvas = await openApp(scenes.ready(), {columns: 100, rows: 30});
	const without = await openApp(scenes.ready(), {columns: 100, rows: 30, hasCanvas: false});
	expect(without.lastFrame()).toBe(withCanvas.lastFrame());
});
