import type {Action} from '../../store/action.ts';
import {hasOwnTarget, keyOfRow, targetRow} from '../../store/page-target.ts';
import {reduce} from '../../store/reduce.ts';
import type {State} from '../../store/state.ts';
import type {TabId} from '../../store/tabs.ts';
import type {Scope} from '../command.ts';
import {pageOfScope, tabOfScope} from '../place-scopes.ts';
import {activeScopes} from '../scopes.ts';

/** As it is behind whatever is open. */
export const withoutOverlays = (state: State): State =>
	state.frame.overlays.length === 0 ? state : {...state, frame: {...state.frame, overlays: []}};

/**
 * What leads to where keys of this scope are meant for; nothing where one is there already. Undefined
 * where no way leads there.
 */
export const wayTo = (state: State, scope: Scope): readonly Action[] | undefined => {
	if (activeScopes(withoutOverlays(state)).includes(scope)) return [];
	const page = pageOfScope(scope);
	if (page !== undefined) return [{type: 'frame/view-chosen', view: page}];
	const tab = tabOfScope(scope);
	if (tab !== undefined) return wayToTab(state, tab);
	return scope === 'list' ? toList(state) : undefined;
};

/** Of what the cursor stands on, where the screen has a list of its own. */
export const wayToTab = (state: State, tab: TabId): readonly Action[] => [
	...toTarget(state),
	...toDashboard(state),
	{type: 'frame/tab-chosen', tab},
	{type: 'frame/focused', pane: 'logs'},
];

/** The list, with all that belongs to it. */
export const toList = (state: State): readonly Action[] => [
	...toDashboard(state),
	...(state.frame.zoomed && state.frame.focus !== 'list'
		? ([{type: 'frame/zoomed', zoomed: false}] as const)
		: []),
	{type: 'frame/focused', pane: 'list'},
];

const toTarget = (state: State): readonly Action[] => {
	const row = hasOwnTarget(state) ? targetRow(state) : undefined;
	const key = row && keyOfRow(row);
	return key === undefined ? [] : [{type: 'list/revealed', key}];
};

const toDashboard = ({frame}: State): readonly Action[] =>
	frame.view === 'dashboard' ? [] : [{type: 'frame/view-chosen', view: 'dashboard'}];

export const after = (state: State, actions: readonly Action[]): State =>
	actions.reduce(reduce, state);
