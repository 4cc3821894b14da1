import {selectedProblem} from '../store/select-problem.ts';
import {selectProblems} from '../store/select-problems.ts';
import {tabs} from '../store/tabs.ts';
import type {Command} from './command.ts';
import {pageMoves} from './page-moves.ts';
import {showContainer} from './show-container.ts';

export const problemCommands: readonly Command[] = [
	...pageMoves('problems', selectProblems),
	{
		id: 'problem.open',
		title: 'To the container, with the tab that tells more',
		hint: 'container',
		group: 'look',
		scope: 'problems',
		keys: ['enter'],
		footer: 10,
		disabled: state =>
			selectedProblem(state)?.key === undefined ? 'no container is selected' : undefined,
		run(context) {
			const {state, dispatch} = context;
			const problem = selectedProblem(state);
			if (problem?.key === undefined) return;
			showContainer(context, problem.key);
			const [tab] = problem.rule.tabs.flatMap(wanted => tabs.filter(each => each === wanted));
			if (tab !== undefined) dispatch({type: 'frame/tab-chosen', tab});
		},
	},
];
