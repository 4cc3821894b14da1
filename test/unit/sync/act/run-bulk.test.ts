import {describe, expect, test} from 'vitest';
import type {Container} from '../../../../source/model/container.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import type {BulkRow} from '../../../../source/store/act/bulk-state.ts';
import {
	exited,
	healthDetails,
	keyOf,
	ofProject,
	someDetails,
	startMillis,
} from '../../../helpers/builders.ts';
import {changed, destroyed, died, probed} from '../../../helpers/engine-events.ts';
import {Watcher} from '../../../helpers/watcher.ts';

const label = 'com.docker.compose.depends_on';

const service = (name: string, waits = '', change: Partial<Container> = {}): Container =>
	ofProject('shop', name, {...(waits === '' ? {} : {labels: {[label]: waits}}), ...change});

/** `api proxy`: what the engine was told, in order. */
const told = (watcher: Watcher, verb: string): string =>
	watcher.engine.calls
		.filter(call => call.startsWith(`${verb} `))
		.map(call => call.replace(/^\S+ shop-(.*)-1$/, '$1'))
		.join(' ');

const rows = (watcher: Watcher): Readonly<Record<string, BulkRow>> =>
	Object.fromEntries(
		(watcher.user.state.bulk?.rows ?? []).map(row => [row.name.replace('shop/', ''), row]),
	);

const statuses = (watcher: Watcher): string =>
	Object.entries(rows(watcher))
		.map(([name, {status, outcome}]) => `${name} ${outcome?.kind ?? status}`)
		.join(', ');

/** On the heading of the project, answered with yes. */
const press = async (watcher: Watcher, chord: string): Promise<void> => {
	watcher.user.press('g', chord);
	await watcher.pass(300);
	watcher.user.press('y');
	await watcher.pass();
};

const twelve = Array.from({length: 12}, (_, at) => service(`s${String(at).padStart(2, '0')}`));
const refused = new EngineError('conflict', 'removal is in progress');

