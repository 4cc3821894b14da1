import {selectedProblem} from '../../../store/select-problem.ts';
import type {PageSpec} from '../page.ts';
import {paintProblems, problemListRows} from './paint-problems.ts';

export const problemsPage: PageSpec = {
	paint: paintProblems,
	// Nearly everything is told in it, ages too.
	inputs: ({state}) => [state],
	showsTarget: true,
	watched(state) {
		const key = selectedProblem(state)?.key;
		return key === undefined ? [] : [key];
	},
	listRows: problemListRows,
};
