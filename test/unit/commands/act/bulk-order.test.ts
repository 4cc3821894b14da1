import {expect, test} from 'vitest';
import {orderedPlan} from '../../../../source/commands/act/ask-bulk.ts';
import type {UnorderedBulk} from '../../../../source/commands/effects/compose-effects.ts';
import type {BulkPlan} from '../../../../source/store/act/bulk-state.ts';
import type {Action} from '../../../../source/store/action.ts';
import {anEndpoint, ofProject, startMillis} from '../../../helpers/builders.ts';
import {aPlace, aService, composed, legacyTool} from '../../../helpers/compose.ts';
import {User} from '../../../helpers/user.ts';

// Compose 1 leaves no label of what depends on what: its files are read when somebody asks.

const shop = [composed('api'), composed('db'), composed('web')];
const waits = (service: string) => [{service, condition: 'service_started'}] as const;
const reading: Action = {
	...{type: 'compose/read', project: 'shop', atMillis: startMillis},
	services: [aService('api', {waits: waits('db')}), aService('db'), aService('web')],
};

const begin = (...before: readonly Action[]) => {
	const asked: UnorderedBulk[] = [];
	const user = new User({containers: shop, effects: {orderBulk: bulk => void asked.push(bulk)}});
	for (const action of before) user.dispatch(action);
	user.press('g', 'r');
	return {user, asked};
};

const planOf = (user: User): BulkPlan | undefined => {
	const overlay = user.state.frame.overlays.at(-1);
	return overlay?.kind === 'bulk' ? overlay.plan : undefined;
};

const waves = ({rows}: BulkPlan): string =>
	rows.map(({name, wave}) => `${wave} ${name}`).join(', ');

test('the list is there at once, and says that its order is being read', () => {
	const {user, asked} = begin();
	expect(planOf(user)).toMatchObject({
		...{title: 'Restart 3 containers of project shop', lacksOrder: true},
		whyNoOrder: 'Their order is being read from the files of shop.',
	});
	expect(asked).toMatchObject([{projects: ['shop']}]);
	expect(asked[0]?.plan).toBe(planOf(user));
});

test('once they are read it is in that order', () => {
	const {user, asked} = begin();
	user.dispatch(reading);
	const [bulk] = asked;
	if (bulk === undefined) throw new Error('nothing was asked');
	const plan = orderedPlan(user.state, bulk);
	expect(waves(plan)).toBe('0 shop/db, 0 shop/web, 1 shop/api');
	expect(plan).toMatchObject({lacksOrder: false, title: bulk.plan.title, notes: bulk.plan.notes});
	expect(plan.whyNoOrder).toBeUndefined();
});

test.each<[readonly Action[], string]>([
	[
		[{type: 'compose/tool-found', tool: {problem: 'no Compose is installed'}}],
		'In no order: shop: no Compose is installed.',
	],
	[
		[
			{type: 'compose/tool-found', tool: legacyTool},
			{type: 'compose/placed', project: 'shop', place: {problem: '/srv is not on this machine'}},
		],
		'In no order: shop: /srv is not on this machine.',
	],
	[
		[
			{type: 'compose/tool-found', tool: legacyTool},
			{type: 'compose/placed', project: 'shop', place: aPlace()},
			{type: 'compose/failed', project: 'shop', problem: 'yaml is odd'},
		],
		'In no order: shop: yaml is odd.',
	],
	[
		[
			{type: 'compose/tool-found', tool: legacyTool},
			{type: 'compose/placed', project: 'shop', place: aPlace()},
			{type: 'compose/requested', project: 'shop'},
		],
		'In no order: shop: its files took too long to read.',
	],
])('where they are not, the reason is told (%#)', (actions, words) => {
	const {user, asked} = begin();
	for (const action of actions) user.dispatch(action);
	const [bulk] = asked;
	if (bulk === undefined) throw new Error('nothing was asked');
	expect(orderedPlan(user.state, bulk).whyNoOrder).toBe(words);
});

test('nothing is read for what was read already, says it by labels, or is on another machine', () => {
	expect(begin(reading).asked).toEqual([]);
	const far = {...anEndpoint, url: 'tcp://10.0.0.7:2375'};
	const {user, asked} = begin({type: 'endpoint/chosen', endpoint: far, atMillis: startMillis});
	user.sees(shop);
	user.press('g', 'r');
	expect(asked).toEqual([]);
});

test('a project of Compose 2 beside it does not hide that the other has no order', () => {
	const label = {labels: {'com.docker.compose.depends_on': ''}};
	const blog = [ofProject('blog', 'a', label), ofProject('blog', 'b', label)];
	const asked: UnorderedBulk[] = [];
	const user = new User({
		containers: [...shop, ...blog],
		effects: {orderBulk: bulk => void asked.push(bulk)},
	});
	user.press('X', 'r');
	expect(asked.map(({projects}) => projects)).toEqual([['shop']]);
});