describe('a bulk run', () => {
	test('does four at a time, and all of them', async () => {
		const watcher = await Watcher.begin(twelve, engine => engine.trouble('act', 'hang'));
		await press(watcher, 's');
		expect(told(watcher, 'stop')).toBe('s00 s01 s02 s03');
		watcher.engine.trouble('act', undefined);
		await watcher.pass();
		expect(told(watcher, 'stop').split(' ')).toHaveLength(12);
		expect(watcher.user.messages).toEqual([
			'success: stopped 12 containers of project shop in 0.0s',
		]);
		expect(watcher.user.state.tasks.size).toBe(0);
	});

	test('tells of each what became of it, and does again only what failed', async () => {
		const watcher = await Watcher.begin(twelve, engine => {
			for (const at of ['03', '07', '11']) engine.trouble(`act shop-s${at}-1`, refused);
		});
		await press(watcher, 's');
		expect(watcher.user.messages).toEqual([
			'error: stopped 9 of 12 containers of project shop in 0.0s, 3 failed: shop/s03: removal is in progress; shop/s07: removal is in progress; and 1 more',
		]);
		expect(rows(watcher)['s03']?.outcome).toEqual({
			kind: 'failed',
			reason: 'removal is in progress',
		});
		for (const at of ['03', '07']) watcher.engine.trouble(`act shop-s${at}-1`, undefined);
		watcher.engine.calls.length = 0;
		watcher.user.press('R');
		await watcher.pass();
		expect(told(watcher, 'stop')).toBe('s03 s07 s11');
		expect(watcher.user.messages.at(-1)).toBe(
			'error: stopped 11 of 12 containers of project shop in 0.0s, 1 failed: shop/s11: removal is in progress',
		);
	});

	test('is in the story of each container', async () => {
		const watcher = await Watcher.begin(twelve.slice(0, 2), engine =>
			engine.trouble('act shop-s01-1', refused),
		);
		await press(watcher, 's');
		const acted = watcher.user.state.timeline.filter(({event}) => event.kind === 'action.ended');
		expect(acted).toHaveLength(2);
		expect(acted.find(({key}) => key === keyOf('shop-s00-1'))?.event).toMatchObject({
			...{text: 'stopped shop/s00 in 0.0s', outcome: 'success'},
		});
		expect(acted.find(({key}) => key === keyOf('shop-s01-1'))?.event).toMatchObject({
			outcome: 'error',
		});
	});

	test('that is cancelled sends nothing more, and lets the engine finish', async () => {
		const watcher = await Watcher.begin(twelve, engine => engine.trouble('act', 'hang'));
		await press(watcher, 's');
		watcher.user.press('x');
		await watcher.pass();
		expect(watcher.user.messages).toEqual([]);
		watcher.engine.trouble('act', undefined);
		await watcher.pass();
		expect(told(watcher, 'stop')).toBe('s00 s01 s02 s03');
		expect(watcher.user.messages).toEqual([
			'info: stopped 4 of 12 containers of project shop in 0.0s, 8 cancelled',
		]);
		expect(statuses(watcher)).toContain('s03 done, s04 cancelled');
	});

	test('goes on while nobody looks, and can be looked at again', async () => {
		const watcher = await Watcher.begin(twelve, engine => engine.trouble('act', 'hang'));
		await press(watcher, 's');
		watcher.user.press('escape');
		expect(watcher.user.state.frame.overlays).toEqual([]);
		watcher.engine.trouble('act', undefined);
		await watcher.pass();
		expect(told(watcher, 'stop').split(' ')).toHaveLength(12);
		watcher.user.press('B');
		expect(watcher.user.state.frame.overlays).toMatchObject([{kind: 'bulk'}]);
	});

	test('is not left half done by a slip of the finger', async () => {
		const watcher = await Watcher.begin(twelve, engine => engine.trouble('act', 'hang'));
		await press(watcher, 's');
		watcher.user.press('escape', 'q');
		expect(watcher.user.asked).toEqual([]);
		expect(watcher.user.messages).toEqual([
			'info: a bulk run is under way; B shows it; Ctrl+C quits all the same',
		]);
		watcher.engine.trouble('act', undefined);
		await watcher.pass();
		watcher.user.press('q');
		expect(watcher.user.asked).toEqual(['quit']);
	});

	test('is one at a time', async () => {
		const watcher = await Watcher.begin(twelve, engine => engine.trouble('act', 'hang'));
		await press(watcher, 's');
		watcher.user.press('escape', 'r');
		expect(watcher.user.messages).toEqual(['info: another bulk run is under way; B shows it']);
	});

	test('keeps to its set whatever the filter shows, and says what has gone', async () => {
		const watcher = await Watcher.begin(twelve.slice(0, 3), engine =>
			engine.trouble('act shop-s00-1', 'hang'),
		);
		watcher.user.press('g', 's');
		watcher.becomes(...twelve.slice(0, 2));
		watcher.engine.emit(destroyed('shop-s02-1'));
		watcher.user.dispatch({type: 'list/filtered', text: 's01'});
		await watcher.pass(1000);
		watcher.user.press('y');
		watcher.engine.trouble('act shop-s00-1', undefined);
		await watcher.pass();
		expect(told(watcher, 'stop')).toBe('s00 s01');
		expect(watcher.user.messages).toEqual([
			'error: stopped 2 of 3 containers of project shop in 0.0s, 1 failed: shop/s02: it is gone',
		]);
	});

	test('leaves alone what is so already, and says that before', async () => {
		const all = [service('a'), service('b', '', exited()), service('c')];
		const watcher = await Watcher.begin(all);
		watcher.user.press('g', 's');
		expect(watcher.user.question?.title).toBe('Stop 2 containers of project shop?');
		await press(watcher, 's');
		expect(told(watcher, 'stop')).toBe('a c');
	});

	test('of which one is busy with something else goes on with the others', async () => {
		const watcher = await Watcher.begin(twelve.slice(0, 3), engine =>
			engine.trouble('act shop-s00-1', 'hang'),
		);
		watcher.user.press('g', 'down', 'r');
		await watcher.pass(300);
		watcher.user.press('y');
		await press(watcher, 's');
		expect(statuses(watcher)).toBe('s00 refused, s01 done, s02 done');
		expect(rows(watcher)['s00']?.outcome).toMatchObject({reason: 'restart is under way'});
	});

	test('ends without a word with its session', async () => {
		const watcher = await Watcher.begin(twelve, engine => engine.trouble('act', 'hang'));
		await press(watcher, 's');
		await watcher.end();
		await watcher.pass(1000);
		expect(watcher.user.messages).toEqual([]);
		expect(told(watcher, 'stop')).toBe('s00 s01 s02 s03');
	});
});

