import {afterEach, expect, test} from 'vitest';
import {createCompose} from '../../../source/app/compose-effects.ts';
import type {ComposeFiles} from '../../../source/app/project-reader.ts';
import {EngineError} from '../../../source/model/engine-error.ts';
import type {BulkPlan} from '../../../source/store/act/bulk-state.ts';
import {startMillis} from '../../helpers/builders.ts';
import {aPlace, aService, composed, legacyTool} from '../../helpers/compose.ts';
import {FakeEngine} from '../../helpers/fake-engine.ts';
import {until} from '../../helpers/until.ts';
import {User} from '../../helpers/user.ts';

let ending: (() => Promise<void>) | undefined;
afterEach(async () => {
	await ending?.();
	ending = undefined;
});

const files: ComposeFiles = {
	findTool: async () => legacyTool,
	findHere: async () => undefined,
	checkPlace: async () => ({problem: '/srv/shop is not on this machine'}),
	readProject: () => Promise.reject(new Error('nothing is read')),
};

const begin = (found = new FakeEngine()) => {
	const user = new User({containers: [composed('api'), composed('db')]});
	const compose = createCompose({
		...{store: user.store, now: () => startMillis, directory: undefined},
		...{programs: {show: () => undefined}, watch: {engine: found}, files},
	});
	ending = compose.end;
	user.dispatch({type: 'compose/tool-found', tool: legacyTool});
	user.dispatch({type: 'compose/placed', project: 'shop', place: aPlace()});
	return {user, compose, engine: found};
};

const top = (user: User) => user.state.frame.overlays.at(-1);

test('the volumes of a project are asked about, also where they are not measured', async () => {
	const engine = new FakeEngine();
	engine.namesOfVolumes = ['shop_data'];
	engine.trouble('volumeSizes', new EngineError('timeout', 'too slow'));
	const {user, compose} = begin(engine);
	user.dispatch({
		...{type: 'compose/read', project: 'shop', services: [], atMillis: startMillis},
		volumes: [{name: 'shop_data'}],
	});
	compose.askDownVolumes('shop');
	await until(() => top(user), 'the question');
	expect(top(user)).toMatchObject({
		...{kind: 'confirm-name', expected: 'shop'},
		confirm: {lines: expect.arrayContaining(['shop_data  size not known'])},
	});
});

test('nobody is asked who went on, and what cannot be known is told', async () => {
	const engine = new FakeEngine();
	engine.trouble('volumeNames', 'hang');
	const {user, compose} = begin(engine);
	compose.askDownVolumes('shop');
	user.press('?');
	engine.trouble('volumeNames', undefined);
	await new Promise(resolve => setTimeout(resolve, 50));
	expect(user.state.frame.overlays.map(({kind}) => kind)).toEqual(['help']);
	user.press('escape');
	engine.trouble('volumeNames', new EngineError('internal', 'no plugin'));
	compose.askDownVolumes('shop');
	await until(() => user.messages.length > 0, 'the message');
	expect(user.messages.at(-1)).toContain('which volumes it has is not known: no plugin');
	expect(user.state.frame.overlays).toEqual([]);
});

const planOf = (user: User): BulkPlan | undefined => {
	const overlay = top(user);
	return overlay?.kind === 'bulk' ? overlay.plan : undefined;
};

test('a list whose files are not there is told why it has no order; one that was answered stays as it is', async () => {
	const {user, compose} = begin();
	user.press('g', 'r');
	const plan = planOf(user);
	if (plan === undefined) throw new Error('nothing is asked');
	const containers = [composed('api'), composed('db')];
	compose.orderBulk({plan, containers, projects: ['shop']});
	await until(() => planOf(user)?.whyNoOrder?.startsWith('In no order'), 'the reason');
	expect(planOf(user)?.whyNoOrder).toBe('In no order: shop: /srv/shop is not on this machine.');
	user.press('escape', 'g', 's');
	const other = planOf(user);
	compose.orderBulk({plan, containers, projects: ['shop']});
	await new Promise(resolve => setTimeout(resolve, 100));
	expect(planOf(user)).toBe(other);
});

test('files that were read give the order, and a key that was pressed before is no answer', async () => {
	const {user, compose} = begin();
	user.press('g', 'r');
	const plan = planOf(user);
	if (plan === undefined) throw new Error('nothing is asked');
	const waits = [{service: 'db', condition: 'service_started'}] as const;
	user.dispatch({
		...{type: 'compose/read', project: 'shop', atMillis: startMillis},
		services: [aService('api', {waits}), aService('db')],
	});
	compose.orderBulk({
		...{plan, projects: ['shop']},
		containers: [composed('api'), composed('db')],
	});
	await until(() => planOf(user)?.rows.some(({wave}) => wave === 1), 'the order');
	expect(top(user)).toMatchObject({sinceMillis: startMillis});
});
