import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Container} from '../../../source/model/container.ts';
import type {ContainerKey} from '../../../source/model/ids.ts';
import {refKey} from '../../../source/model/ids.ts';
import type {SortField} from '../../../source/model/sort.ts';
import {naturalSort, sortContainers, sortFields} from '../../../source/model/sort.ts';
import type {ContainerUsage} from '../../../source/model/stats-sample.ts';
import {
	aContainer,
	aUsage,
	exited,
	keyOf,
	ofProject,
	someDetails,
	startMillis,
} from '../../helpers/builders.ts';

const order = (
	containers: readonly Container[],
	field: SortField,
	options: {descending?: boolean; usages?: ReadonlyMap<ContainerKey, ContainerUsage>} = {},
): readonly string[] => {
	const {usages = new Map(), descending = naturalSort(field).descending} = options;
	const names = new Map(containers.map(container => [refKey(container.ref), container.name]));
	return sortContainers(containers, usages, {field, descending}).map(key => names.get(key) ?? '?');
};

const cpu = (percents: Readonly<Record<string, number | undefined>>) =>
	new Map(Object.entries(percents).map(([name, percent]) => [keyOf(name), aUsage(name, percent)]));

const named = (...names: readonly string[]): readonly Container[] =>
	names.map(name => aContainer(name));

describe('CPU', () => {
	test('the busiest first, unknown last', () => {
		const usages = cpu({a: 5, b: undefined, c: 80, d: 0});
		expect(order(named('a', 'b', 'c', 'd', 'e'), 'cpu', {usages})).toEqual([
			...['c', 'a', 'd'],
			...['b', 'e'],
		]);
	});

	test('reversed, the idle first', () => {
		const usages = cpu({a: 5, b: 80});
		expect(order(named('b', 'a'), 'cpu', {usages, descending: false})).toEqual(['a', 'b']);
	});

	test('equal ones stand by name, whatever the direction', () => {
		expect(order(named('c', 'a', 'b'), 'cpu')).toEqual(['a', 'b', 'c']);
		expect(order(named('c', 'a', 'b'), 'cpu', {descending: false})).toEqual(['a', 'b', 'c']);
	});

	test('projects stand by their sum, what has no project stands last', () => {
		const containers = [
			aContainer('redis'),
			ofProject('billing', 'ledger'),
			ofProject('shop', 'api'),
			ofProject('shop', 'worker'),
		];
		const usages = cpu({
			redis: 400,
			'billing-ledger-1': 50,
			'shop-api-1': 20,
			'shop-worker-1': 40,
		});
		expect(order(containers, 'cpu', {usages})).toEqual([
			...['shop-worker-1', 'shop-api-1'],
			'billing-ledger-1',
			'redis',
		]);
	});
});

test('memory: the largest first', () => {
	const usages = new Map([
		[keyOf('a'), aUsage('a', 0, {memoryUsedBytes: 10e6})],
		[keyOf('b'), aUsage('b', 0, {memoryUsedBytes: 30e6})],
	]);
	expect(order(named('a', 'b', 'c'), 'memory', {usages})).toEqual(['b', 'a', 'c']);
});

test('what differs by less than a step stays in the order of the names', () => {
	const usages = new Map([
		[keyOf('a'), aUsage('a', 0.1)],
		[keyOf('b'), aUsage('b', 0.4)],
		[keyOf('c'), aUsage('c', 1.6)],
	]);
	expect(order(named('a', 'b', 'c'), 'cpu', {usages})).toEqual(['c', 'a', 'b']);
});

test('network: by both ways together', () => {
	const usage = (name: string, rx: number, tx: number): [ContainerKey, ContainerUsage] => [
		keyOf(name),
		{...aUsage(name, 0), netRxPerSecond: rx * 1024, netTxPerSecond: tx * 1024},
	];
	const usages = new Map([usage('a', 60, 0), usage('b', 10, 90)]);
	expect(order(named('a', 'c', 'b'), 'network', {usages})).toEqual(['b', 'a', 'c']);
});

