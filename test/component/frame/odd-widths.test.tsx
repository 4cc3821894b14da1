import stringWidth from 'string-width';
import {afterEach, expect, test} from 'vitest';
import {layout, pageLayout} from '../../../source/view/frame/layout.ts';
import {placeOverlay} from '../../../source/view/overlays/index.ts';
import {everyScreen} from '../../helpers/every-screen.ts';
import {oddScene} from '../../helpers/odd-world.ts';
import {type OpenApp, openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {brokenBox, brokenFrames, cellsOf} from '../../helpers/screen-frames.ts';
import {widthCorpus} from '../../helpers/width-corpus.ts';

afterEach(unmountAll);

// Promise P15: whatever things are called, in whatever table of widths the terminal has.

const sizes = [
	[80, 24],
	[120, 40],
	[200, 60],
] as const;

const oneOf = (cells: number): 0 | 1 | 2 => (cells > 1 ? 2 : cells === 1 ? 1 : 0);

/** Beside that of Unicode 6, which the terminal has at first: that of today. */
const today = (codePoint: number): 0 | 1 | 2 => oneOf(stringWidth(String.fromCodePoint(codePoint)));
/** As terminals of East Asia are set, where dockmon draws in ASCII. */
const wideWhereAmbiguous = (codePoint: number): 0 | 1 | 2 =>
	oneOf(stringWidth(String.fromCodePoint(codePoint), {ambiguousIsNarrow: false}));

/** Frames that are not whole; of those below an overlay nothing can be said. */
const broken = ({scene, terminal}: OpenApp, columns: number, rows: number): readonly string[] => {
	const cells = cellsOf(terminal, columns, rows);
	const {view, overlays} = scene.state.frame;
	const overlay = overlays.at(-1);
	if (overlay === undefined) return brokenFrames(cells);
	const place = view === 'dashboard' ? layout(columns, rows) : pageLayout(columns, rows);
	const rect = placeOverlay(scene.view(columns, rows), overlay, {columns, rows, layout: place});
	return rect.height < 3 ? [] : brokenBox(cells, rect);
};

const share = 24;
const shares = Math.ceil(widthCorpus.length / share);
const textsOf = (index: number): readonly string[] => {
	const from = (index % shares) * share;
	return widthCorpus.slice(from, from + share);
};

const look = async (name: string, index: number, isAscii = false): Promise<OpenApp> => {
	const scene = oddScene(textsOf(index)).do(...(everyScreen[name] ?? []));
	return await openApp(scene, {columns: 60, rows: 16, isAscii});
};

const check = async (app: OpenApp, name: string): Promise<void> => {
	for (const [columns, rows] of name.startsWith('overlay') ? sizes.slice(0, 2) : sizes) {
		await app.resize(columns, rows);
		expect.soft(broken(app, columns, rows), `${name} at ${columns}x${rows}`).toEqual([]);
	}
	expect(app.terminal.replies).toEqual([]);
};

/** What names the selected container, or all of them. */
const ask = async (app: OpenApp): Promise<void> => {
	for (const key of ['r', ':', 'h']) {
		await app.press(key);
		expect.soft(app.scene.state.frame.overlays).toHaveLength(1);
		expect.soft(broken(app, 200, 60), `the answer to ${key}`).toEqual([]);
		app.scene.do({type: 'overlay/closed'});
		await app.idle();
	}
};

/** Each screen shows another part; all of them where that is asked for, which takes minutes. */
const partsOf = (index: number): readonly number[] =>
	process.env['DOCKMON_ALL_WIDTHS'] === '1'
		? Array.from({length: shares}, (_, part) => part)
		: [index % shares];

test.each(Object.keys(everyScreen).map((name, index) => [name, index] as const))(
	'%s: no frame is broken',
	async (name, index) => {
		for (const part of partsOf(index)) {
			const app = await look(name, part);
			await check(app, `${name}, part ${part}`);
			expect(app.terminal.scrolledLines).toBe(0);
			app.terminal.measureBy('today', today);
			await app.resize(100, 30);
			expect(broken(app, 100, 30)).toEqual([]);
			unmountAll();
		}
	},
	process.env['DOCKMON_ALL_WIDTHS'] === '1' ? 600_000 : undefined,
);

test('the corpus is large, and no text in it is there twice', () => {
	expect(widthCorpus.length).toBeGreaterThanOrEqual(500);
	expect(new Set(widthCorpus).size).toBe(widthCorpus.length);
});

test.each(Array.from({length: shares}, (_, index) => index))(
	'part %i of the corpus, in a list without groups and with all columns',
	async index => {
		for (const name of ['by none', 'all columns', 'problems', 'events']) {
			const app = await look(name, index);
			app.terminal.measureBy('today', today);
			await check(app, name);
			if (name === 'by none') await ask(app);
			unmountAll();
		}
	},
);

test.each(Array.from({length: shares}, (_, index) => index))(
	'part %i of the corpus in ASCII, where what is ambiguous takes two cells',
	async index => {
		const app = await look('dashboard', index, true);
		app.terminal.measureBy('wide', wideWhereAmbiguous);
		for (const [columns, rows] of sizes) {
			await app.resize(columns, rows);
			const rowsShown = cellsOf(app.terminal, columns, rows).map(cells => cells.join(''));
			expect.soft(rowsShown.filter(row => /[^\u0000-\u007e]/.test(row))).toEqual([]);
		}
	},
);
