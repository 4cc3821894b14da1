import type {Place} from './state.ts';

interface Listed {
	readonly id: string;
	/** Of what has become a part of it. */
	readonly otherIds?: readonly string[];
}

export const isCalled = ({id, otherIds}: Listed, wanted: string): boolean =>
	id === wanted || (otherIds?.includes(wanted) ?? false);

/** Where the cursor is now: on its thing, else on what took the place of that. -1 in an empty list. */
export const cursorIndex = (things: readonly Listed[], {id, index}: Place): number => {
	// It seldom moves, and there may be many.
	if (things[index]?.id === id) return index;
	const found = things.findIndex(thing => isCalled(thing, id));
	return found < 0 ? Math.min(index, things.length - 1) : found;
};

/** The first row of a window of so many rows, in which the cursor keeps its row as far as that goes. */
export const windowTop = (
	things: readonly Listed[],
	place: Place | undefined,
	height: number,
): number => {
	if (place === undefined) return 0;
	const top = cursorIndex(things, place) - Math.min(place.row, Math.max(0, height - 1));
	return Math.max(0, Math.min(top, things.length - height));
};

/** The cursor on another thing, scrolled as little as needed; undefined in an empty list. */
export const placeAt = (
	things: readonly Listed[],
	before: Place | undefined,
	wanted: number,
	height: number,
): Place | undefined => {
	const index = Math.max(0, Math.min(things.length - 1, wanted));
	const id = things[index]?.id;
	if (id === undefined) return undefined;
	const top = windowTop(things, before, height);
	return {id, index, row: Math.max(0, Math.min(height - 1, index - top))};
};