test('name: from a to z, projects too', () => {
	const containers = [
		aContainer('zoo'),
		ofProject('shop', 'web'),
		ofProject('shop', 'api'),
		ofProject('blog', 'web'),
	];
	const sorted = ['blog-web-1', 'shop-api-1', 'shop-web-1', 'zoo'];
	expect(order(containers, 'name')).toEqual(sorted);
	expect(order(containers, 'name', {descending: true})).toEqual([
		...['shop-web-1', 'shop-api-1', 'blog-web-1'],
		'zoo',
	]);
});

describe('uptime', () => {
	const upFor = (minutes: number): Pick<Container, 'details'> => ({
		details: someDetails({startedAtMillis: startMillis - minutes * 60_000}),
	});

	test('the longest first; what does not run, or is not known, last', () => {
		const {createdAtMillis: _, ...unknown} = aContainer('unknown');
		const containers = [
			unknown,
			aContainer('stopped', {...upFor(9000), ...exited()}),
			aContainer('young', upFor(1)),
			aContainer('old', upFor(90)),
		];
		expect(order(containers, 'uptime')).toEqual(['old', 'young', 'stopped', 'unknown']);
	});

	test('a project stands where its longest running container stands', () => {
		const containers = [
			ofProject('blog', 'api', upFor(10)),
			ofProject('shop', 'api', upFor(1)),
			ofProject('shop', 'db', upFor(99)),
		];
		expect(order(containers, 'uptime')).toEqual(['shop-db-1', 'shop-api-1', 'blog-api-1']);
	});
});

test('restarts: the most first', () => {
	const restarted = (name: string, restartCount: number): Container =>
		aContainer(name, {details: someDetails({restartCount})});
	const containers = [aContainer('unknown'), restarted('calm', 0), restarted('looping', 12)];
	expect(order(containers, 'restarts')).toEqual(['looping', 'calm', 'unknown']);
});

describe('state', () => {
	test('what needs attention first', () => {
		const containers = [
			aContainer('fine'),
			aContainer('paused', {state: 'paused'}),
			aContainer('ended', exited(1)),
			aContainer('looping', {state: 'restarting'}),
			aContainer('dead', {state: 'dead'}),
			aContainer('sick', {health: {kind: 'unhealthy'}}),
		];
		expect(order(containers, 'state')).toEqual([
			...['sick', 'dead', 'looping'],
			...['ended', 'paused', 'fine'],
		]);
	});

	test('a project with one sick container stands before small ones that are well', () => {
		const containers = [
			ofProject('calm', 'web'),
			...['a', 'b', 'c', 'd'].map(service => ofProject('shop', service)),
			ofProject('shop', 'e', {health: {kind: 'unhealthy'}}),
		];
		expect(order(containers, 'state')[0]).toBe('shop-e-1');
	});
});

test('figures begin with the largest, words and states with the first', () => {
	expect(sortFields.filter(field => !naturalSort(field).descending)).toEqual([
		...['name', 'state', 'health', 'ports', 'image', 'project'],
	]);
});

