import {reduceTrees} from '../store/detail/reduce-trees.ts';
import {type FoldRow, foldRows, openTree} from '../store/detail/select-folds.ts';
import type {CommandContext} from './command.ts';

/** The rows of the tree of the open tab, and the one that the cursor is on. */
interface Spot {
	readonly rows: readonly FoldRow[];
	readonly index: number;
	readonly row: FoldRow;
}

const spotOf = ({state, tabMoves}: CommandContext): Spot | undefined => {
	const rows = foldRows(state);
	const index = tabMoves.item();
	const row = index === undefined ? undefined : rows[index];
	return index === undefined || row === undefined ? undefined : {rows, index, row};
};

const turn = ({state, dispatch}: CommandContext, {path}: FoldRow, isFolded: boolean): void => {
	const tree = openTree(state);
	if (tree !== undefined) dispatch({type: 'trees/turned', tree, path, isFolded});
};

const moveBy = ({state, dispatch, tabMoves}: CommandContext, rows: number): void =>
	dispatch({type: 'detail/moved', tab: state.frame.tab, place: tabMoves.by(rows)});

/** Folds or unfolds what the cursor is on; false where that is a single value. */
export const toggleFold = (context: CommandContext): boolean => {
	const spot = spotOf(context);
	if (spot === undefined || !spot.row.canFold) return false;
	turn(context, spot.row, spot.row.isOpen);
	return true;
};

/** Folds it, or goes to the heading that it is under. */
export const foldOrUp = (context: CommandContext): void => {
	const spot = spotOf(context);
	if (spot === undefined) return;
	if (spot.row.isOpen) {
		turn(context, spot.row, true);
		return;
	}
	const [parent] = headingsOf(spot.rows, spot.index);
	if (parent !== undefined) moveBy(context, spot.rows.indexOf(parent) - spot.index);
};

/** Unfolds it, or goes into it. */
export const unfoldOrInto = (context: CommandContext): void => {
	const spot = spotOf(context);
	if (spot === undefined || !spot.row.canFold) return;
	if (spot.row.isOpen) moveBy(context, 1);
	else turn(context, spot.row, false);
};

/** Those that a row is under, the nearest first. */
const headingsOf = (rows: readonly FoldRow[], index: number): readonly FoldRow[] => {
	const headings: FoldRow[] = [];
	let depth = rows[index]?.depth ?? 0;
	for (let at = index - 1; at >= 0 && depth > 0; at--) {
		const row = rows[at];
		if (row === undefined || row.depth >= depth) continue;
		headings.push(row);
		depth = row.depth;
	}
	return headings;
};

/** Unfolds all, or folds all where nothing is folded. The cursor stays on its row, or on what that is under. */
export const turnAllFolds = (context: CommandContext): void => {
	const {state, dispatch, tabMoves} = context;
	const tree = openTree(state);
	if (tree === undefined) return;
	const spot = spotOf(context);
	const isAllOpen = foldRows(state).every(({canFold, isOpen}) => !canFold || isOpen);
	const all = isAllOpen ? 'folded' : 'open';
	const action = {type: 'trees/all-turned', tree, all} as const;
	dispatch(action);
	if (spot === undefined) return;
	const rows = foldRows(reduceTrees(state, action));
	const wanted = [spot.row, ...headingsOf(spot.rows, spot.index)];
	const places = wanted.map(({path}) => rows.findIndex(row => row.path === path));
	const place = places.find(each => each >= 0) ?? 0;
	moveBy(context, place - (tabMoves.item() ?? 0));
};
