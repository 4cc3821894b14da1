import {parseFilter} from '../model/filter.ts';
import {known} from '../model/known.ts';
import {naturalSort} from '../model/sort.ts';
import {noLogs} from './logs/logs-state.ts';
import {noContainers} from './reduce-containers.ts';
import type {EndpointState, State} from './state.ts';

/** What was asked for at the start. */
interface Preferences {
	readonly showsStopped?: boolean;
	readonly intervalMillis?: number;
	readonly takesMouse?: boolean;
}

/** Nothing is known yet. */
export const initialState = (
	endpoint: EndpointState,
	nowMillis: number,
	{showsStopped = true, intervalMillis, takesMouse = true}: Preferences = {},
): State => ({
	nowMillis,
	...known('intervalMillis', intervalMillis),
	endpoint,
	connection: {status: 'connecting', sinceMillis: nowMillis},
	containers: noContainers,
	usages: new Map(),
	list: {
		filter: parseFilter(''),
		sort: naturalSort('cpu'),
		showsStopped,
		folded: new Set(),
		marked: new Set(),
		order: [],
		isSettled: false,
		selectedIndex: 0,
		heldUntilMillis: 0,
	},
	logs: noLogs,
	frame: {
		...{view: 'dashboard', focus: 'list', tab: 'logs', zoomed: false, overlays: []},
		mouse: takesMouse ? 'taken' : 'unused',
	},
	tasks: new Map(),
	timeline: [],
	messages: [],
});
