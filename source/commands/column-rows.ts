import {type ColumnChoice, type ColumnRow, widestColumn} from '../model/column-choice.ts';

/** What has to be known of a column to choose it. */
export interface ColumnFacts {
	readonly id: string;
	readonly header: string;
	/** What is in it, in words. */
	readonly title: string;
	/** Cells below which it is of no use, and those it likes to have. */
	readonly min: number;
	readonly ideal: number;
	readonly grow?: boolean;
	/** Shown unless the user has chosen others. */
	readonly isDefault?: boolean;
	/** Cannot be hidden. */
	readonly isFixed?: boolean;
}

/** Those that are shown, in order, then the others. */
export const columnRows = (
	columns: readonly ColumnFacts[],
	chosen: readonly ColumnChoice[] | undefined,
): readonly ColumnRow[] => {
	if (chosen === undefined) {
		return columns.map(({id, isDefault}) => ({id, isShown: isDefault === true}));
	}
	const known = new Set(columns.map(({id}) => id));
	const shown = chosen.filter(({id}) => known.has(id));
	const rest = columns.filter(({id}) => !shown.some(each => each.id === id));
	return [
		...shown.map(choice => ({...choice, isShown: true})),
		...rest.map(({id}) => ({id, isShown: false})),
	];
};

export const choicesOf = (rows: readonly ColumnRow[]): readonly ColumnChoice[] =>
	rows.filter(({isShown}) => isShown).map(({isShown: _, ...choice}) => choice);

/** The one at `index` and its neighbour change places. */
export const swapped = (
	rows: readonly ColumnRow[],
	index: number,
	step: 1 | -1,
): readonly ColumnRow[] => {
	const [row, other] = [rows[index], rows[index + step]];
	if (row === undefined || other === undefined) return rows;
	return rows.with(index, other).with(index + step, row);
};

/** True where a width means something: numbers have the one they need. */
export const isElastic = ({min, ideal, grow}: ColumnFacts): boolean => ideal > min || grow === true;

/** With so many cells more or fewer, beginning at those it likes to have. */
export const widened = (row: ColumnRow, facts: ColumnFacts, step: 1 | -1): ColumnRow =>
	isElastic(facts)
		? {
				...row,
				width: Math.max(facts.min, Math.min(widestColumn, (row.width ?? facts.ideal) + step)),
			}
		: row;
