import type {FileChanges} from '../../model/file-change.ts';
import {
	type ChangeNode,
	type ChangeRow,
	changeRows,
	changeTree,
	foldersToHits,
} from '../../model/tree/change-tree.ts';
import type {Folds} from '../../model/tree/folds.ts';
import type {State} from '../state.ts';
import {loadedValue} from './loaded-value.ts';
import {opened} from './opened.ts';

interface ChangedFiles {
	readonly nodes: readonly ChangeNode[];
	/** Those in sight: what is looked for is unfolded. */
	readonly rows: readonly ChangeRow[];
}

/** The tree of changed files as it is folded now; undefined until it is known. */
export const changedFiles = (state: State): ChangedFiles | undefined => {
	const changes = loadedValue(state.detail.data.changes);
	if (changes === undefined) return undefined;
	const nodes = nodesOf(changes);
	const folds = opened(state, 'changes', expression =>
		foldersToHits(nodes, name => name.search(expression) >= 0),
	);
	if (latest?.nodes !== nodes || latest.folds !== folds)
		latest = {nodes, folds, rows: changeRows(nodes, folds)};
	return latest;
};

let latest: (ChangedFiles & {readonly folds: Folds}) | undefined;

const nodesOf = (changes: FileChanges): readonly ChangeNode[] => {
	const nodes = trees.get(changes) ?? changeTree(changes.changes);
	trees.set(changes, nodes);
	return nodes;
};

const trees = new WeakMap<FileChanges, readonly ChangeNode[]>();
