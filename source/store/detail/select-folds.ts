import type {State} from '../state.ts';
import {changedFiles} from './select-changes.ts';
import {comparison} from './select-comparison.ts';
import {inspectRows} from './select-config.ts';
import type {TreeId} from './trees-state.ts';

/** A line of the open tree, which may be folded. */
export interface FoldRow {
	readonly path: string;
	readonly depth: number;
	readonly canFold: boolean;
	readonly isOpen: boolean;
}

/** The tree that is open in the tab; undefined where that is none. */
export const openTree = ({frame, trees}: State): TreeId | undefined => {
	if (frame.tab === 'changes') return 'changes';
	if (frame.tab !== 'config') return undefined;
	return trees.against === undefined ? 'config' : 'comparison';
};

/** The items of the tab, in their order. */
export const foldRows = (state: State): readonly FoldRow[] => {
	switch (openTree(state)) {
		case 'config':
			return (inspectRows(state)?.rows ?? []).map(({path, depth, size, isOpen}) => ({
				...{path, depth, isOpen},
				canFold: size > 0,
			}));
		case 'comparison':
			return (comparison(state)?.rows ?? []).map(({node, depth, isOpen}) => ({
				...{path: node.path, depth, isOpen},
				canFold: node.kind === 'within',
			}));
		case 'changes':
			return (changedFiles(state)?.rows ?? []).map(({node, depth, isOpen}) => ({
				...{path: node.path, depth, isOpen},
				canFold: node.children.length > 0,
			}));
		default:
			return [];
	}
};
