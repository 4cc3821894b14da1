import {describe, expect, test} from 'vitest';
import {planBulk} from '../../../../source/commands/act/plan-bulk.ts';
import type {Container} from '../../../../source/model/container.ts';
import type {BulkPlan} from '../../../../source/store/act/bulk-state.ts';
import {exited, keyOf, ofProject, startMillis} from '../../../helpers/builders.ts';
import {bulkWords, keysOf} from '../../../helpers/targets.ts';
import {User} from '../../../helpers/user.ts';

const shop: readonly Container[] = [
	ofProject('shop', 'api'),
	ofProject('shop', 'db'),
	ofProject('shop', 'job', exited()),
	ofProject('blog', 'web'),
];

const plan = (user: User): BulkPlan | undefined => {
	const overlay = user.state.frame.overlays.at(-1);
	return overlay?.kind === 'bulk' ? overlay.plan : undefined;
};

const kinds = (user: User): string => user.state.frame.overlays.map(({kind}) => kind).join(' ');

/** On the heading of shop. */
const stopping = (): User => {
	const user = new User({containers: shop});
	user.press('g', 'down', 'down', 's');
	return user;
};

describe('the list of what would be done', () => {
	test('has all of them, and why some are left out', () => {
		const user = stopping();
		expect(plan(user)?.title).toBe('Stop 2 containers of project shop');
		expect(plan(user)?.rows.map(({name, skipped}) => [name, skipped])).toEqual([
			['shop/api', undefined],
			['shop/db', undefined],
			['shop/job', 'does not run'],
		]);
	});

	test('does nothing for keys that are pressed by habit, or at once', () => {
		for (const key of ['enter', 'escape', 'n', 'q']) {
			const user = stopping();
			user.wait(1000);
			user.press(key, 'y');
			expect([user.asked, kinds(user)], key).toEqual([[], '']);
		}
		const user = stopping();
		user.press('y');
		expect(user.asked).toEqual([]);
	});

	test('does it to those that were listed, whatever there is by then', () => {
		const user = stopping();
		user.sees([ofProject('shop', 'other'), ofProject('shop', 'db')]);
		user.wait(300);
		user.press('y');
		expect(user.asked).toEqual(['bulk stop 2']);
		expect(keysOf(user.requests[0])).toEqual([keyOf('shop-api-1'), keyOf('shop-db-1')]);
		expect(kinds(user)).toBe('bulk');
	});

	test('is answered once', () => {
		const user = stopping();
		user.wait(300);
		user.press('y', 'y');
		expect(user.asked).toEqual(['bulk stop 2']);
		expect(user.messages).toEqual(['info: yes: it was answered already']);
	});

	test('copies the command that does the same', () => {
		const user = stopping();
		user.press('ctrl+y');
		expect(user.asked).toEqual(['copy the command: docker stop shop-api-1 shop-db-1']);
	});

	test('is scrolled', () => {
		const user = stopping();
		user.press('G');
		expect(user.state.frame.overlays).toMatchObject([{top: 3}]);
		user.press('up', 'g');
		expect(user.state.frame.overlays).toMatchObject([{top: 0}]);
	});

	test('of a removal of what runs wants more than a letter', () => {
		const user = new User({containers: shop});
		user.press('g', 'down', 'down', 'x', 'd');
		user.wait(300);
		user.press('y');
		expect([user.asked, kinds(user)]).toEqual([[], 'confirm-name']);
		user.wait(300);
		user.press('enter');
		expect(user.asked).toEqual([]);
		user.type('remove 3');
		user.wait(300);
		user.press('enter');
		expect(user.asked).toEqual(['bulk remove 3']);
		expect(kinds(user)).toBe('bulk');
	});
});

test('a protected engine wants the number typed, and again for a retry', () => {
	const user = new User({containers: shop, policy: {confirm: {}, protected: ['*docker.sock']}});
	user.press('g', 'down', 'down', 's');
	user.wait(300);
	user.press('y');
	expect(kinds(user)).toBe('confirm-name');
	user.type('stop 2');
	user.wait(300);
	user.press('enter');
	expect(user.asked).toEqual(['bulk stop 2']);
	const given = planBulk({verb: 'stop'}, shop.slice(0, 2), bulkWords('Stop', 2));
	user.dispatch({type: 'bulk/began', plan: given, atMillis: startMillis});
	for (const {key} of given.rows) {
		const change = {status: 'ended', outcome: {kind: 'failed', reason: 'no'}} as const;
		user.dispatch({type: 'bulk/row-changed', key, change});
	}
	user.dispatch({type: 'bulk/ended', atMillis: startMillis});
	user.press('R');
	user.type('retry 2');
	user.wait(300);
	user.press('enter');
	expect(user.asked).toEqual(['bulk stop 2', 'retry bulk']);
});

test('what was refused because it is another case by now is asked about again', () => {
	const user = new User({containers: shop});
	const given = planBulk({verb: 'restart'}, shop.slice(0, 2), bulkWords('Restart', 2));
	user.dispatch({type: 'bulk/began', plan: given, atMillis: startMillis});
	for (const {key} of given.rows) {
		const began = {status: 'running', sinceMillis: startMillis} as const;
		user.dispatch({type: 'bulk/row-changed', key, change: began});
		const outcome = {kind: 'refused', reason: 'it has stopped since (exited)'} as const;
		user.dispatch({type: 'bulk/row-changed', key, change: {status: 'ended', outcome}});
	}
	user.dispatch({type: 'bulk/ended', atMillis: startMillis});
	user.press('B', 'R');
	expect(user.question?.lines).toContain('shop/db is running now.');
	expect(user.asked).toEqual([]);
	user.wait(300);
	user.press('y');
	expect(user.asked).toEqual(['retry bulk']);
});

describe('all that the list shows', () => {
	test('is what the filter leaves', () => {
		const user = new User({containers: shop});
		user.dispatch({type: 'list/filtered', text: 'api'});
		user.dispatch({type: 'list/filtered', text: '!job'});
		user.press('X');
		user.dispatch({type: 'list/filtered', text: 'web'});
		user.press('r');
		expect(plan(user)?.title).toBe('Restart 3 containers that are shown');
		expect(plan(user)?.rows.map(({name}) => name)).toEqual(['blog/web', 'shop/api', 'shop/db']);
	});

	test('is not more than can be meant', () => {
		const many = Array.from({length: 1001}, (_, at) => ofProject('shop', `s${at}`));
		const user = new User({containers: many});
		user.press('X');
		expect(kinds(user)).toBe('');
		user.press('g', 'r');
		expect(kinds(user)).toBe('');
		const text =
			'info: 1001 containers are too many at once: filter the list, or mark 1000 at most';
		expect(user.messages).toEqual([text, text]);
	});

	test('is nothing where nothing is shown', () => {
		const user = new User({containers: shop});
		user.dispatch({type: 'list/filtered', text: 'nothing has this'});
		user.press('X');
		expect(user.messages).toEqual(['info: act on all: the list is empty']);
	});
});

test('what is marked is one set', () => {
	const user = new User({containers: shop});
	user.dispatch({type: 'list/marked', keys: [keyOf('blog-web-1'), keyOf('shop-db-1')]});
	user.press('r');
	expect(plan(user)?.title).toBe('Restart 2 containers that are marked');
});

test('a run that was never begun can be neither shown, cancelled nor done again', () => {
	const user = stopping();
	user.press('x', 'R');
	expect(user.asked).toEqual([]);
	user.press('escape', 'B');
	expect(user.messages.at(-1)).toBe('info: bulk run: nothing was done to many yet');
});
