import {test} from 'vitest';
import type {Container, ContainerDetails} from '../../source/model/container.ts';
import {refKey} from '../../source/model/ids.ts';
import {sortFields} from '../../source/model/sort.ts';
import type {Action} from '../../source/store/action.ts';
import {initialState} from '../../source/store/initial-state.ts';
import {reduce} from '../../source/store/reduce.ts';
import type {State} from '../../source/store/state.ts';
import {benchContainers, benchUsages, startMillis} from './bench-world.ts';
import {measure} from './measure.ts';

// What an action costs before anything is drawn: the reducers, the order, the rows, the selection.

const details: ContainerDetails = {
	startedAtMillis: startMillis,
	oomKilled: false,
	restartCount: 0,
	restartPolicy: 'no',
	tty: false,
	user: '',
	workingDirectory: '',
	limits: {},
	logDriver: 'json-file',
	hasHealthCheck: false,
	health: {kind: 'none'},
};

test.each([
	[500, 0],
	[500, 30_000],
])(
	'cost of an action with %i running and %i stopped containers',
	async (running, stopped) => {
		let atMillis = startMillis;
		let state: State = initialState({url: 'unix:///x', source: 'demo', isDemo: false}, atMillis);
		const dispatch = (action: Action): void => {
			state = reduce(state, action);
		};
		// Each list is made of new objects, as what comes from an engine is.
		const lists = [0, 1].map(() => benchContainers(running, stopped));
		const [containers = []] = lists;
		dispatch({type: 'containers/listed', containers, atMillis});
		const batches = [...Array(10).keys()].map(second =>
			benchUsages(containers, startMillis + second * 1000),
		);
		let step = 0;
		const every = <T>(values: readonly T[]): T => values[step++ % values.length] as T;

		const sample = (): void => dispatch({type: 'stats/sampled', usages: every(batches)});
		const list = (): void => {
			const fresh: readonly Container[] = every(lists);
			dispatch({type: 'containers/listed', containers: fresh, atMillis});
		};
		const inspect = (): void => {
			const key = refKey(every(containers).ref);
			dispatch({type: 'container/inspected', key, details});
		};
		const fast = {rounds: 1000};
		const slow = {rounds: stopped > 0 ? 30 : 200};
		await measure(`actions, ${running} running and ${stopped} stopped`, [
			{name: 'stats of all that run', budgetMillis: stopped > 0 ? 5 : 2, run: sample, ...slow},
			{
				name: 'tick',
				budgetMillis: 0.1,
				run: () => dispatch({type: 'clock/ticked', atMillis: ++atMillis}),
				...slow,
			},
			{
				name: 'sorted again, nothing new',
				budgetMillis: 0.1,
				run: () => dispatch({type: 'list/reordered', atMillis}),
				...slow,
			},
			{name: 'inspected', budgetMillis: 0.1, run: inspect, ...fast},
			{name: 'listed, the same again', budgetMillis: stopped > 0 ? 50 : 2, run: list, ...slow},
			{
				name: 'sorted by another field',
				budgetMillis: stopped > 0 ? 50 : 2,
				run: () =>
					dispatch({
						...{type: 'list/sorted', atMillis},
						sort: {field: every(sortFields), descending: step % 2 === 0},
					}),
				...slow,
			},
			{
				name: 'one character of the filter',
				budgetMillis: stopped > 0 ? 50 : 2,
				run: () => dispatch({type: 'list/filtered', text: every(['s', 'se', 'ser', ''])}),
				...slow,
			},
			{
				name: 'stopped ones hidden or shown',
				budgetMillis: stopped > 0 ? 50 : 2,
				run: () => dispatch({type: 'list/stopped-toggled'}),
				...slow,
			},
		]);
	},
	300_000,
);
