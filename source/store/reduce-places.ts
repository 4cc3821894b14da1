import type {Action} from './action.ts';
import {cursorIndex} from './page-cursor.ts';
import {selectCompose} from './select-compose.ts';
import {selectProblems} from './select-problems.ts';
import type {Place, State} from './state.ts';
import type {PageId} from './views.ts';

export const reducePlaces = (state: State, action: Action): State => {
	if (action.type === 'endpoint/chosen') return {...state, places: {}};
	if (action.type === 'events/filtered') {
		// What the cursor stood on may not be shown any more.
		const {events: _, ...places} = state.places;
		return {...state, places, eventFilter: action.text};
	}
	if (action.type === 'page/moved') {
		const {[action.page]: _, ...others} = state.places;
		const {place} = action;
		return {...state, places: place === undefined ? others : {...others, [action.page]: place}};
	}
	const {view} = state.frame;
	if (view === 'problems') return withChosen(state, view, selectProblems(state));
	return view === 'compose' ? withChosen(state, view, selectCompose(state)) : state;
};

/**
 * On these screens one is always chosen, and stays so wherever others put it: what a key acts on
 * does not change because something worse has come.
 */
const withChosen = (state: State, page: PageId, all: readonly {readonly id: string}[]): State => {
	const {[page]: before} = state.places;
	const index = before === undefined ? 0 : cursorIndex(all, before);
	const id = all[index]?.id;
	if (id === undefined || (id === before?.id && index === before.index)) return state;
	const place: Place = {id, index, row: before?.row ?? 0};
	return {...state, places: {...state.places, [page]: place}};
};
