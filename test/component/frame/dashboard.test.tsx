import {afterEach, expect, test} from 'vitest';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type SceneName, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

/** Whole screens, to be looked at when they change: read the file as a user reads the screen. */
test.each<[SceneName, number, number, keys: string]>([
	['ready', 40, 15, ''],
	['ready', 80, 24, ''],
	['ready', 120, 40, ''],
	['ready', 200, 60, ''],
	['stale', 80, 24, ''],
	['refused', 80, 24, ''],
	['heading', 100, 30, ']'],
	['heading', 40, 15, 'r'],
	['heading', 80, 24, 'r'],
	['ready', 80, 24, '?'],
	['ready', 120, 40, '?'],
	['error', 80, 24, 'h'],
	['ready', 80, 24, 'l'],
])('%s at %i by %i after %j', async (name, columns, rows, keys) => {
	const app = await openApp(scenes[name](), {columns, rows});
	for (const key of keys) await app.press(key);
	const suffix =
		{'?': '-help', ']': '-stats', r: '-confirm', h: '-messages', l: '-logs'}[keys] ?? '';
	await expect(`${app.rows().join('\n')}\n`).toMatchFileSnapshot(
		`screens/${name}${suffix}-${columns}x${rows}.txt`,
	);
});
