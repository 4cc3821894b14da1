import {afterEach, expect, test} from 'vitest';
import {keyOf} from '../../helpers/builders.ts';
import {type OpenApp, openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const down = '\u001b[B';
const pageDown = '\u001b[6~';

/** Names of the containers of the scene `crowd` that have a row on the screen, from top to bottom. */
const shownNames = (app: OpenApp): readonly string[] =>
	app.rows().flatMap(row => /^│?[▌ ]● · (web-\d+) /.exec(row)?.[1] ?? []);

const namesInView = ({scene}: OpenApp): readonly string[] =>
	scene.viewport.keys.map(key => scene.state.containers.byKey.get(key)?.compose?.service ?? '');

test.each([
	[200, 60],
	[80, 24],
	[40, 15],
])('at %i by %i it is the rows that are shown', async (columns, rows) => {
	const app = await openApp(scenes.crowd().select('project-9-web-3-1'), {columns, rows});
	await app.press(down);
	expect(shownNames(app).length).toBeGreaterThan(5);
	expect(namesInView(app)).toEqual(shownNames(app));
	await app.press(pageDown);
	await app.press(pageDown);
	expect(namesInView(app)).toEqual(shownNames(app));
});

test('it follows the size of the terminal', async () => {
	const app = await openApp(scenes.crowd().select('project-9-web-3-1'), {columns: 200, rows: 60});
	await app.resize(80, 20);
	await app.shows('web-3');
	expect(namesInView(app)).toEqual(shownNames(app));
});

test('who presses a key is looking', async () => {
	const app = await openApp(scenes.crowd(), {columns: 80, rows: 24});
	app.scene.viewport.see(false);
	await app.press(down);
	expect(app.scene.viewport.isSeen).toBe(true);
});

test('what a selected heading stands for is in view, folded or not', async () => {
	const app = await openApp(scenes.folded(), {columns: 80, rows: 24});
	expect(app.scene.viewport.keys).toContain(keyOf('shop-mailer-1'));
	await app.press('G');
	expect(app.scene.viewport.keys).not.toContain(keyOf('shop-mailer-1'));
});

test('where no list is shown it is the selection alone', async () => {
	const app = await openApp(scenes.crowd().select('project-9-web-3-1'), {columns: 80, rows: 24});
	await app.press('\r');
	await app.hides('project-9  20/20');
	expect(app.scene.viewport.keys).toEqual([keyOf('project-9-web-3-1')]);
});
