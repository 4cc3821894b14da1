import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Container} from '../../../source/model/container.ts';
import type {HealthKind} from '../../../source/model/health.ts';
import {refKey} from '../../../source/model/ids.ts';
import {sortFields} from '../../../source/model/sort.ts';
import type {Action} from '../../../source/store/action.ts';
import {initialState} from '../../../source/store/initial-state.ts';
import type {Overlay} from '../../../source/store/overlay.ts';
import {reduce} from '../../../source/store/reduce.ts';
import {selectRows} from '../../../source/store/select-rows.ts';
import {selectedRow} from '../../../source/store/select-target.ts';
import type {State} from '../../../source/store/state.ts';
import {
	aContainer,
	anEndpoint,
	anEngine,
	aUsage,
	exited,
	ofProject,
	someDetails,
	startMillis,
	targetOf,
} from '../../helpers/builders.ts';

const world: readonly Container[] = [
	ofProject('shop', 'api'),
	ofProject('shop', 'worker'),
	ofProject('shop', 'worker', {}, 2),
	ofProject('shop', 'worker', {}, 3),
	ofProject('blog', 'worker', {health: {kind: 'unhealthy'}}),
	ofProject('blog', 'web', exited(1)),
	aContainer('redis', {state: 'paused'}),
	aContainer('cron', {state: 'restarting'}),
];

const key = fc.constantFrom(...world, aContainer('never listed')).map(({ref}) => refKey(ref));
const atMillis = fc.integer({min: startMillis, max: startMillis + 60_000});
const group = fc.constantFrom('project:shop', 'project:', 'service:shop/worker', 'project:none');
const state = fc.constantFrom<Partial<Container>>({state: 'running'}, {state: 'paused'}, exited(1));
const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const always = <T>(value: T) => fc.constant(value);

/** Some of the world, in any order, each container in any state. */
const listed = fc.record({
	type: always('containers/listed' as const),
	containers: fc
		.subarray([...world])
		.chain(part => fc.shuffledSubarray(part, {minLength: part.length}))
		.chain(part =>
			fc.tuple(...part.map(each => state.map(change => ({...each, ...change})))),
		) as fc.Arbitrary<readonly Container[]>,
	atMillis,
});

const overlay: fc.Arbitrary<Overlay> = some<Overlay>(
	{kind: 'help', top: 0},
	{kind: 'sort', index: 1},
	{kind: 'filter', text: 'w', before: ''},
);

const otherEngine: fc.Arbitrary<Action> = fc.record({
	type: always('endpoint/chosen' as const),
	endpoint: always(anEndpoint),
	atMillis,
});

/** Whatever the engine may tell, in any order. */
const told: readonly fc.Arbitrary<Action>[] = [
	fc.record({type: always('clock/ticked' as const), atMillis}),
	otherEngine,
	fc.record({type: always('connection/opened' as const), engine: always(anEngine), atMillis}),
	fc.record({
		type: always('connection/lost' as const),
		failure: always({kind: 'timeout' as const, message: 'silence'}),
		atMillis,
		retryAtMillis: atMillis,
	}),
	listed,
	fc.record({type: always('container/removed' as const), key}),
	fc.record({type: always('container/died' as const), key}),
	fc.record({
		type: always('container/probed' as const),
		key,
		health: some<HealthKind>('healthy', 'none'),
	}),
	fc.record({type: always('container/inspected' as const), key, details: always(someDetails())}),
	fc.record({
		type: always('stats/sampled' as const),
		usages: fc.array(
			fc.tuple(key, fc.nat(400)).map(([each, cpu]) => [each, aUsage('any', cpu)] as const),
			{maxLength: 8},
		),
	}),
];

