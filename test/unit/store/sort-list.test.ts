import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Container} from '../../../source/model/container.ts';
import {isRunning} from '../../../source/model/container.ts';
import type {Grouping} from '../../../source/model/grouping.ts';
import type {ContainerKey} from '../../../source/model/ids.ts';
import {refKey} from '../../../source/model/ids.ts';
import {sortContainers, sortFields} from '../../../source/model/sort.ts';
import {selectRows} from '../../../source/store/select-rows.ts';
import {groupsOf, sortList} from '../../../source/store/sort-list.ts';
import {
	aContainer,
	aUsage,
	exited,
	figures,
	keyOf,
	ofProject,
	someDetails,
	startMillis,
} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

const states: readonly Partial<Container>[] = [
	{},
	{state: 'paused'},
	{state: 'restarting'},
	{health: {kind: 'unhealthy'}},
	exited(),
	exited(1),
	{state: 'created'},
];

const aWorld = fc
	.array(
		fc.record({project: fc.constantFrom('shop', 'blog', ''), how: fc.nat(states.length - 1)}),
		{
			minLength: 1,
			maxLength: 25,
		},
	)
	.map(places =>
		places.map(({project, how}, index) =>
			project === ''
				? aContainer(`c${index}`, states[how])
				: ofProject(project, `c${index}`, states[how]),
		),
	);

const groupings: readonly Grouping[] = [
	...(['project', 'network', 'state', 'none'] as const).map(kind => ({kind})),
	{kind: 'label', label: 'dockmon.test'},
];

const keysOf = (user: User): readonly ContainerKey[] =>
	user.state.list.order.flatMap(({keys}) => keys);

/** What happens: figures, an inspect, another sort, a life that ends or begins, a removal. */
const aStep = fc.oneof(
	fc.record({relist: fc.nat(24), how: fc.nat(states.length - 1)}),
	fc.record({remove: fc.nat(24)}),
	fc.record({cpu: fc.array(fc.integer({min: 0, max: 400}), {minLength: 25, maxLength: 25})}),
	fc.record({inspect: fc.nat(24), restarts: fc.nat(3)}),
	fc.record({grouping: fc.constantFrom<Grouping>(...groupings)}),
	fc.record({field: fc.constantFrom(...sortFields), descending: fc.boolean()}),
);

const usagesOf = (containers: readonly Container[], cpu: readonly number[]) =>
	containers
		.filter(isRunning)
		.map(({ref, name}, index) => [refKey(ref), aUsage(name, cpu[index] ?? 0)] as const);

type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

const happen = (user: User, containers: readonly Container[], step: Step): void => {
	if ('cpu' in step) {
		user.dispatch({type: 'stats/sampled', usages: usagesOf(containers, step.cpu)});
	} else if ('grouping' in step) {
		user.dispatch({type: 'list/grouped', grouping: step.grouping});
	} else if ('field' in step) {
		user.dispatch({type: 'list/sorted', sort: step, atMillis: startMillis});
	} else if ('how' in step) {
		relist(user, step);
	} else if ('remove' in step) {
		const gone = containers[step.remove % containers.length];
		if (gone) user.dispatch({type: 'container/removed', key: refKey(gone.ref)});
	} else {
		inspect(user, containers[step.inspect % containers.length], step.restarts);
	}
};

const relist = (user: User, step: {readonly relist: number; readonly how: number}): void => {
	const known = [...user.state.containers.byKey.values()];
	const listed = known[step.relist % known.length];
	if (listed === undefined) return;
	const container = {...listed, ...states[step.how]};
	const keys = [refKey(container.ref)];
	const atMillis = startMillis;
	user.dispatch({type: 'containers/relisted', keys, containers: [container], atMillis});
};

const inspect = (user: User, container: Container | undefined, restarts: number): void => {
	const details = someDetails({
		restartCount: restarts,
		startedAtMillis: startMillis - restarts,
		health: container?.health ?? {kind: 'none'},
	});
	const key = container ? refKey(container.ref) : keyOf('');
	user.dispatch({type: 'container/inspected', key, details});
};

test('whatever changes, the order is that of sorting all of them from the beginning', () => {
	fc.assert(
		fc.property(aWorld, fc.array(aStep, {maxLength: 12}), (containers, steps) => {
			const user = new User({containers});
			user.wait(60_000);
			for (const step of steps) {
				happen(user, containers, step);
				user.reorder();
				const {containers: now, usages, list} = user.state;
				const {sort, grouping} = list;
				expect(keysOf(user)).toEqual(sortContainers(now.byKey.values(), usages, sort, grouping));
				const rows = selectRows(user.state).flatMap(row =>
					row.kind === 'container' ? row.id : [],
				);
				expect(rows.toSorted()).toEqual([...now.byKey.keys()].toSorted());
			}
		}),
		{numRuns: 150},
	);
});

test('an order in which nothing moved is the same one, and so is a project', () => {
	const containers = [ofProject('shop', 'api'), ofProject('shop', 'web'), ofProject('blog', 'web')];
	const user = new User({containers});
	user.dispatch(figures({'shop-api-1': 50, 'shop-web-1': 20, 'blog-web-1': 1}));
	const [shop, blog] = user.state.list.order;
	user.dispatch(figures({'shop-api-1': 55, 'shop-web-1': 21, 'blog-web-1': 2}));
	expect(sortList(user.state)).toBe(user.state.list.order);
	expect(user.state.list.order[0]).toBe(shop);
	user.dispatch(figures({'shop-api-1': 10, 'shop-web-1': 21}));
	expect(user.state.list.order[0]).not.toBe(shop);
	expect(user.state.list.order[1]).toBe(blog);
});

test('the list is taken apart once for each version of it', () => {
	const user = new User({containers: [ofProject('shop', 'api'), aContainer('redis')]});
	const projects = groupsOf(user.state);
	user.dispatch(figures({'shop-api-1': 50}));
	user.dispatch({type: 'container/inspected', key: keyOf('redis'), details: someDetails()});
	expect(groupsOf(user.state)).toBe(projects);
	user.dispatch({type: 'container/removed', key: keyOf('redis')});
	expect(groupsOf(user.state)).not.toBe(projects);
});
