import {describe, expect, test} from 'vitest';
import {
	aContainer,
	exited,
	healthDetails,
	keyOf,
	ofProject,
	refOf,
	someDetails,
	startMillis,
} from '../../helpers/builders.ts';
import {keysOf} from '../../helpers/targets.ts';
import {User} from '../../helpers/user.ts';

const shop = [
	ofProject('shop', 'api', {health: {kind: 'unhealthy'}}),
	ofProject('shop', 'db'),
	ofProject('shop', 'job', exited()),
];

const lost = {
	type: 'connection/lost',
	failure: {kind: 'unreachable', message: 'nobody there'},
	atMillis: startMillis,
	retryAtMillis: startMillis + 250,
} as const;

const names = (user: User): readonly string[] | undefined => {
	const request = user.question?.request;
	const keys = request && 'targets' in request ? keysOf(request) : undefined;
	return keys && shop.map(({name}) => name).filter(name => keys.includes(keyOf(name)));
};

describe('a question', () => {
	test('names the container, its id, its state and what follows', () => {
		const user = new User({containers: shop});
		user.press('r');
		expect(user.question?.title).toBe('Restart shop/api?');
		expect(user.question?.lines).toEqual([
			`shop/api  ${refOf('shop-api-1').id.slice(0, 12)}  running, unhealthy`,
			'Clients lose their connection for a moment. Data is kept.',
		]);
	});

	test('counts and names the containers of a project', () => {
		const user = new User({containers: shop});
		user.press('g', 'r');
		expect(user.question?.title).toBe('Restart 3 containers of project shop?');
		expect(user.question?.lines.map(line => line.split(' ')[0])).toEqual([
			'shop/api',
			'shop/db',
			'shop/job',
			'Clients',
		]);
		expect(names(user)).toEqual(['shop-api-1', 'shop-db-1', 'shop-job-1']);
	});

	test('of a heading means all of it, and tells of what the filter hides', () => {
		const user = new User({containers: shop});
		user.dispatch({type: 'list/filtered', text: 'db'});
		user.press('g', 'r');
		expect(user.question?.title).toBe(`Restart ${shop.length} containers of project shop?`);
		expect(names(user)).toHaveLength(shop.length);
		expect(user.question?.lines.at(-1)).toBe(
			`${shop.length - 1} of them are hidden by the filter.`,
		);
	});

	test('tells containers without a project as such', () => {
		const user = new User({containers: [...shop, aContainer('a'), aContainer('b')]});
		user.press('end', 'up', 'up', 'r');
		expect(user.question?.title).toBe('Restart 2 containers without a project?');
	});

	test('names all of them, however many they are', () => {
		const many = Array.from({length: 12}, (_, index) => ofProject('shop', `job${index}`));
		const user = new User({containers: many});
		user.press('g', 'r');
		expect(user.question?.lines.slice(0, 12).every(line => line.startsWith('shop/job'))).toBe(true);
	});
});

describe('start or stop', () => {
	test('stops what runs', () => {
		const user = new User({containers: [aContainer('api')]});
		user.press('s');
		expect(user.question?.title).toBe('Stop api?');
		expect(user.question?.lines[1]).toContain('stays stopped until it is started');
	});

	test('stops what is paused or in a crash loop', () => {
		for (const state of ['paused', 'restarting'] as const) {
			const user = new User({containers: [aContainer('api', {state})]});
			user.press('s');
			expect(user.question?.request, state).toMatchObject({action: {verb: 'stop'}});
		}
	});

	test('starts what has stopped', () => {
		for (const change of [exited(1), {state: 'created'} as const, {state: 'dead'} as const]) {
			const user = new User({containers: [aContainer('api', change)]});
			user.press('s');
			expect(user.question?.request, change.state).toMatchObject({action: {verb: 'start'}});
		}
	});

	test('of a project stops those that run, and starts all when none does', () => {
		const user = new User({containers: shop});
		user.press('g', 's');
		expect(user.question?.title).toBe('Stop 2 containers of project shop?');
		expect(names(user)).toEqual(['shop-api-1', 'shop-db-1']);
		user.press('escape');
		user.sees(shop.map(each => ({...each, ...exited()})));
		user.press('s');
		expect(user.question?.title).toBe('Start 3 containers of project shop?');
	});

	test('does what was asked, though it stopped by itself before the answer', () => {
		const user = new User({containers: [aContainer('api')]});
		user.press('s');
		user.sees([aContainer('api', exited())]);
		user.wait(300);
		user.press('y');
		expect(user.requests).toMatchObject([{action: {verb: 'stop'}, targets: [{name: 'api'}]}]);
	});

	test('does it to what was asked, whatever the list shows by then', () => {
		const user = new User({containers: [aContainer('api'), aContainer('db')]});
		user.press('r');
		user.sees([aContainer('0'), aContainer('db')]);
		user.wait(300);
		user.press('y');
		expect(user.requests).toEqual([
			{
				action: {verb: 'restart'},
				targets: [{ref: refOf('api'), name: 'api', seen: {state: 'running'}}],
			},
		]);
	});
});

