import {known} from '../../model/known.ts';
import {allFolded, allOpen, withFold} from '../../model/tree/folds.ts';
import type {Action} from '../action.ts';
import type {State} from '../state.ts';
import type {TreesState} from './trees-state.ts';

export const reduceTrees = (state: State, action: Action): State => {
	const trees = nextTrees(state.trees, action);
	return trees === state.trees ? state : {...state, trees};
};

const nextTrees = (trees: TreesState, action: Action): TreesState => {
	switch (action.type) {
		case 'trees/turned':
			return turned(trees, action);
		case 'trees/all-turned': {
			const {tree, all} = action;
			const folds = {...trees.folds, [tree]: all === 'open' ? allOpen : allFolded};
			return {...trees, folds, shut: new Set()};
		}
		case 'trees/compared':
			return {...withoutAgainst(trees), ...known('against', action.against)};
		// Its containers are others.
		case 'endpoint/chosen':
			return trees.against === undefined ? trees : withoutAgainst(trees);
		case 'trees/own-shown':
			return {...trees, showsOwn: !trees.showsOwn};
		case 'trees/flattened':
			return {...trees, isFlat: !trees.isFlat};
		case 'detail/searched':
			return trees.shut.size === 0 ? trees : {...trees, shut: new Set()};
		default:
			return trees;
	}
};

const withoutAgainst = ({against: _, ...trees}: TreesState): TreesState => trees;

const turned = (
	trees: TreesState,
	{tree, path, isFolded}: Extract<Action, {type: 'trees/turned'}>,
): TreesState => {
	const folds = {...trees.folds, [tree]: withFold(trees.folds[tree], path, isFolded)};
	const shut = new Set(trees.shut);
	if (isFolded) shut.add(path);
	else shut.delete(path);
	return {...trees, folds, shut};
};
