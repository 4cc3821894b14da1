import {isJsonObject, type Json} from '../json.ts';
import {alignItems} from './align-items.ts';
import {type Folds, isFolded} from './folds.ts';
import {entriesOf, pathOf} from './json-tree.ts';

/** One key of two documents: what the left one says and what the right one does. */
export interface DiffNode {
	readonly path: string;
	readonly key: string;
	/** `within`: both have it, and something in it differs. */
	readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'within';
	readonly left?: Json;
	readonly right?: Json;
	/** Of `within`. */
	readonly children: readonly DiffNode[];
}

/**
 * What has to be done to the left document to make it the right one. Keys in the order of the right
 * one, those that only the left one has behind.
 */
export const jsonDiff = (left: Json, right: Json): readonly DiffNode[] => pairs(left, right, '');

const pairs = (left: Json, right: Json, parentPath: string): readonly DiffNode[] => {
	const isList = Array.isArray(left) && Array.isArray(right);
	const aligned = isList ? alignItems(left, right, isVariables(parentPath)) : byKey(left, right);
	return aligned.map(({key, left: before, right: after}) =>
		nodeOf(pathOf(parentPath, key, isList), key, before, after),
	);
};

/** `NAME=value`, where the order says nothing. */
const isVariables = (path: string): boolean => /(^|\.)Env$/.test(path);

const byKey = (left: Json, right: Json) => {
	const [before, after] = [new Map(entriesOf(left)), new Map(entriesOf(right))];
	return [...new Set([...after.keys(), ...before.keys()])].map(key => ({
		key,
		left: before.get(key),
		right: after.get(key),
	}));
};

const nodeOf = (
	path: string,
	key: string,
	left: Json | undefined,
	right: Json | undefined,
): DiffNode => {
	if (left === undefined) return {path, key, kind: 'added', right: right ?? null, children: []};
	if (right === undefined) return {path, key, kind: 'removed', left, children: []};
	const node = {path, key, left, right};
	if (isSame(left, right)) return {...node, kind: 'same', children: []};
	const isAlike =
		(isJsonObject(left) && isJsonObject(right)) || (Array.isArray(left) && Array.isArray(right));
	return isAlike
		? {...node, kind: 'within', children: pairs(left, right, path)}
		: {...node, kind: 'changed', children: []};
};

/** Keys in any order. What is not set may be `null`, empty or not there: engines differ, containers do not. */
const isSame = (left: Json, right: Json): boolean => {
	if (left === right || (isNothing(left) && isNothing(right))) return true;
	if (typeof left !== 'object' || typeof right !== 'object') return false;
	if (Array.isArray(left) !== Array.isArray(right)) return false;
	const [before, after] = [new Map(entriesOf(left)), new Map(entriesOf(right))];
	if (before.size !== after.size) return false;
	for (const [key, value] of before) {
		const other = after.get(key);
		if (other === undefined || !isSame(value, other)) return false;
	}
	return true;
};

const isNothing = (value: Json): boolean =>
	value === null || value === '' || (typeof value === 'object' && entriesOf(value).length === 0);

/** A line of the comparison. */
export interface DiffRow {
	readonly node: DiffNode;
	readonly depth: number;
	readonly isOpen: boolean;
}

/** The lines of what differs; `hidden` are not shown. What is within something is unfolded unless told otherwise. */
export const diffRows = (
	nodes: readonly DiffNode[],
	folds: Folds,
	isHidden: (path: string) => boolean,
	depth = 0,
): readonly DiffRow[] => {
	const rows: DiffRow[] = [];
	for (const node of nodes) {
		if (node.kind === 'same' || isHidden(node.path)) continue;
		const isOpen = node.kind === 'within' && !isFolded(folds, node.path);
		const inner = node.kind === 'within' ? diffRows(node.children, folds, isHidden, depth + 1) : [];
		// All that differs in it is hidden.
		if (node.kind === 'within' && inner.length === 0) continue;
		rows.push({node, depth, isOpen});
		if (isOpen) rows.push(...inner);
	}
	return rows;
};

/** How many values differ, those that are hidden apart. */
export const countDiff = (
	nodes: readonly DiffNode[],
	isHidden: (path: string) => boolean,
): {readonly shown: number; readonly hidden: number} => {
	let [shown, hidden] = [0, 0];
	const count = (node: DiffNode, isBelowHidden: boolean): void => {
		if (node.kind === 'same') return;
		const isOut = isBelowHidden || isHidden(node.path);
		if (node.kind === 'within') for (const child of node.children) count(child, isOut);
		else if (isOut) hidden++;
		else shown++;
	};
	for (const node of nodes) count(node, false);
	return {shown, hidden};
};

/** The paths of all that has a hit in what differs in it, by texts as they are shown. */
export const pathsToDiffHits = (
	nodes: readonly DiffNode[],
	isHit: (text: string) => boolean,
	show: (path: string, key: string, value: Json) => string,
): ReadonlySet<string> => {
	const found = new Set<string>();
	const look = ({kind, path, key, left, right, children}: DiffNode): boolean => {
		if (kind === 'same') return false;
		let isWithin = false;
		for (const child of children) if (look(child)) isWithin = true;
		if (isWithin) found.add(path);
		const values = kind === 'within' ? [null] : [left ?? null, right ?? null];
		return isWithin || values.some(value => isHit(`${key}: ${show(path, key, value)}`));
	};
	for (const node of nodes) look(node);
	return found;
};
