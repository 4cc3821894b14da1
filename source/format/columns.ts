import type {Align} from './width.ts';

export interface ColumnSpec<Id extends string = string> {
	readonly id: Id;
	/** Cells below which the column is of no use. */
	readonly min: number;
	readonly ideal: number;
	/** 0 is never dropped; of the others the highest goes first, of equal ones the rightmost. */
	readonly priority: number;
	readonly align: Align;
	/** Blank cells at its left, of its own width: for words behind figures, which would else look like one. */
	readonly lead?: number;
	/** Takes what is left over when every column has its ideal width. */
	readonly grow?: boolean;
}

export interface PlannedColumn<Id extends string = string> {
	readonly id: Id;
	/** Cells from the left edge. */
	readonly left: number;
	readonly width: number;
	readonly align: Align;
	/** Cells between it and the column before it. */
	readonly gap: number;
}

const gap = 1;

const total = (widths: readonly number[]): number =>
	widths.reduce((sum, width) => sum + width, 0) + Math.max(0, widths.length - 1) * gap;

/**
 * Which columns a table of `width` cells shows, and how wide. Columns are one space apart and never
 * exceed the width: at need the ones that may not be dropped are narrowed from the widest down.
 */
export const planColumns = <Id extends string>(
	columns: readonly ColumnSpec<Id>[],
	width: number,
): readonly PlannedColumn<Id>[] => {
	const kept = keepFitting(columns, width);
	const widths = kept.map(column => column.min);
	widen(kept, widths, width - total(widths));
	narrow(widths, width);
	return place(kept, widths);
};

const keepFitting = <Id extends string>(
	columns: readonly ColumnSpec<Id>[],
	width: number,
): readonly ColumnSpec<Id>[] => {
	const kept = [...columns];
	while (total(kept.map(column => column.min)) > width) {
		const highest = Math.max(...kept.map(column => column.priority));
		if (!(highest > 0)) break;
		kept.splice(
			kept.findLastIndex(column => column.priority === highest),
			1,
		);
	}
	return kept;
};

/** First every column up to its ideal, those that stay longest first; then the growing ones alike. */
const widen = (columns: readonly ColumnSpec[], widths: number[], spare: number): void => {
	let left = Math.max(0, spare);
	const order = columns.map((_, index) => index);
	order.sort((a, b) => (columns[a]?.priority ?? 0) - (columns[b]?.priority ?? 0));
	const give = (index: number, cells: number): void => {
		widths[index] = (widths[index] ?? 0) + cells;
		left -= cells;
	};
	for (const index of order) {
		const {ideal = 0, min = 0} = columns[index] ?? {};
		give(index, Math.min(left, Math.max(0, ideal - min)));
	}
	const growing = order.filter(index => columns[index]?.grow);
	growing.forEach((index, place) => {
		give(index, Math.ceil(left / (growing.length - place)));
	});
};

const narrow = (widths: number[], width: number): void => {
	while (widths.length > 0 && total(widths) > width) {
		const widest = Math.max(...widths);
		if (widest > 1) widths[widths.indexOf(widest)] = widest - 1;
		else widths.pop();
	}
};

const place = <Id extends string>(
	columns: readonly ColumnSpec<Id>[],
	widths: readonly number[],
): readonly PlannedColumn<Id>[] => {
	let left = 0;
	return columns.slice(0, widths.length).map(({id, align, lead = 0}, index) => {
		const whole = widths[index] ?? 0;
		const blank = index === 0 ? 0 : Math.min(lead, whole - 1);
		const before = index === 0 ? 0 : gap + blank;
		const planned = {id, left: left + blank, width: whole - blank, align, gap: before};
		left += whole + gap;
		return planned;
	});
};
