import {selectedProblem} from '../../../store/select-problem.ts';
import {selectProblems} from '../../../store/select-problems.ts';
import {hitList} from '../hit-list.ts';
import type {PageSpec} from '../page.ts';
import {headRows, paintProblems, problemListRows} from './paint-problems.ts';

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
	hit: (view, {y}, width, height) =>
		hitList(
			{
				page: 'problems',
				things: selectProblems(view.state),
				place: view.state.places.problems,
				rows: problemListRows(view, width, height),
				headRows,
			},
			y,
		),
};
