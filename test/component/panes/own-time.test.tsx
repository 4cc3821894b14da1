import {afterEach, describe, expect, test} from 'vitest';
import {aLine, startMillis} from '../../helpers/builders.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {type Scene, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

/** The log of one container in full screen. */
const logOf = (...texts: readonly string[]): Scene => {
	const scene = scenes.ready();
	scene.logs.clear();
	scene.say(...texts.map(text => ['shop-api-1', aLine(text, startMillis)] as const));
	return scene.do({type: 'frame/focused', pane: 'logs'}, {type: 'frame/zoomed', zoomed: true});
};

describe('the time that a program writes itself', () => {
	const stamp = new Date(startMillis)
		.toISOString()
		.replace('T', ' ')
		.replace('.', ',')
		.slice(0, -1);
	const scene = (): Scene =>
		logOf(`${stamp} INFO ready`, '2026-01-01 00:00:07 INFO late', `[${stamp}: INFO/Main] task`);

	test('is left out where ours says the same, and stays where it does not', async () => {
		const app = await openApp(scene(), {columns: 80, rows: 24});
		expect(app.lastFrame()).toMatch(/ 10:00:00 INFO ready/);
		expect(app.lastFrame()).toMatch(/ 10:00:00 \[INFO\/Main\] task/);
		expect(app.lastFrame()).toMatch(/ 10:00:00 2026-01-01 00:00:07 INFO late/);
	});

	test('is there with the bytes as they came, and where ours is not', async () => {
		const app = await openApp(scene(), {columns: 80, rows: 24});
		await app.press('R');
		expect(app.lastFrame()).toContain(`10:00:00 ${stamp} INFO ready`);
		await app.press('R');
		// From local time over UTC to how long ago it was.
		await app.press('tt');
		expect(app.lastFrame()).toContain(`${stamp} INFO ready`);
	});
});