/** Whatever the user may do. */
const done: readonly fc.Arbitrary<Action>[] = [
	fc.record({type: always('list/reordered' as const), atMillis}),
	fc.record({
		type: always('list/sorted' as const),
		sort: fc.record({field: some(...sortFields), descending: fc.boolean()}),
		atMillis,
	}),
	fc.record({
		type: always('list/filtered' as const),
		text: some('', 'worker', 'nothing like it', 'status:exited', '!shop', 'constructor:x'),
	}),
	fc.record({type: always('list/stopped-toggled' as const)}),
	fc.record({type: always('list/freeze-toggled' as const), atMillis}),
	fc.record({type: always('list/folded' as const), group}) as fc.Arbitrary<Action>,
	fc.record({type: always('list/held' as const), untilMillis: atMillis}),
	fc.record({
		...{type: always('logs/opened' as const), target: always(targetOf('api')), version: fc.nat(9)},
	}),
	fc.record({
		type: always('logs/held' as const),
		held: fc.record({seq: fc.nat(9), row: fc.nat(9)}),
	}),
	fc.record({type: always('frame/zoomed' as const), zoomed: fc.boolean()}),
	fc.record({type: always('overlay/opened' as const), overlay}),
	fc.record({type: always('overlay/changed' as const), overlay}),
	fc.record({type: always('overlay/closed' as const)}),
	fc.record({
		type: always('task/started' as const),
		id: fc.nat(),
		key,
		verb: always('stop' as const),
		atMillis,
	}),
	fc.record({type: always('task/waited' as const), key}),
	fc.record({type: always('task/ended' as const), key}),
	fc.record({type: always('message/dismissed' as const)}),
];

/** A key moves the selection to a row that is there; the rest may come at any time. */
type Step = Action | {readonly goTo: number};

const goTo = fc.nat(14).map((index): Step => ({goTo: index}));

/** What changes the rows comes more often than the rest. */
const sequenceOf = (...arbitraries: readonly fc.Arbitrary<Step>[]): fc.Arbitrary<Step[]> =>
	fc.array(
		fc.oneof({weight: 8, arbitrary: listed}, {weight: 30, arbitrary: fc.oneof(...arbitraries)}),
		{maxLength: 30, size: 'max'},
	);

const toAction = (now: State, step: Step): Action | undefined => {
	if (!('goTo' in step)) return step;
	const rows = selectRows(now);
	const index = step.goTo % Math.max(1, rows.length);
	const row = rows[index];
	return row && {type: 'selection/moved', row: row.id, index};
};

const checkSound = (now: State): void => {
	const rows = selectRows(now);
	const selected = selectedRow(now);
	expect(selected === undefined).toBe(rows.length === 0);
	if (selected !== undefined) {
		expect(selected.id).toBe(now.list.selected);
		expect(rows[now.list.selectedIndex]).toBe(selected);
	}
	const {byKey} = now.containers;
	expect(now.list.order.flatMap(({keys}) => keys).toSorted()).toEqual([...byKey.keys()].toSorted());
	for (const each of now.usages.keys()) expect(byKey.has(each)).toBe(true);
};

test('whatever happens in whatever order, the selection is a row and the order holds all', () => {
	fc.assert(
		fc.property(sequenceOf(...told, ...done, goTo, goTo, goTo), steps => {
			let now = initialState(anEndpoint, startMillis);
			for (const step of steps) {
				const action = toAction(now, step);
				if (action === undefined) continue;
				now = reduce(now, action);
				checkSound(now);
			}
		}),
		{numRuns: 150},
	);
});

test('nothing but a key takes the selection from a row that is still there', () => {
	const happening = sequenceOf(...told.filter(each => each !== otherEngine), ...done);
	fc.assert(
		fc.property(happening, fc.nat(10), (actions, index) => {
			const first: Action = {type: 'containers/listed', containers: world, atMillis: startMillis};
			let now = reduce(initialState(anEndpoint, startMillis), first);
			for (const step of [{goTo: index}, ...actions]) {
				const action = toAction(now, step);
				if (action === undefined) continue;
				const before = now.list.selected;
				now = reduce(now, action);
				if ('goTo' in step) continue;
				const isThere = selectRows(now).some(row => row.id === before);
				if (isThere) expect(selectedRow(now)?.id).toBe(before);
			}
		}),
		{numRuns: 150},
	);
});

test('what changes nothing is the same state', () => {
	const state = initialState(anEndpoint, startMillis);
	expect(reduce(state, {type: 'overlay/closed'})).toBe(state);
	expect(reduce(state, {type: 'list/reordered', atMillis: startMillis})).toBe(state);
});
