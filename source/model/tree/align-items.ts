import {isJsonObject, type Json, jsonAt} from '../json.ts';

/** An item of two lists: in both, or in one of them. */
export interface AlignedItem {
	/** What names it: a variable, a mount point; else its number. */
	readonly key: string;
	readonly left: Json | undefined;
	readonly right: Json | undefined;
}

/** Items of two lists that are the same thing, side by side. */
export const alignItems = (
	left: readonly Json[],
	right: readonly Json[],
	areVariables: boolean,
): readonly AlignedItem[] => {
	const nameOf = nameFor(left, right, areVariables);
	if (nameOf !== undefined) return byName(left, right, nameOf);
	return left.length * right.length <= mostCompared && [...left, ...right].every(isWord)
		? byOrder(left, right)
		: byNumber(left, right);
};

/** Comparing each with each. */
const mostCompared = 250_000;

const isWord = (item: Json): boolean => typeof item !== 'object' || item === null;

type NameOf = (item: Json) => string | undefined;

/** What says which mount, port or device an object is about. */
const namingKeys = [
	'Destination',
	'Target',
	'ContainerPath',
	'PathInContainer',
	'Name',
	'Id',
	'ID',
];

/** Something by which all items of both lists can be told apart; undefined where there is nothing. */
const nameFor = (
	left: readonly Json[],
	right: readonly Json[],
	areVariables: boolean,
): NameOf | undefined => {
	const candidates: readonly NameOf[] = areVariables
		? [variableName]
		: namingKeys.map(
				(key): NameOf =>
					item =>
						wordAt(item, key),
			);
	return candidates.find(nameOf => [left, right].every(list => isNaming(list, nameOf)));
};

const isNaming = (list: readonly Json[], nameOf: NameOf): boolean => {
	const names = list.map(nameOf);
	return !names.includes(undefined) && new Set(names).size === names.length;
};

const variableName: NameOf = item =>
	typeof item === 'string' ? item.replace(/=.*/s, '') : undefined;

const wordAt = (item: Json, key: string): string | undefined => {
	const word = isJsonObject(item) ? jsonAt(item, key) : undefined;
	return typeof word === 'string' && word !== '' ? word : undefined;
};

const byName = (
	left: readonly Json[],
	right: readonly Json[],
	nameOf: NameOf,
): readonly AlignedItem[] => {
	const named = (list: readonly Json[]) => new Map(list.map(item => [nameOf(item) ?? '', item]));
	const [before, after] = [named(left), named(right)];
	return [...new Set([...after.keys(), ...before.keys()])].map(key => ({
		key,
		left: before.get(key),
		right: after.get(key),
	}));
};

const byNumber = (left: readonly Json[], right: readonly Json[]): readonly AlignedItem[] =>
	Array.from({length: Math.max(left.length, right.length)}, (_, index) => ({
		key: String(index),
		left: left[index],
		right: right[index],
	}));

/** As `diff` does it: the longest common subsequence stays, what stands between is removed and added. */
const byOrder = (left: readonly Json[], right: readonly Json[]): readonly AlignedItem[] => {
	const common = commonLengths(left, right);
	const items: AlignedItem[] = [];
	let [from, to] = [0, 0];
	while (from < left.length || to < right.length) {
		const [before, after] = [left[from], right[to]];
		if (from < left.length && to < right.length && before === after) {
			items.push({key: String(to), left: before, right: after});
			from++;
			to++;
		} else if (isLeftFirst(common, from, to, left.length, right.length)) {
			items.push({key: String(from), left: before, right: undefined});
			from++;
		} else {
			items.push({key: String(to), left: undefined, right: after});
			to++;
		}
	}
	return items;
};

const isLeftFirst = (
	common: readonly (readonly number[])[],
	from: number,
	to: number,
	leftLength: number,
	rightLength: number,
): boolean =>
	to >= rightLength ||
	(from < leftLength && (common[from + 1]?.[to] ?? 0) >= (common[from]?.[to + 1] ?? 0));

/** At `[i][j]`: how many items the ends of the lists from there on have in common. */
const commonLengths = (
	left: readonly Json[],
	right: readonly Json[],
): readonly (readonly number[])[] => {
	const rows: number[][] = Array.from({length: left.length + 1}, () =>
		new Array<number>(right.length + 1).fill(0),
	);
	for (let i = left.length - 1; i >= 0; i--) {
		const [row = [], below = []] = [rows[i], rows[i + 1]];
		for (let j = right.length - 1; j >= 0; j--)
			row[j] =
				left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
	}
	return rows;
};
