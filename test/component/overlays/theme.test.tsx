import {afterEach, expect, test} from 'vitest';
import type {ThemeFacts} from '../../../source/model/theme-facts.ts';
import {Mouse} from '../../helpers/mouse.ts';
import {type OpenApp, openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const facts = (name: string, more: Partial<ThemeFacts> = {}): ThemeFacts => ({
	...{name, background: 'dark', colours: ['#66e6cc', '#f0d93a', '#f47b68'], ...more},
});

const problem =
	'colors.muted has a contrast of 1.7 with what is behind it; from 4.5 on everyone can read it';

const themed = (): Scene =>
	scenes.ready().do({
		type: 'themes/found',
		all: [
			...[facts('dark'), facts('light', {background: 'light', colours: ['#0b7d76']})],
			facts('mine', {isOwn: true, problem}),
		],
	});

const opened = async (columns = 80, rows = 24): Promise<OpenApp> => {
	const app = await openApp(themed(), {columns, rows});
	await app.press('C');
	return app;
};

/** The frame of the picker, from its left edge on. */
const picker = (app: OpenApp): readonly string[] => {
	const rows = app.rows();
	const top = rows.findIndex(row => row.includes('─ theme ─'));
	const left = rows[top]?.lastIndexOf('╭') ?? 0;
	const frame = rows.slice(top).map(row => row.slice(left));
	return frame.slice(0, frame.findIndex(row => row.startsWith('╰')) + 1);
};

test('stands at the right, with the colours of each, and keeps its size', async () => {
	const app = await opened();
	expect(picker(app).join('\n')).toMatchInlineSnapshot(`
		"╭─ theme ─────────────────── Enter keeps it ─╮
		│▌ auto                   as the terminal is │
		│  dark             ●●●                 dark │
		│  light            ●                  light │
		│  mine             ●●●          yours, dark │
		│                                            │
		│ Dark or light, as the background is.       │
		│                                            │
		│                                            │─
		│ It is remembered. A theme in the           │
		│ configuration would win.                   │
		╰────────────────────────────────────────────╯"
	`);
	const first = picker(app);
	await app.press('G');
	expect(picker(app).length).toBe(first.length);
	expect(picker(app).join('\n')).toContain('colors.muted has a contrast of 1.7');
	await app.press('k');
	expect(picker(app).join('\n')).toContain('For a light background, which stays.');
	expect(picker(app).length).toBe(first.length);
});

test('the samples are in the colours of their theme', async () => {
	const app = await opened();
	const row = app.rowOf(' light  ');
	const column = app.rows()[row]?.indexOf('●', 40) ?? 0;
	expect(app.terminal.cell(column, row).foreground).toBe('#0b7d76');
});

test('a small screen shows the themes and leaves the words out', async () => {
	const app = await opened(24, 6);
	expect(app.lastFrame()).toContain('▌ auto');
	await app.press('G');
	expect(app.lastFrame()).toContain('▌ mine');
});

test('a click looks at one, a second one keeps it', () => {
	const mouse = new Mouse(themed().open({kind: 'theme'}), 80, 24);
	mouse.click(' light  ');
	expect(mouse.scene.state.frame.overlays).toEqual([{kind: 'theme', name: 'light'}]);
	mouse.click(' light  ');
	expect(mouse.scene.state.frame.overlays).toEqual([]);
	expect(mouse.scene.state.themes.chosen).toBe('light');
});
