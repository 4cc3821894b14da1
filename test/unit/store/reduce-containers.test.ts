import {describe, expect, test} from 'vitest';
import type {Container, ContainerState} from '../../../source/model/container.ts';
import {ageMillis, healthOf} from '../../../source/model/container-facts.ts';
import type {Action} from '../../../source/store/action.ts';
import {noContainers} from '../../../source/store/reduce-containers.ts';
import {
	aContainer,
	anEndpoint,
	exited,
	healthDetails,
	keyOf,
	someDetails,
	startMillis,
	usages,
} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const api = keyOf('api');
const sampled: Action = {type: 'stats/sampled', usages: usages({api: 40})};
const inspected = (change = {}): Action => ({
	type: 'container/inspected',
	key: api,
	details: someDetails(change),
});

const watching = (...actions: readonly Action[]): User => {
	const user = new User({containers: [aContainer('api', {health: {kind: 'starting'}})]});
	for (const action of actions) user.dispatch(action);
	return user;
};

const container = (user: User) => user.state.containers.byKey.get(api);
const cpu = (user: User): number | undefined => user.state.usages.get(api)?.cpuPercent;

describe('the figures', () => {
	test('are there as long as it runs', () => {
		const user = watching(sampled);
		user.sees([aContainer('api')]);
		expect(cpu(user)).toBe(40);
	});

	test('stay while it is paused, because it still holds its memory', () => {
		const user = watching(sampled);
		user.sees([aContainer('api', {state: 'paused'})]);
		user.dispatch(sampled);
		expect(cpu(user)).toBe(40);
	});

	test('go when it dies, before the list tells', () => {
		expect(cpu(watching(sampled, {type: 'container/died', key: api}))).toBeUndefined();
	});

	test.each(['exited', 'dead', 'created', 'restarting', 'removing'] satisfies ContainerState[])(
		'go when the list tells that it is %s, and a late sample does not bring them back',
		state => {
			const user = watching(sampled);
			user.sees([aContainer('api', {state})]);
			expect(cpu(user)).toBeUndefined();
			user.dispatch(sampled);
			expect(cpu(user)).toBeUndefined();
		},
	);

	test('go with the container', () => {
		expect(cpu(watching(sampled, {type: 'container/removed', key: api}))).toBeUndefined();
		const user = watching(sampled);
		user.sees([]);
		user.dispatch(sampled);
		expect(cpu(user)).toBeUndefined();
	});

	test('of others stay when one dies', () => {
		const user = new User({containers: [aContainer('api'), aContainer('db')]});
		user.dispatch({type: 'stats/sampled', usages: usages({api: 40, db: 7})});
		user.dispatch({type: 'container/died', key: api});
		expect(user.state.usages.get(keyOf('db'))?.cpuPercent).toBe(7);
	});

	test('of one round do not erase those of another', () => {
		const user = new User({containers: [aContainer('api'), aContainer('db')]});
		user.dispatch(sampled);
		user.dispatch({type: 'stats/sampled', usages: usages({db: 7})});
		expect(cpu(user)).toBe(40);
	});
});

describe('the details', () => {
	test('outlive a new list', () => {
		const user = watching(inspected({restartCount: 3}));
		user.sees([aContainer('api', {status: 'Up 6 minutes'})]);
		expect(container(user)?.details?.restartCount).toBe(3);
	});

	test('are dropped when the container begins another life', () => {
		const user = watching(inspected({startedAtMillis: startMillis - 60_000}));
		user.sees([aContainer('api', exited(1))]);
		expect(container(user)?.details).toBeUndefined();
		const stopped = container(user);
		expect(stopped && ageMillis(stopped, startMillis)).toBeUndefined();
	});

	test('of a container that is not in the list say nothing', () => {
		const user = new User({containers: []});
		user.dispatch(inspected());
		expect(user.state.containers.byKey.size).toBe(0);
	});
});

describe('the health', () => {
	const health = (user: User) => {
		const current = container(user);
		return current && healthOf(current);
	};
	const streak = {health: {kind: 'unhealthy', failingStreak: 4}} as const;

	test('follows the events', () => {
		const user = watching({type: 'container/probed', key: api, health: 'healthy'});
		expect(health(user)).toEqual({kind: 'healthy'});
	});

	test('is known better by an inspect, and the next list keeps that', () => {
		const user = watching(inspected(streak));
		expect(health(user)).toEqual(streak.health);
		user.sees([aContainer('api', {health: {kind: 'unhealthy'}})]);
		expect(health(user)).toEqual(streak.health);
	});

	test('an event that says the same keeps the streak', () => {
		const user = watching(inspected(streak), {
			type: 'container/probed',
			key: api,
			health: 'unhealthy',
		});
		expect(health(user)).toEqual(streak.health);
	});

	test('a list that says something else is newer', () => {
		const user = watching(inspected(streak));
		user.sees([aContainer('api', {health: {kind: 'healthy'}})]);
		expect(health(user)).toEqual({kind: 'healthy'});
	});

	test('of what runs comes from the inspect where the list tells none, as with Podman 4', () => {
		const user = watching();
		user.sees([aContainer('api')]);
		user.dispatch(inspected(healthDetails('unhealthy')));
		expect(health(user)?.kind).toBe('unhealthy');
		user.sees([aContainer('api')]);
		expect(health(user)?.kind).toBe('unhealthy');
		user.dispatch({type: 'container/probed', key: api, health: 'healthy'});
		user.sees([aContainer('api')]);
		expect(health(user)?.kind).toBe('healthy');
	});

	test('of what has stopped is none, whatever its last probe said', () => {
		const user = watching();
		user.sees([aContainer('api', exited(0))]);
		user.dispatch(inspected(healthDetails('unhealthy')));
		expect(health(user)?.kind).toBe('none');
	});
});

