import {afterEach, expect, test} from 'vitest';
import {aLine, startMillis} from '../../helpers/builders.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const [today = ''] = new Date(startMillis).toISOString().slice(5).split('T');

/** A line of the evening before, and one of the morning after it. */
const overMidnight = (): ReturnType<typeof scenes.ready> => {
	const scene = scenes.ready();
	scene.logs.clear();
	const hours = 15 * 3_600_000;
	scene.say(['shop-api-1', aLine('old', startMillis)]).wait(hours);
	scene.say(['shop-api-1', aLine('new', startMillis + hours)]);
	return scene.do({type: 'frame/focused', pane: 'logs'}, {type: 'frame/zoomed', zoomed: true});
};

test('a line of another day has its date, and what is of today leaves that out', async () => {
	const app = await openApp(overMidnight());
	expect(app.terminal.rows()[app.rowOf('old')]).toMatch(new RegExp(`^  ${today} 10:00:00 old`));
	expect(app.terminal.rows()[app.rowOf('new')]).toMatch(/^ [▌ ] {6}01:00:00 new/);
	await app.resize(120, 40);
	expect(app.lastFrame()).toContain(`${today} 10:00:00.000 old`);
});

test('there is no date where all is of today, and on narrow screens', async () => {
	const scene = overMidnight();
	const app = await openApp(scene, {columns: 50});
	expect(app.lastFrame()).toContain(' 10:00 old');
	expect(app.lastFrame()).not.toContain(`${today} 10`);
	scene.logs.clear();
	scene.say(['shop-api-1', aLine('now', scene.nowMillis)]);
	await app.resize(80, 24);
	expect(app.terminal.rows()[app.rowOf('now')]).toMatch(/^ [▌ ]01:00:00 now/);
});

test('how long ago needs no date', async () => {
	const app = await openApp(overMidnight());
	await app.press('tt');
	expect(app.terminal.rows()[app.rowOf('old')]).toMatch(/^ {3}15h old/);
});
