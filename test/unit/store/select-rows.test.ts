import {describe, expect, test} from 'vitest';
import {refKey} from '../../../source/model/ids.ts';
import {selectRows, selectShown, selectShownCount} from '../../../source/store/select-rows.ts';
import {aContainer, exited, keyOf, ofProject, startMillis, usages} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const workers = [1, 2, 3].map(number => ofProject('shop', 'worker', {}, number));

describe('the rows', () => {
	test('a service with several containers has a heading, one with a single container has none', () => {
		const user = new User({containers: [ofProject('shop', 'api'), ...workers]});
		expect(user.list).toEqual([
			'  - shop 4/4',
			'> api',
			'  - worker 3/3',
			'  worker-1',
			'  worker-2',
			'  worker-3',
		]);
	});

	test('a heading tells whether all that does not run has ended as it should', () => {
		const well = (...containers: ReturnType<typeof aContainer>[]): boolean[] =>
			selectRows(new User({containers}).state).flatMap(row =>
				row.kind === 'project' ? [row.isWell] : [],
			);
		const api = ofProject('shop', 'api');
		expect(well(api)).toEqual([true]);
		expect(well(api, ofProject('shop', 'migrate', exited(0)))).toEqual([true]);
		expect(well(api, ofProject('shop', 'migrate', exited(1)))).toEqual([false]);
		expect(well(api, ofProject('shop', 'cron', {state: 'restarting'}))).toEqual([false]);
	});

	test('the replicas of a service stand together, wherever the figures put them', () => {
		const user = new User({containers: [ofProject('shop', 'api'), ...workers.slice(0, 2)]});
		user.dispatch({
			type: 'stats/sampled',
			usages: usages({'shop-worker-1': 80, 'shop-api-1': 40, 'shop-worker-2': 1}),
		});
		expect(user.list.map(row => row.slice(2))).toEqual([
			'- shop 3/3',
			'- worker 2/2',
			'worker-1',
			'worker-2',
			'api',
		]);
	});

	test('a folded service hides its containers, a folded project all of its own', () => {
		const user = new User({
			containers: [ofProject('shop', 'api'), ...workers, aContainer('redis')],
		});
		user.dispatch({type: 'list/folded', group: 'service:shop/worker'});
		expect(user.list).toContain('  + worker 3/3');
		expect(user.list).not.toContain('  worker-1');
		user.dispatch({type: 'list/folded', group: 'project:shop'});
		expect(user.list.map(row => row.slice(2))).toEqual([
			'+ shop 4/4',
			'- (no project) 1/1',
			'redis',
		]);
	});

	test('the same service in two projects is two services', () => {
		const web = ['blog', 'shop'].flatMap(project =>
			[1, 2].map(number => ofProject(project, 'web', {}, number)),
		);
		const user = new User({containers: web});
		user.dispatch({type: 'list/folded', group: 'service:blog/web'});
		expect(user.list.filter(row => row.includes('+'))).toEqual(['  + web 2/2']);
	});

	test('a heading counts what runs of what is shown', () => {
		const containers = [
			ofProject('shop', 'api'),
			ofProject('shop', 'db', exited(1)),
			ofProject('shop', 'cache', {state: 'paused'}),
		];
		expect(new User({containers}).list[0]).toBe('  - shop 1/3');
	});

	test('a container of `docker compose run` stands under its own name', () => {
		const compose = {project: 'shop', service: 'api', number: 1, oneOff: true};
		const user = new User({
			containers: [ofProject('shop', 'api'), aContainer('shop-api-run-7f', {compose})],
		});
		expect(user.list).toEqual(['  - shop 2/2', '> api', '  shop-api-run-7f']);
	});
});

describe('what is computed once', () => {
	test('is the same while nothing changes that the rows are made of', () => {
		const user = new User({containers: workers});
		const rows = selectRows(user.state);
		user.press('down', '?', 'escape');
		user.dispatch({type: 'clock/ticked', atMillis: startMillis + 1000});
		user.dispatch({type: 'stats/sampled', usages: usages({'shop-worker-1': 5})});
		expect(selectRows(user.state)).toBe(rows);
	});

	test('is computed anew when a container changes', () => {
		const user = new User({containers: workers});
		expect(user.list[0]).toBe('  - shop 3/3');
		user.sees(workers.map(each => ({...each, ...exited()})));
		expect(user.list[0]).toBe('  - shop 0/3');
		user.sees(workers.slice(1));
		expect(user.list[0]).toBe('  - shop 2/2');
	});

	test('of other projects stays when the health of a container changes', () => {
		const user = new User({
			containers: [...workers, ofProject('blog', 'web'), aContainer('redis')],
		});
		const rowsOf = (name: string) =>
			selectRows(user.state).filter(row => row.kind === 'container' && row.id === keyOf(name));
		const [worker] = rowsOf('shop-worker-1');
		const [web] = rowsOf('blog-web-1');
		user.dispatch({type: 'container/probed', key: keyOf('blog-web-1'), health: 'unhealthy'});
		expect(rowsOf('shop-worker-1')[0]).toBe(worker);
		expect(rowsOf('blog-web-1')[0]).not.toBe(web);
		expect(rowsOf('blog-web-1')[0]).toEqual(web);
	});

	test('is not mixed up between two stores', () => {
		const [first, second] = [new User({containers: workers}), new User({containers: []})];
		expect(selectRows(first.state)).toHaveLength(5);
		expect(selectRows(second.state)).toHaveLength(0);
		expect(selectRows(first.state)).toHaveLength(5);
	});
});

test('what is shown is what passes the filter, folded or not', () => {
	const user = new User({containers: [...workers, aContainer('redis')]});
	user.dispatch({type: 'list/folded', group: 'project:shop'});
	user.dispatch({type: 'list/filtered', text: 'worker-2'});
	expect(selectShown(user.state)).toEqual([keyOf('shop-worker-2')]);
	expect(selectShownCount(user.state)).toBe(1);
});

test('a heading counts one that comes as another one goes', () => {
	const user = new User({containers: [ofProject('shop', 'api'), ...workers.slice(0, 2)]});
	const heading = () => selectRows(user.state).find(({id}) => id === 'service:shop/worker');
	const list = (...containers: ReturnType<typeof aContainer>[]): void => {
		user.dispatch({type: 'containers/listed', containers, atMillis: startMillis});
		user.dispatch({type: 'list/reordered', atMillis: startMillis});
	};
	list(ofProject('shop', 'api'), ...workers.slice(1));
	expect(heading()).toMatchObject({running: 2, keys: workers.slice(1).map(({ref}) => refKey(ref))});
	list(ofProject('shop', 'api'), ofProject('shop', 'worker', exited(1), 2), ...workers.slice(2));
	expect(heading()).toMatchObject({running: 1, isWell: false});
});