describe('the list', () => {
	test('is loading until there is one', () => {
		const user = new User();
		expect(user.state.containers.status).toBe('loading');
		user.dispatch({
			type: 'connection/lost',
			failure: {kind: 'unreachable', message: 'nobody there'},
			atMillis: startMillis,
			retryAtMillis: startMillis + 250,
		});
		expect(user.state.containers.status).toBe('loading');
	});

	test('that says nothing new but ages leaves everything as it was', () => {
		const names = ['a', 'b', 'c', 'd'];
		const ended = exited(137);
		const user = new User({
			containers: [aContainer('gone', ended), ...names.map(name => aContainer(name))],
		});
		user.sees(names.map(name => aContainer(name)));
		const before = user.state.containers.byKey;
		user.sees(names.map(name => aContainer(name, {status: 'Up 6 minutes'})));
		expect(user.state.containers.byKey).toBe(before);
		user.sees(names.map(name => aContainer(name, name === 'c' ? ended : {})));
		expect([...user.state.containers.byKey.values()].map(({status}) => status)).toEqual([
			...['a', 'b'].map(name => before.get(keyOf(name))?.status),
			ended.status,
			before.get(keyOf('d'))?.status,
		]);
		user.sees(names.map(name => aContainer(name, name === 'c' ? exited(1) : {})));
		expect(user.state.containers.byKey.get(keyOf('c'))?.status).toBe(exited(1).status);
	});

	test('is kept, but stale, when the engine is lost, and ready again with the next one', () => {
		const user = watching(sampled, {
			type: 'connection/lost',
			failure: {kind: 'unreachable', message: 'nobody there'},
			atMillis: startMillis,
			retryAtMillis: startMillis + 250,
		});
		expect(user.state.containers.status).toBe('stale');
		expect(user.list).toEqual(['> api']);
		user.wait(9000);
		user.sees([aContainer('api')]);
		expect(user.state.containers).toMatchObject({status: 'ready', atMillis: startMillis + 9000});
	});

	test('of another engine is not known yet', () => {
		const user = watching(sampled, {
			type: 'endpoint/chosen',
			endpoint: anEndpoint,
			atMillis: startMillis,
		});
		expect(user.state.containers).toBe(noContainers);
		expect(user.state.usages.size).toBe(0);
	});
});

test.each([
	{type: 'container/removed', key: keyOf('other')},
	{type: 'container/died', key: keyOf('other')},
	{type: 'container/probed', key: keyOf('other'), health: 'healthy'},
	{type: 'container/probed', key: api, health: 'none'},
	{type: 'container/turned', key: keyOf('other'), state: 'paused'},
	{type: 'container/turned', key: api, state: 'running'},
] satisfies Action[])('$type of no consequence changes nothing', action => {
	const user = watching();
	const before = user.state;
	user.dispatch(action);
	expect(user.state).toBe(before);
});

describe('a list of some', () => {
	const shop = (name: string, change = {}) =>
		aContainer(name, {
			compose: {project: 'shop', service: 'web', number: 1, oneOff: false},
			...change,
		});
	const begin = (): User => {
		const user = new User({containers: [shop('web-1'), shop('web-2'), aContainer('db')]});
		user.dispatch({type: 'stats/sampled', usages: usages({'web-1': 40, db: 1})});
		return user;
	};
	const relist = (user: User, names: readonly string[], containers: readonly Container[]) =>
		user.dispatch({
			type: 'containers/relisted',
			...{keys: names.map(keyOf), containers, atMillis: startMillis},
		});
	const told = (user: User): readonly string[] =>
		[...user.state.containers.byKey.values()].map(
			({name, state, compose}) => `${name} ${state} ${compose?.replicas ?? ''}`,
		);

	test('changes those and leaves the others as they are', () => {
		const user = begin();
		const before = user.state.containers.byKey;
		relist(user, ['web-1'], [shop('web-1', {state: 'exited'})]);
		expect(told(user)).toEqual(['web-1 exited 2', 'web-2 running 2', 'db running ']);
		expect(user.state.containers.byKey.get(keyOf('db'))).toBe(before.get(keyOf('db')));
		expect([...user.state.usages.keys()]).toEqual([keyOf('db')]);
	});

	test('that says what is known changes nothing', () => {
		const user = begin();
		const before = user.state.containers;
		relist(user, ['web-1', 'gone'], [shop('web-1')]);
		expect(user.state.containers).toBe(before);
	});

	test('takes out what has gone and puts what is new first, as a whole list would', () => {
		const user = begin();
		relist(user, ['web-1', 'new'], [aContainer('new')]);
		expect(told(user)).toEqual(['new running ', 'web-2 running 1', 'db running ']);
		expect(user.state.list.order.flatMap(({keys}) => keys)).toHaveLength(3);
		expect([...user.state.usages.keys()]).toEqual([keyOf('db')]);
	});

	test('keeps the details', () => {
		const user = begin();
		user.dispatch({type: 'container/inspected', key: keyOf('db'), details: someDetails()});
		relist(user, ['db'], [aContainer('db', {image: 'postgres:17'})]);
		const db = user.state.containers.byKey.get(keyOf('db'));
		expect([db?.image, db?.details]).toEqual(['postgres:17', someDetails()]);
	});
});
