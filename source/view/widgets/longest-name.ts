import {lineWidth} from '../../format/line.ts';
import {plain} from './spans.ts';

/** More than anybody scrolls through: the column of names need not fit all of tens of thousands. */
const mostLooked = 500;

const known = new WeakMap<readonly unknown[], number>();

/** Cells of the longest of the names of a list, so that their column is no wider; looked for once in each list. */
export const longestName = <Thing>(
	things: readonly Thing[],
	nameOf: (thing: Thing) => string,
): number => {
	const before = known.get(things);
	if (before !== undefined) return before;
	const cells = things.slice(0, mostLooked).map(thing => lineWidth([plain(nameOf(thing))]));
	const longest = Math.max(0, ...cells);
	known.set(things, longest);
	return longest;
};