describe('what cannot be done says why', () => {
	const said = (user: User, key: string): string | undefined => {
		user.press(key);
		expect(user.asked).toEqual([]);
		expect(user.question).toBeUndefined();
		return user.messages.at(-1);
	};

	test('where nothing is selected', () => {
		const user = new User({containers: []});
		expect(said(user, 'r')).toBe('info: restart: nothing is selected');
		expect(said(user, 's')).toBe('info: start/stop: nothing is selected');
		expect(said(user, 'l')).toBe('info: logs: nothing is selected');
	});

	test('while the engine does not answer', () => {
		const user = new User({containers: shop});
		user.dispatch(lost);
		expect(said(user, 'r')).toBe('info: restart: the engine does not answer');
		expect(said(user, 's')).toBe('info: start/stop: the engine does not answer');
		expect(said(user, 'e')).toBe('info: shell: the engine does not answer');
	});

	test('for a shell: what it needs', () => {
		const user = new User({containers: [...shop, ofProject('shop', 'z', {state: 'paused'})]});
		expect(said(user, 'g')).toBeUndefined();
		expect(said(user, 'e')).toBe('info: shell: select a container, not a heading, to open a shell');
		user.press('down', 'down', 'down');
		expect(said(user, 'e')).toBe('info: shell: shop/job is not running');
		user.press('down');
		expect(said(user, 'e')).toBe('info: shell: shop/z is paused');
	});
});

test('a shell opens without a question', () => {
	const user = new User({containers: shop});
	user.press('e');
	expect(user.asked).toEqual(['shell']);
});

test('logs fill the screen', () => {
	const user = new User({containers: shop});
	user.press(']', 'l');
	expect(user.state.frame).toMatchObject({focus: 'logs', tab: 'logs', zoomed: true});
});

test('the health of the latest inspect is what is told', () => {
	const user = new User({containers: [aContainer('api', {health: {kind: 'starting'}})]});
	const details = someDetails(healthDetails('healthy'));
	user.dispatch({type: 'container/inspected', key: keyOf('api'), details});
	user.press('r');
	expect(user.question?.lines[0]).toContain('running, healthy');
});

describe('while the log of something else fills the screen', () => {
	/** The log of api in full, and the selection moved on to db. */
	const elsewhere = (): User => {
		const user = new User({containers: shop});
		user.press('l', 'tab', 'down', 'tab');
		expect(user.selected).toBe('db');
		return user;
	};

	test.each([
		['e', 'shell'],
		['r', 'restart'],
		['s', 'start/stop'],
	])('%s is refused, as the selection is nowhere to be seen', (key, hint) => {
		const user = elsewhere();
		user.press(key);
		expect(user.messages).toEqual([`info: ${hint}: the selection is shop/db; Tab or Esc shows it`]);
		expect([user.question, user.asked]).toEqual([undefined, []]);
	});

	test('is done where the selection shows: in the list, and above its charts', () => {
		const inList = elsewhere();
		inList.press('tab', 'r');
		expect(names(inList)).toEqual(['shop-db-1']);
		const atCharts = elsewhere();
		atCharts.press(']', 'r');
		expect(names(atCharts)).toEqual(['shop-db-1']);
	});

	test('is done where the log is that of the selection', () => {
		const user = new User({containers: shop});
		user.press('l', 'e', 'r');
		expect(user.asked).toEqual(['shell']);
		expect(names(user)).toEqual(['shop-api-1']);
	});
});
