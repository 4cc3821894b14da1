import {afterEach, describe, expect, test} from 'vitest';
import {anEngine} from '../../helpers/builders.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const at = async (name: 'stale' | 'refused', columns: number, rows: number) =>
	openApp(scenes[name](), {columns, rows});

describe('an engine that was lost', () => {
	test.each([
		[40, 15, ' ✗ values are 00:42 old Trying again.  R'],
		[60, 16, ' ✗ engine lost, values are 00:42 old. Trying again.  R now'],
		[
			120,
			40,
			' ✗ connect ECONNREFUSED /var/run/docker.sock. Values are 00:42 old. Trying again.  R now',
		],
		[
			200,
			60,
			' ✗ connect ECONNREFUSED /var/run/docker.sock. Values are 00:42 old. Trying again.  R now',
		],
	])('%i by %i: the banner says how old it all is', async (columns, rows, banner) => {
		const app = await at('stale', columns, rows);
		expect(app.rows()[1]).toBe(banner);
		expect(app.cellOf(banner.slice(1, 12))).toMatchObject({foreground: '#f47b68', isBold: true});
		expect(app.lastFrame()).toContain('api-1');
	});

	test.each([
		[
			106,
			' ✗ the engine is stopping (unix:///var/run/docker.sock), values are 00:42 old. Retry in 8 s.',
		],
		[80, ' ✗ the engine is stopping, values are 00:42 old. Retry in 8 s.  R now'],
	])('%i columns: why, in two or three words', async (columns, banner) => {
		const app = await at('stale', columns, 24);
		app.scene.do({
			type: 'connection/lost',
			failure: {
				kind: 'unreachable',
				message: 'The engine at unix:///var/run/docker.sock is stopping: its socket is gone',
				brief: 'the engine is stopping',
			},
			atMillis: app.scene.nowMillis,
			retryAtMillis: app.scene.nowMillis + 8000,
		});
		await app.idle();
		expect(app.rows()[1]).toContain(banner);
	});

	test('counts down to the next attempt', async () => {
		const app = await at('stale', 80, 24);
		app.scene.do({
			type: 'connection/lost',
			failure: {kind: 'timeout', message: 'no answer within 2 s'},
			atMillis: app.scene.nowMillis,
			retryAtMillis: app.scene.nowMillis + 8000,
		});
		await app.idle();
		expect(app.rows()[1]).toContain('Retry in 8 s.');
		app.scene.wait(3000);
		await app.idle();
		expect(app.rows()[1]).toContain('Retry in 5 s.');
	});

	test('leaves no trace when it answers again', async () => {
		const app = await at('stale', 80, 24);
		const {atMillis = 0, byKey} = app.scene.state.containers;
		app.scene.do(
			{type: 'connection/opened', engine: anEngine, atMillis},
			{type: 'containers/listed', containers: [...byKey.values()], atMillis},
		);
		await app.idle();
		expect(app.lastFrame()).not.toContain('no answer');
		expect(app.rows()[1]).toContain('● 10 run');
		expect(app.cellOf('62.1').foreground).not.toBe('#5c6773');
	});
});

describe('an engine that never answered', () => {
	test.each([
		[40, 15],
		[60, 16],
		[80, 24],
		[120, 40],
	])('%i by %i: what was tried, why it failed, what to do', async (columns, rows) => {
		const app = await at('refused', columns, rows);
		const text = app.lastFrame().replaceAll(/[\s│]+/g, ' ');
		expect(text).toContain('tried unix:///var/run/docker.sock (default socket)');
		expect(text).toContain('failed connect ECONNREFUSED /var/run/docker.sock');
		expect(text).toContain('Start it with: systemctl start docker');
		expect(text).toContain('Retry in 3 s.');
		expect(text).toMatch(/R retry now D .*demo q quit ╰/);
		expect(text).not.toMatch(/asking|nothing selected|NAME/);
	});

	test('one line is enough to say why', async () => {
		const app = await at('refused', 20, 5);
		expect(app.lastFrame().replaceAll(/\s+/g, ' ')).toBe(
			'✗ no engine: connect ECONNREFUSED /var/run/docker.sock',
		);
	});

	test('gives way to the dashboard', async () => {
		const app = await at('refused', 80, 24);
		app.scene.do(
			{type: 'connection/opened', engine: anEngine, atMillis: app.scene.nowMillis},
			{type: 'containers/listed', containers: [], atMillis: app.scene.nowMillis},
		);
		await app.idle();
		expect(app.lastFrame()).not.toContain('no engine');
		expect(app.lastFrame()).toContain('no containers on this engine yet');
	});
});
