import type {ContainerKey} from '../model/ids.ts';
import {cursorIndex} from './page-cursor.ts';
import {selectProblems} from './select-problems.ts';
import {selectRows} from './select-rows.ts';
import type {State} from './state.ts';

/** More rows than a screen has: what is on the screen is never further from the selection. */
const reach = 100;

/** The containers in the rows around the selection, the closest first: whatever can be seen is among them. */
export const nearRows = (state: State): readonly ContainerKey[] => {
	if (state.frame.view === 'problems') return nearProblems(state);
	const {selectedIndex} = state.list;
	const first = Math.max(0, selectedIndex - reach);
	const distance = (index: number): number => Math.abs(first + index - selectedIndex);
	return selectRows(state)
		.slice(first, selectedIndex + reach + 1)
		.flatMap((row, index) => (row.kind === 'container' ? [{key: row.id, at: distance(index)}] : []))
		.toSorted((left, right) => left.at - right.at)
		.map(({key}) => key);
};

/** Below the cursor first, for the list begins at its top. */
const nearProblems = (state: State): readonly ContainerKey[] => {
	const all = selectProblems(state);
	const {problems: place} = state.places;
	const index = place === undefined ? 0 : Math.max(0, cursorIndex(all, place));
	return [
		...all.slice(index, index + reach),
		...all.slice(Math.max(0, index - reach), index),
	].flatMap(({key}) => key ?? []);
};
