import {afterEach, expect, test} from 'vitest';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const refusal = 'make the terminal larger to act';
const question = 'Restart shop/api-1?';

test.each(['r', 's', 'e'])('%s does nothing where the selection is not named', async key => {
	const app = await openApp(scenes.ready(), {columns: 40, rows: 5});
	await app.press(key);
	await app.shows(refusal);
	expect(app.scene.state.frame.overlays).toEqual([]);
	expect(app.scene.asked).toEqual([]);
});

test('a question that is cut is not answered with yes', async () => {
	const app = await openApp(scenes.ready());
	await app.press('r');
	await app.shows(question);
	app.scene.wait(1000);
	await app.resize(20, 5);
	await app.hides(question);
	await app.press('y');
	expect(app.scene.requests).toEqual([]);
	expect(app.scene.state.messages.at(-1)?.text).toBe(refusal);

	await app.resize(80, 24);
	await app.shows(question);
	await app.press('y');
	expect(app.scene.requests).toMatchObject([{action: {verb: 'restart'}}]);
});

test.each([
	[40, 15],
	[27, 15],
	[24, 6],
])('%i by %i names the whole target, and yes is an answer', async (columns, rows) => {
	const app = await openApp(scenes.heading(), {columns, rows});
	await app.press('r');
	await app.shows('y yes');
	app.scene.wait(1000);
	const inside = app.rows().map(row => /│ (.*?) *│/.exec(row)?.[1] ?? '');
	const isNamed = inside.join(' ').includes('Restart 5 containers of project shop?');
	await app.press('y');
	expect(isNamed).toBe(rows > 6);
	expect(app.scene.requests).toHaveLength(isNamed ? 1 : 0);
});

test('no is an answer at any size', async () => {
	const app = await openApp(scenes.ready());
	await app.press('r');
	await app.resize(20, 5);
	await app.press('n');
	expect(app.scene.state.frame.overlays).toEqual([]);
	expect(app.scene.requests).toEqual([]);
});
