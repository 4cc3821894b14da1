import type {FileChange} from '../file-change.ts';
import {known} from '../known.ts';
import {type Folds, isFolded} from './folds.ts';

/** How many files something happened to. */
export type ChangeCounts = {readonly [Kind in FileChange['kind']]: number};

/** A folder, or a file or folder to which something happened. */
export interface ChangeNode {
	/** The part of its path below the parent; several names where a folder has nothing else in it. */
	readonly name: string;
	readonly path: string;
	/** Undefined for a folder that is only on the way. */
	readonly kind?: FileChange['kind'];
	/** Folders first, then by name. */
	readonly children: readonly ChangeNode[];
	/** Below it, folders that merely hold something not counted. */
	readonly counts: ChangeCounts;
}

export interface ChangeRow {
	readonly node: ChangeNode;
	readonly depth: number;
	readonly isOpen: boolean;
}

interface Draft {
	name: string;
	path: string;
	kind?: FileChange['kind'];
	readonly children: Map<string, Draft>;
}

/** A tree of folders from a list of paths in any order. */
export const changeTree = (changes: readonly FileChange[]): readonly ChangeNode[] => {
	const root: Draft = {name: '', path: '', children: new Map()};
	for (const {kind, path} of changes) {
		let node = root;
		for (const name of path.split('/')) {
			if (name === '') continue;
			let child = node.children.get(name);
			if (child === undefined) {
				child = {name, path: `${node.path}/${name}`, children: new Map()};
				node.children.set(name, child);
			}
			node = child;
		}
		if (node !== root) node.kind = kind;
	}
	return finish(root).children;
};

/** Nothing deeper is a real path; a hostile one must not use up the stack. */
const deepest = 400;

const finish = (draft: Draft, depth = 0): ChangeNode => {
	const inner = depth > deepest ? [] : [...draft.children.values()];
	const children = inner.map(child => joined(finish(child, depth + 1))).sort(byName);
	const {name, path, kind} = draft;
	return {name, path, ...known('kind', kind), children, counts: totalCounts(children)};
};

/** A folder that is only on the way to another one, together with that. */
const joined = (node: ChangeNode): ChangeNode => {
	const [only, ...others] = node.children;
	const isPassage = node.kind === undefined || node.kind === 'modified';
	if (!isPassage || only === undefined || others.length > 0 || only.children.length === 0)
		return node;
	return {...only, name: `${node.name}/${only.name}`};
};

const byName = (left: ChangeNode, right: ChangeNode): number => {
	const isFolder = Number(right.children.length > 0) - Number(left.children.length > 0);
	if (isFolder !== 0) return isFolder;
	return left.name < right.name ? -1 : 1;
};

/** Of all of these and what is in them. */
export const totalCounts = (nodes: readonly ChangeNode[]): ChangeCounts => {
	const total = {modified: 0, added: 0, deleted: 0};
	for (const {kind, counts, children} of nodes) {
		total.modified += counts.modified;
		total.added += counts.added;
		total.deleted += counts.deleted;
		// A folder is modified by what happened in it, and that is counted.
		if (kind !== undefined && (kind !== 'modified' || children.length === 0)) total[kind]++;
	}
	return total;
};

/** The lines in sight. */
export const changeRows = (
	nodes: readonly ChangeNode[],
	folds: Folds,
	depth = 0,
): readonly ChangeRow[] => {
	const rows: ChangeRow[] = [];
	for (const node of nodes) {
		const isOpen = node.children.length > 0 && !isFolded(folds, node.path);
		rows.push({node, depth, isOpen});
		if (isOpen) for (const row of changeRows(node.children, folds, depth + 1)) rows.push(row);
	}
	return rows;
};

/** The paths of folders that have a hit somewhere in them, by the names that are shown. */
export const foldersToHits = (
	nodes: readonly ChangeNode[],
	isHit: (name: string) => boolean,
): ReadonlySet<string> => {
	const found = new Set<string>();
	const look = (node: ChangeNode): boolean => {
		let isWithin = false;
		for (const child of node.children) if (look(child)) isWithin = true;
		if (isWithin) found.add(node.path);
		return isWithin || isHit(node.name);
	};
	for (const node of nodes) look(node);
	return found;
};
