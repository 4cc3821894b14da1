import type {Folds} from '../../model/tree/folds.ts';
import type {State} from '../state.ts';
import type {TreeId} from './trees-state.ts';

/**
 * How a tree is folded, with the way to what is looked for unfolded. `hits` finds the paths of what has it
 * somewhere inside; it is asked only when something else is looked for, or elsewhere.
 */
export const opened = (
	{trees, detail}: State,
	tree: TreeId,
	hits: (expression: RegExp) => ReadonlySet<string>,
): Folds => {
	const folds = trees.folds[tree];
	const expression = detail.find?.expression;
	if (expression === undefined) return folds;
	const slot = detail.data;
	const known = latest[tree];
	const isSameSearch = known?.expression === expression && known.slot === slot;
	const found = isSameSearch ? known.found : hits(expression);
	if (isSameSearch && known.folds === folds && known.shut === trees.shut) return known.result;
	const {shut} = trees;
	const result = {...folds, opened: new Set([...found].filter(path => !shut.has(path)))};
	latest[tree] = {expression, slot, found, folds, shut, result};
	return result;
};

interface Known {
	readonly expression: RegExp;
	readonly slot: State['detail']['data'];
	readonly found: ReadonlySet<string>;
	readonly folds: Folds;
	readonly shut: ReadonlySet<string>;
	readonly result: Folds;
}

const latest: {[Tree in TreeId]?: Known} = {};
