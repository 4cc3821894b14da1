import type {Problem} from '../model/attention/problem.ts';
import {cursorIndex} from './page-cursor.ts';
import {selectProblems} from './select-problems.ts';
import type {State} from './state.ts';

/** What the cursor of the screen of problems stands on. */
export const selectedProblem = (state: State): Problem | undefined => {
	const {problems: place} = state.places;
	const all = selectProblems(state);
	return place === undefined ? undefined : all[cursorIndex(all, place)];
};
