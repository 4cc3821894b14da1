import {type ActionPolicy, usualPolicy} from '../model/act/policy.ts';
import {type Limits, usualLimits} from '../model/attention/limits.ts';
import {parseFilter} from '../model/filter.ts';
import {byProject} from '../model/grouping.ts';
import {known} from '../model/known.ts';
import {naturalSort} from '../model/sort.ts';
import {noCompose} from './act/compose-state.ts';
import type {EndpointState} from './connection.ts';
import {noDetail} from './detail/detail-state.ts';
import {freshTrees} from './detail/trees-state.ts';
import {noFiles} from './files/files-state.ts';
import {noLogs} from './logs/logs-state.ts';
import {noContainers} from './reduce-containers.ts';
import type {State} from './state.ts';
import {firstStats} from './stats-state.ts';
import {noThemes, type ThemesState} from './themes-state.ts';

/** What was asked for at the start. */
interface Preferences {
	readonly showsStopped?: boolean;
	readonly intervalMillis?: number;
	readonly takesMouse?: boolean;
	readonly limits?: Limits;
	readonly isInTmux?: boolean;
	readonly isReadOnly?: boolean;
	readonly policy?: ActionPolicy;
	readonly themes?: ThemesState;
}

/** Nothing is known yet. */
export const initialState = (
	endpoint: EndpointState,
	nowMillis: number,
	preferences: Preferences = {},
): State => {
	const {
		showsStopped = true,
		intervalMillis,
		takesMouse = true,
		limits = usualLimits,
		isInTmux = false,
		isReadOnly = false,
		policy = usualPolicy,
		themes = noThemes,
	} = preferences;
	return {
		nowMillis,
		...known('intervalMillis', intervalMillis),
		endpoint,
		isInTmux,
		shellHistory: [],
		isReadOnly,
		policy,
		connection: {status: 'connecting', sinceMillis: nowMillis},
		forbidden: [],
		containers: noContainers,
		usages: new Map(),
		smoothed: new Map(),
		list: {
			filter: parseFilter(''),
			typed: [],
			sort: naturalSort('cpu'),
			ranks: new Map(),
			grouping: byProject,
			showsStopped,
			folded: new Set(),
			marked: new Set(),
			order: [],
			isSettled: false,
			isTouched: false,
			selectedIndex: 0,
			heldUntilMillis: 0,
		},
		logs: noLogs,
		detail: noDetail,
		trees: freshTrees,
		files: noFiles,
		frame: {
			view: 'dashboard',
			focus: 'list',
			tab: 'logs',
			zoomed: false,
			sizes: {},
			overlays: [],
			used: [],
			mouse: takesMouse ? 'taken' : 'unused',
		},
		themes,
		stats: firstStats,
		compose: noCompose,
		tasks: new Map(),
		limits,
		spells: [],
		eventFilter: '',
		places: {},
		timeline: [],
		messages: [],
	};
};