describe('in the order of their dependencies', () => {
	const chain = [
		service('proxy', 'api:service_started:true'),
		service('api', 'db:service_started:true'),
		service('db'),
	];

	test('a restart begins with what the others need', async () => {
		const watcher = await Watcher.begin(chain);
		await press(watcher, 'r');
		expect(told(watcher, 'restart')).toBe('db api proxy');
	});

	test('a stop ends with it, though something would not stop', async () => {
		const watcher = await Watcher.begin(chain, engine => engine.trouble('act shop-api-1', refused));
		await press(watcher, 's');
		expect(told(watcher, 'stop')).toBe('proxy api db');
	});

	test('what cannot be restarted stops what needs it, and a retry does both', async () => {
		const watcher = await Watcher.begin(chain, engine => engine.trouble('act shop-db-1', refused));
		await press(watcher, 'r');
		expect(told(watcher, 'restart')).toBe('db');
		expect(rows(watcher)['proxy']?.outcome).toEqual({
			kind: 'refused',
			reason: 'it needs shop/api',
		});
		watcher.engine.trouble('act shop-db-1', undefined);
		watcher.user.press('R');
		await watcher.pass();
		expect(told(watcher, 'restart')).toBe('db db api proxy');
		expect(watcher.user.messages.at(-1)).toMatch(/^success: restarted 3 containers/);
	});

	const checked = {
		...someDetails({...healthDetails('starting'), startedAtMillis: startMillis}),
		finishedAtMillis: startMillis - 1000,
	};

	/** db has a health check, and api waits for it as it says. */
	const waiting = async (condition: string): Promise<Watcher> => {
		const all = [
			service('api', `db:${condition}:true`),
			service('db', '', {health: {kind: 'healthy'}}),
			...twelve.slice(0, 4),
		];
		const watcher = await Watcher.begin(all, engine => {
			engine.details.set('shop-db-1', checked);
		});
		watcher.engine.onAct = (_verb, name) => {
			if (name !== 'shop-db-1') return;
			const [api, db, ...others] = all as [Container, Container];
			watcher.becomes(api, {...db, health: {kind: 'starting'}}, ...others);
			watcher.engine.emit(changed(name));
		};
		await press(watcher, 'r');
		await watcher.pass(1000);
		return watcher;
	};

	test('waits for health where that is asked for, and takes no place meanwhile', async () => {
		const watcher = await waiting('service_healthy');
		expect(told(watcher, 'restart')).toBe('db s00 s01 s02 s03');
		expect(statuses(watcher)).toContain('db settling');
		expect(statuses(watcher)).toContain('api waiting');
		watcher.engine.emit(probed('shop-db-1', 'healthy'));
		await watcher.pass(1000);
		expect(told(watcher, 'restart')).toBe('db s00 s01 s02 s03 api');
		expect(watcher.user.messages).toEqual([
			expect.stringMatching(/^success: restarted 6 containers of project shop in \d/),
		]);
	});

	test('a retry restarts once more what was restarted and became unhealthy', async () => {
		const watcher = await waiting('service_healthy');
		watcher.engine.emit(probed('shop-db-1', 'unhealthy'));
		await watcher.pass(1000);
		watcher.engine.details.set('shop-db-1', {...checked, startedAtMillis: startMillis + 1000});
		watcher.user.press('R');
		await watcher.pass(1000);
		expect(told(watcher, 'restart')).toBe('db s00 s01 s02 s03 db');
		watcher.engine.emit({...probed('shop-db-1', 'healthy'), atMillis: startMillis + 2000});
		await watcher.pass(1000);
		expect(told(watcher, 'restart')).toBe('db s00 s01 s02 s03 db api');
		expect(watcher.user.messages.at(-1)).toMatch(/^success: restarted 6 containers/);
	});

	test('does not wait for it where that is not asked for', async () => {
		const watcher = await waiting('service_started');
		expect(told(watcher, 'restart')).toBe('db s00 s01 s02 s03 api');
		expect(watcher.user.messages).toEqual([]);
	});

	test('does not go on with what needs something that is unhealthy', async () => {
		const watcher = await waiting('service_healthy');
		watcher.engine.emit(probed('shop-db-1', 'unhealthy'));
		await watcher.pass(1000);
		expect(statuses(watcher)).toContain('db unhealthy');
		expect(rows(watcher)['api']?.outcome).toEqual({kind: 'refused', reason: 'it needs shop/db'});
	});

	test('that is cancelled waits for no health any more', async () => {
		const watcher = await waiting('service_healthy');
		watcher.user.press('x');
		await watcher.pass();
		expect(watcher.user.messages).toEqual([
			expect.stringMatching(/^info: restarted 5 of 6 containers .*, 1 cancelled$/),
		]);
		expect(watcher.user.state.tasks.size).toBe(0);
	});

	test('waits for the end of what has to be done once', async () => {
		const all = [service('api', 'job:service_completed_successfully:true'), service('job')];
		const watcher = await Watcher.begin(all, engine => engine.details.set('shop-job-1', checked));
		await press(watcher, 'r');
		await watcher.pass(2000);
		expect(told(watcher, 'restart')).toBe('job');
		watcher.engine.details.set('shop-job-1', {
			...checked,
			...{exitCode: 0, finishedAtMillis: startMillis + 1},
		});
		watcher.becomes(all[0] as Container, service('job', '', exited()));
		watcher.engine.emit(died('shop-job-1'));
		await watcher.pass(1000);
		expect(told(watcher, 'restart')).toBe('job api');
	});
});