describe('the other columns', () => {
	const mebibyte = 1024 * 1024;
	const containers = [
		aContainer('a', {
			image: 'redis:7',
			ports: [{privatePort: 9, publicPort: 9000, protocol: 'tcp'}],
		}),
		aContainer('b', {
			...{image: 'alpine', health: {kind: 'starting'}},
			ports: [{privatePort: 80, publicPort: 80, protocol: 'tcp'}],
		}),
		aContainer('c', {image: 'python', health: {kind: 'unhealthy'}}),
		aContainer('d', {image: 'busybox', ...exited(137)}),
	];
	const usages = new Map([
		[
			keyOf('a'),
			{
				...aUsage('a', 1, {
					pids: 4,
					memoryUsedBytes: 10 * mebibyte,
					memoryLimitBytes: 20 * mebibyte,
				}),
				...{netRxPerSecond: 9000, netTxPerSecond: 0, blockReadPerSecond: 0, blockWritePerSecond: 0},
			},
		],
		[
			keyOf('b'),
			{
				...aUsage('b', 1, {
					pids: 90,
					memoryUsedBytes: 90 * mebibyte,
					memoryLimitBytes: 900 * mebibyte,
				}),
				...{netRxPerSecond: 0, netTxPerSecond: 7000, blockReadPerSecond: 50_000},
			},
		],
	]);

	test.each<[SortField, string]>([
		['memoryShare', 'abcd'],
		['memory', 'bacd'],
		['rx', 'abcd'],
		['tx', 'bacd'],
		['read', 'bacd'],
		['write', 'abcd'],
		['disk', 'bacd'],
		['pids', 'bacd'],
		['health', 'cbad'],
		['exit', 'dabc'],
		['ports', 'bacd'],
		['image', 'bdca'],
	])('%s', (field, names) => {
		expect(order(containers, field, {usages}).join('')).toBe(names);
	});

	test('a project by its name, those without one last', () => {
		const mixed = [aContainer('redis'), ofProject('shop', 'a'), ofProject('blog', 'b')];
		expect(order(mixed, 'project')).toEqual(['blog-b-1', 'shop-a-1', 'redis']);
	});
});

test('the order does not depend on the order of the list', () => {
	const container = fc
		.record({
			name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
			project: fc.constantFrom(undefined, 'shop', 'blog'),
			service: fc.constantFrom('web', 'db'),
			cpu: fc.constantFrom(undefined, 0, 1, 50),
		})
		.map(({name, project, service, cpu: percent}) => {
			const compose =
				project === undefined ? {} : {compose: {project, service, number: 1, oneOff: false}};
			return {container: aContainer(name, compose), percent};
		});
	const world = fc.uniqueArray(container, {selector: each => each.container.name});
	fc.assert(
		fc.property(
			world.chain(each =>
				fc.tuple(fc.constant(each), fc.shuffledSubarray(each, {minLength: each.length})),
			),
			fc.constantFrom(...sortFields),
			fc.boolean(),
			([first, shuffled], field, descending) => {
				const usages = cpu(
					Object.fromEntries(first.map(each => [each.container.name, each.percent])),
				);
				const sorted = (world: typeof first) =>
					order(
						world.map(each => each.container),
						field,
						{descending, usages},
					);
				expect(sorted(shuffled)).toEqual(sorted(first));
				expect(sorted(first).toSorted()).toEqual(first.map(each => each.container.name).toSorted());
			},
		),
	);
});

test('what has stopped stands where it would stand if all were sorted together', () => {
	const container = fc.record({
		name: fc.constantFrom(...'abcdefghijkl'),
		isStopped: fc.boolean(),
		percent: fc.constantFrom(undefined, 0, 3, 50),
	});
	const world = fc.uniqueArray(container, {selector: each => each.name});
	fc.assert(
		fc.property(world, fc.constantFrom('cpu', 'name'), fc.boolean(), (all, field, descending) => {
			const containers = all.map(({name, isStopped}) =>
				aContainer(name, isStopped ? exited() : {}),
			);
			const running = all.filter(({isStopped}) => !isStopped);
			const usages = cpu(Object.fromEntries(running.map(({name, percent}) => [name, percent])));
			const direction = descending ? -1 : 1;
			const figure = (each: (typeof all)[number]): number =>
				each.isStopped ? -1 : (each.percent ?? -1);
			const sorted = all.toSorted((a, b) => {
				const byName = a.name < b.name ? -1 : 1;
				if (field === 'name') return byName * direction;
				return (figure(a) - figure(b)) * direction || byName;
			});
			expect(order(containers, field, {descending, usages})).toEqual(sorted.map(({name}) => name));
		}),
	);
});
