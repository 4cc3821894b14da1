import type {ContainerKey} from '../../model/ids.ts';
import {allFolded, allOpen, type Folds} from '../../model/tree/folds.ts';

/** What folds in the tabs: the inspect, what differs in it, changed files. */
export type TreeId = 'config' | 'comparison' | 'changes';

/** What the inspect of the selection is compared with. */
export type Against =
	| {readonly kind: 'image'}
	| {readonly kind: 'container'; readonly key: ContainerKey};

/** How the trees of the tabs are looked at; it outlives the selection, for the next one is much alike. */
export interface TreesState {
	readonly folds: Readonly<Record<TreeId, Folds>>;
	/** Folded again although something that is looked for is in them. */
	readonly shut: ReadonlySet<string>;
	readonly against?: Against;
	/** In a comparison also what differs between any two containers. */
	readonly showsOwn: boolean;
	/** Processes by CPU alone, without their tree. */
	readonly isFlat: boolean;
}

export type TreesAction =
	| {
			readonly type: 'trees/turned';
			readonly tree: TreeId;
			readonly path: string;
			readonly isFolded: boolean;
	  }
	| {readonly type: 'trees/all-turned'; readonly tree: TreeId; readonly all: 'open' | 'folded'}
	/** Without `against` no more. */
	| {readonly type: 'trees/compared'; readonly against?: Against}
	/** What differs between any two containers is shown too, or no more. */
	| {readonly type: 'trees/own-shown'}
	/** Processes as a tree, or by CPU alone. */
	| {readonly type: 'trees/flattened'};

export const freshTrees: TreesState = {
	folds: {config: allFolded, comparison: allOpen, changes: allFolded},
	shut: new Set(),
	showsOwn: false,
	isFlat: false,
};
