import {firstPlace} from '../../../store/detail/detail-state.ts';
import {foldRows, openTree} from '../../../store/detail/select-folds.ts';
import type {Hit} from '../../hit.ts';
import type {View} from '../../view.ts';

/** A click on what folds folds or unfolds it; on anything else it only puts the cursor there. */
export const foldHit = ({state}: View, item: number): Hit | undefined => {
	const tree = openTree(state);
	const row = foldRows(state)[item];
	if (tree === undefined || row === undefined || !row.canFold) return undefined;
	const {tab} = state.frame;
	const {top} = state.detail.places[tab] ?? firstPlace;
	return {
		kind: 'dispatch',
		actions: [
			{type: 'frame/focused', pane: 'logs'},
			{type: 'detail/moved', tab, place: {top, item}},
			{type: 'trees/turned', tree, path: row.path, isFolded: row.isOpen},
		],
	};
};
