import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Container} from '../../../source/model/container.ts';
import type {HealthKind} from '../../../source/model/health.ts';
import {refKey} from '../../../source/model/ids.ts';
import {sortFields} from '../../../source/model/sort.ts';
import type {Action} from '../../../source/store/action.ts';
import {initialState} from '../../../source/store/initial-state.ts';
import {reduce} from '../../../source/store/reduce.ts';
import {selectRows} from '../../../source/store/select-rows.ts';
import {selectedRow} from '../../../source/store/select-target.ts';
import type {Overlay, State} from '../../../source/store/state.ts';
import {
	aContainer,
	anEndpoint,
	anEngine,
	aUsage,
	exited,
	ofProject,
	someDetails,
	startMillis,
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
const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const always = <T>(value: T) => fc.constant(value);

const listed = fc.record({
	type: always('containers/listed' as const),
	containers: fc
		.subarray([...world])
		.chain(part => fc.shuffledSubarray(part, {minLength: part.length}))
		.map(part => part.map(each => (each.name.length % 2 ? each : {...each, ...exited()}))),
	atMillis,
});

const overlay: fc.Arbitrary<Overlay> = some<Overlay>(
	{kind: 'help', top: 0},
	{kind: 'sort', index: 1},
	{kind: 'filter', text: 'w', before: ''},
);

/** Whatever the engine may tell, in any order. */
const told: readonly fc.Arbitrary<Action>[] = [
	fc.record({type: always('clock/ticked' as const), atMillis}),
	fc.record({type: always('endpoint/chosen' as const), endpoint: always(anEndpoint), atMillis}),
	fc.record({type: always('connection/opened' as const), engine: always(anEngine), atMillis}),
	fc.record({
		type: always('connection/lost' as const),
		failure: always({kind: 'timeout' as const, message: 'silence'}),
		atMillis,
		retryAtMillis: atMillis,
	}),
	listed,
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
	fc.record({type: always('logs/opened' as const), target: key}),
	fc.record({type: always('logs/scrolled' as const), heldAt: fc.nat(9)}),
	fc.record({type: always('frame/zoomed' as const), zoomed: fc.boolean()}),
	fc.record({type: always('overlay/opened' as const), overlay}),
	fc.record({type: always('overlay/changed' as const), overlay}),
	fc.record({type: always('overlay/closed' as const)}),
	fc.record({type: always('task/started' as const), key, verb: always('stop' as const), atMillis}),
	fc.record({type: always('task/waited' as const), key}),
	fc.record({type: always('task/ended' as const), key}),
	fc.record({type: always('message/dismissed' as const)}),
];

/** A key moves the selection to a row that is there; the rest may come at any time. */
type Step = Action | {readonly goTo: number};

const goTo = fc.nat(14).map((index): Step => ({goTo: index}));
const steps = fc.array(fc.oneof(...told, ...done, goTo, goTo), {maxLength: 40});

const toAction = (state: State, step: Step): Action | undefined => {
	if (!('goTo' in step)) return step;
	const rows = selectRows(state);
	const index = step.goTo % Math.max(1, rows.length);
	const row = rows[index];
	return row && {type: 'selection/moved', row: row.id, index};
};

const checkSound = (state: State): void => {
	const rows = selectRows(state);
	const selected = selectedRow(state);
	expect(selected === undefined).toBe(rows.length === 0);
	if (selected !== undefined) {
		expect(selected.id).toBe(state.list.selected);
		expect(rows[state.list.selectedIndex]).toBe(selected);
	}
	const {byKey} = state.containers;
	expect(state.list.order.toSorted()).toEqual([...byKey.keys()].toSorted());
	for (const each of state.usages.keys()) expect(byKey.has(each)).toBe(true);
};

test('whatever happens in whatever order, the selection is a row and the order holds all', () => {
	fc.assert(
		fc.property(steps, each => {
			let state = initialState(anEndpoint, startMillis);
			for (const step of each) {
				const action = toAction(state, step);
				if (action === undefined) continue;
				state = reduce(state, action);
				checkSound(state);
			}
		}),
		{numRuns: 150},
	);
});

test('nothing but a key takes the selection from a row that is still there', () => {
	const happening = fc.array(fc.oneof(...told.slice(4), ...done), {maxLength: 30});
	fc.assert(
		fc.property(happening, fc.nat(10), (actions, index) => {
			const first: Action = {type: 'containers/listed', containers: world, atMillis: startMillis};
			let state = reduce(initialState(anEndpoint, startMillis), first);
			const moved = toAction(state, {goTo: index});
			if (moved !== undefined) state = reduce(state, moved);
			for (const action of actions) {
				const before = state.list.selected;
				state = reduce(state, action);
				const isThere = selectRows(state).some(row => row.id === before);
				if (isThere) expect(selectedRow(state)?.id).toBe(before);
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
