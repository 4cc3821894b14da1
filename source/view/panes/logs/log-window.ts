import type {LogBody} from './log-body.ts';

/** An entry of the sheet and the row of the body on which it begins; negative above the first. */
export interface Anchor {
	readonly index: number;
	readonly row: number;
}

/** Where the reader stands: on the entry of the cursor, or on the last one while following. */
export const anchorOf = (body: LogBody): Anchor => {
	const {view, logs, height} = body;
	const {held} = view.state.logs;
	const last = Math.max(0, logs.count - 1);
	if (held === undefined) return endOf(body);
	const index = Math.min(last, logs.indexOf(held.seq));
	// An entry that is no longer kept has lost its row with all above: the note of that needs one.
	const least = logs.at(index)?.seq === held.seq ? 1 - body.heightAt(index) : 1;
	const row = Math.max(least, Math.min(height - 1, held.row));
	return closed(body, {index, row});
};

/** The last entry, its end at the end of the body, or higher where the whole log has room. */
const endOf = (body: LogBody): Anchor => {
	const index = Math.max(0, body.logs.count - 1);
	const above = rowsAbove(body, index, body.height);
	return {index, row: Math.min(above, body.height - body.heightAt(index))};
};

/**
 * Without a hole above the first entry, except where it was left by lines that are no longer kept: a
 * view that is held does not move when they go.
 */
const closed = (body: LogBody, {index, row}: Anchor): Anchor => {
	if (row <= 1 || body.logs.book.dropped > 0) return {index, row};
	return {index, row: Math.min(row, 1 + rowsAbove(body, index, row))};
};

/** Rows of the entries before this one, as far as `enough`. */
export const rowsAbove = (body: LogBody, index: number, enough: number): number => {
	let rows = 0;
	for (let each = index - 1; each >= 0 && rows < enough; each--) rows += body.heightAt(each);
	return rows;
};

/** Rows of this entry and of those behind it, as far as `enough`. */
export const rowsFrom = (body: LogBody, index: number, enough: number): number => {
	let rows = 0;
	for (let each = index; each < body.logs.count && rows < enough; each++)
		rows += body.heightAt(each);
	return rows;
};

/** The first entry of which something shows; begins below the first row where there is none before it. */
export const topOf = (body: LogBody, {index, row}: Anchor): Anchor => {
	let top = {index, row};
	while (top.row > 0 && top.index > 0) {
		top = {index: top.index - 1, row: top.row - body.heightAt(top.index - 1)};
	}
	return top;
};
