import {afterEach, describe, expect, test} from 'vitest';
import {planBulk} from '../../../source/commands/act/plan-bulk.ts';
import type {ActionOutcome} from '../../../source/model/act/action-outcome.ts';
import type {Container} from '../../../source/model/container.ts';
import type {BulkPlan, BulkRow} from '../../../source/store/act/bulk-state.ts';
import {exited, ofProject, startMillis} from '../../helpers/builders.ts';
import {type OpenApp, openApp} from '../../helpers/open-app.tsx';
import {unmountAll} from '../../helpers/render.tsx';
import {bulkWords} from '../../helpers/targets.ts';
import {type Scene, scenes} from '../../helpers/view-states.ts';

afterEach(unmountAll);

const label = 'com.docker.compose.depends_on';

const shop: readonly Container[] = [
	ofProject('shop', 'cache', {health: {kind: 'healthy'}}),
	ofProject('shop', 'api', {labels: {[label]: 'cache:service_healthy:true'}}),
	ofProject('shop', 'worker', {labels: {[label]: 'cache:service_healthy:true'}}),
	ofProject('shop', 'proxy', {labels: {[label]: 'api:service_started:true'}}),
	ofProject('shop', 'hostile\u001b[2J\u202e', {state: 'removing'}),
	ofProject('shop', 'migrate', exited()),
];

const plan = (): BulkPlan => planBulk({verb: 'restart'}, shop, bulkWords('Restart', 5));

const asked = (scene: Scene): Scene =>
	scene.open({kind: 'bulk', top: 0, plan: plan(), sinceMillis: startMillis});

type Change = Pick<BulkRow, 'status'> & {readonly outcome?: ActionOutcome};

/** Each row as it is, by its place in the plan. */
const begun = (scene: Scene, ...changes: readonly Change[]): Scene => {
	scene.do({type: 'bulk/began', plan: plan(), atMillis: startMillis});
	const rows = plan().rows.filter(({skipped}) => skipped === undefined);
	for (const [at, {key}] of rows.entries()) {
		const change = changes[at];
		if (change === undefined) continue;
		scene.do({
			...{type: 'bulk/row-changed', key},
			change: {...change, sinceMillis: scene.state.nowMillis - 2000},
		});
	}
	return scene.open({kind: 'bulk', top: 0, sinceMillis: startMillis});
};

const ended = (outcome: ActionOutcome): Change => ({status: 'ended', outcome});

/** The lines of the frame, without what is beside it. */
const overlay = (app: OpenApp): string => {
	const lines = (app.lastFrame() ?? '').split('\n');
	const top = lines.findIndex(line => /[╭+][─-] (Restart|bulk)/.test(line));
	const left = lines[top]?.search(/[╭+][─-] (Restart|bulk)/) ?? 0;
	const right = (lines[top]?.search(/[─-][╮+](?!.*[╮+])/) ?? 0) + 2;
	const height = lines.slice(top + 1).findIndex(line => /[╰+`]/.test(line[left] ?? ''));
	return lines
		.slice(top, top + height + 2)
		.map(line => line.slice(left, right))
		.join('\n');
};

const screen = {columns: 80, rows: 24};

describe('a bulk run', () => {
	test('names all, in their order, before anything is done', async () => {
		const app = await openApp(asked(scenes.ready()), screen);
		expect(overlay(app)).toMatchSnapshot();
	});

	test('says how far it is with each', async () => {
		const scene = begun(
			scenes.ready(),
			...[ended({kind: 'healthy', tookMillis: 3100}), ended({kind: 'done', tookMillis: 400})],
			...[{status: 'settling'} as const, {status: 'running'} as const],
		);
		expect(overlay(await openApp(scene, screen))).toMatchSnapshot();
		expect((await openApp(scene, screen)).lastFrame()).toContain('restart 2/5 (B)');
	});

	test('has what failed first when it is over', async () => {
		const scene = begun(
			scenes.ready(),
			...[ended({kind: 'unhealthy', tookMillis: 9000}), ended({kind: 'done', tookMillis: 400})],
			...[ended({kind: 'unchanged'}), ended({kind: 'refused', reason: 'it needs shop/cache'})],
			ended({kind: 'cancelled'}),
		).do({type: 'bulk/ended', atMillis: startMillis + 9000});
		const app = await openApp(scene, screen);
		expect(overlay(app)).toMatchSnapshot();
		expect(app.lastFrame()).toContain('R retry failed');
	});

	test('is plain where there are neither colours nor glyphs', async () => {
		const app = await openApp(asked(scenes.ready()), {...screen, isAscii: true});
		expect(overlay(app)).toMatchSnapshot();
	});

	test('grows for the reason that there is no order, which comes later', async () => {
		const lacking = {...plan(), lacksOrder: true, circle: [], whyNoOrder: 'It is being read.'};
		const bulk = {kind: 'bulk', top: 0, sinceMillis: startMillis} as const;
		const app = await openApp(scenes.ready().open({...bulk, plan: lacking}), screen);
		const before = overlay(app).split('\n').length;
		const whyNoOrder = `In no order: ${'its files took too long to read; '.repeat(6)}so it is.`;
		app.scene.do({type: 'overlay/changed', overlay: {...bulk, plan: {...lacking, whyNoOrder}}});
		await app.idle();
		expect(overlay(app)).toContain('so it is.');
		expect(overlay(app)).toContain('shop/migrate');
		expect(overlay(app).split('\n').length).toBeGreaterThan(before);
		const {whyNoOrder: _, ...known} = lacking;
		app.scene.do({
			...{type: 'overlay/changed'},
			overlay: {...bulk, plan: {...known, lacksOrder: false}},
		});
		await app.idle();
		expect(overlay(app).split('\n').length).toBeLessThanOrEqual(before);
	});

	test('on the smallest screen names the question, the answers and some of them', async () => {
		const app = await openApp(asked(scenes.ready()), {columns: 40, rows: 10});
		expect(app.lastFrame()).toContain('Restart 5');
		expect(app.lastFrame()).toContain('[ No ]');
		expect(app.lastFrame()).toContain('shop/cache');
	});

	test('has no word to do it where it cannot name what', async () => {
		const scene = asked(scenes.ready());
		const app = await openApp(scene, {columns: 24, rows: 6});
		scene.nowMillis += 1000;
		await app.press('y');
		expect(scene.requests).toEqual([]);
	});
});
