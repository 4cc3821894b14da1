import type {Action} from './action.ts';
import {cursorIndex} from './page-cursor.ts';
import {selectProblems} from './select-problems.ts';
import type {Place, State} from './state.ts';

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
	return state.frame.view === 'problems' ? withProblem(state) : state;
};

/**
 * On the screen of problems one is always chosen, and stays so wherever others put it: what a key acts on
 * does not change because something worse has come.
 */
const withProblem = (state: State): State => {
	const all = selectProblems(state);
	const {problems: before} = state.places;
	const index = before === undefined ? 0 : cursorIndex(all, before);
	const id = all[index]?.id;
	if (id === undefined || (id === before?.id && index === before.index)) return state;
	const place: Place = {id, index, row: before?.row ?? 0};
	return {...state, places: {...state.places, problems: place}};
};
