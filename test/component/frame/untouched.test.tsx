import {afterEach, describe, expect, test} from 'vitest';
import {refKey} from '../../../source/model/ids.ts';
import {aContainer, anEngine, aUsage, startMillis} from '../../helpers/builders.ts';
import {dice} from '../../helpers/dice.ts';
import {type OpenApp, openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {Scene} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const world = Array.from({length: 60}, (_, index) => aContainer(`c${index}`));

/** Their figures, by their places in the world. */
const sample = (scene: Scene, cpuOf: (index: number) => number): void => {
	scene.wait(1000);
	const {nowMillis: atMillis} = scene;
	const usages = world.map(
		({ref, name}, index) => [refKey(ref), aUsage(name, cpuOf(index), {}, atMillis)] as const,
	);
	scene.do({type: 'stats/sampled', usages}, {type: 'list/reordered', atMillis});
};

/** The list in order, `c0` first. */
const opened = async (columns = 120, rows = 30): Promise<OpenApp> => {
	const scene = new Scene().do(
		{type: 'connection/opened', engine: anEngine, atMillis: startMillis},
		{type: 'containers/listed', containers: world, atMillis: startMillis},
	);
	sample(scene, index => 900 - index);
	return await openApp(scene, {columns, rows});
};

/** `c0` becomes the last, and stays so until the mean that is sorted by says so too. */
const sink = async (app: OpenApp): Promise<void> => {
	for (let round = 0; round < 30; round++)
		sample(app.scene, index => (index === 0 ? 0 : 900 - index));
	await app.idle();
};

const shownNames = (app: OpenApp): readonly string[] =>
	app.rows().flatMap(row => /^│?[▌ ]● · (c\d+) /.exec(row)?.[1] ?? []);

const cursor = (app: OpenApp): string | undefined =>
	app.rows().flatMap(row => /^│?▌● · (c\d+) /.exec(row)?.[1] ?? [])[0];

describe.each([
	[40, 15],
	[80, 24],
	[120, 30],
	[200, 60],
])('at %i by %i a list that nobody has touched', (columns, rows) => {
	test('stays at its top, with its selection, when that sinks out of sight', async () => {
		const app = await opened(columns, rows);
		expect(cursor(app)).toBe('c0');
		const {selected} = app.scene.state.list;
		await sink(app);
		expect(shownNames(app)[0]).toBe('c1');
		expect(cursor(app)).toBeUndefined();
		// Log, details and keys do not jump from one container to another.
		expect(app.scene.state.list.selected).toBe(selected);
		expect(app.lastFrame()).toMatch(/c0/);
	});

	test('has its cursor at the top when it is moved then, and follows it from there on', async () => {
		const app = await opened(columns, rows);
		await sink(app);
		await app.press('j');
		expect(cursor(app)).toBe('c1');
		await app.press('j');
		expect(cursor(app)).toBe('c2');
		const roll = dice(5);
		for (let round = 0; round < 60; round++) sample(app.scene, () => roll(400));
		await app.idle();
		expect(cursor(app)).toBe('c2');
	});
});

test('the top is what works most, however everything changes places', async () => {
	const app = await opened();
	const roll = dice(3);
	for (let round = 0; round < 30; round++) {
		sample(app.scene, () => roll(400));
		await app.idle();
		expect(app.lastFrame()).toMatch(/╴1-\d+ of 60╶/);
	}
});

test.each([
	['looks for it', '/c0\r\u001b'],
	['marks it', ' '],
	['goes to it', ':c0\r'],
])('who %s sees where it is', async (_, keys) => {
	const app = await opened();
	await sink(app);
	for (const key of keys) await app.press(key);
	expect(app.rows().some(row => /^│?[▌ ]● ·[ ◆] *c0 /.test(row))).toBe(true);
});

test('when the selection is gone the first takes its place', async () => {
	const app = await opened();
	await sink(app);
	app.scene.do({type: 'containers/listed', containers: world.slice(1), atMillis: startMillis});
	await app.idle();
	expect(cursor(app)).toBe('c1');
});
