import type {Json} from '../json.ts';
import {type Folds, isFolded} from './folds.ts';

/** One line of a document: a value, or the heading of an object or list with what is in it below. */
export interface JsonRow {
	/** As it is written in a template or for jq: `HostConfig.Memory`, `Mounts[0].Source`, `Labels["a.b"]`. */
	readonly path: string;
	readonly depth: number;
	/** The key, or the number of the item. */
	readonly key: string;
	readonly value: Json;
	/** How many values are directly in it; 0 for what is none, or empty. */
	readonly size: number;
	readonly isOpen: boolean;
}

/** The path of what is in `path` under a key. */
export const pathOf = (path: string, key: string, isItem: boolean): string => {
	if (isItem) return `${path}[${key}]`;
	if (!/^\w+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
	return path === '' ? key : `${path}.${key}`;
};

/** What is directly in a value. */
export const entriesOf = (value: Json): readonly (readonly [key: string, value: Json])[] =>
	typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** The lines in sight of what is in a document, in its order. */
export const jsonRows = (document: Json, folds: Folds): readonly JsonRow[] => {
	const rows: JsonRow[] = [];
	const add = (parent: Json, parentPath: string, depth: number): void => {
		for (const [key, value] of entriesOf(parent)) {
			const path = pathOf(parentPath, key, Array.isArray(parent));
			const size = entriesOf(value).length;
			const isOpen = size > 0 && !isFolded(folds, path);
			rows.push({path, depth, key, value, size, isOpen});
			if (isOpen) add(value, path, depth + 1);
		}
	};
	add(document, '', 0);
	return rows;
};

/**
 * The paths of all that has a hit somewhere in it: what has to be unfolded for them to be seen. A hit is
 * decided by a line as it would be shown.
 */
export const pathsToHits = (
	document: Json,
	isHit: (row: Pick<JsonRow, 'path' | 'key' | 'value'>) => boolean,
): ReadonlySet<string> => {
	const found = new Set<string>();
	const look = (parent: Json, parentPath: string): boolean => {
		let hasHit = false;
		for (const [key, value] of entriesOf(parent)) {
			const path = pathOf(parentPath, key, Array.isArray(parent));
			const isWithin = look(value, path);
			if (isWithin) found.add(path);
			if (isWithin || isHit({path, key, value})) hasHit = true;
		}
		return hasHit;
	};
	look(document, '');
	return found;
};
