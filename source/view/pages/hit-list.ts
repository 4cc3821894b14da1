import {windowTop} from '../../store/page-cursor.ts';
import type {Place} from '../../store/state.ts';
import type {PageId} from '../../store/views.ts';
import type {HitTest} from '../hit.ts';

interface ListHit {
	readonly page: PageId;
	readonly things: readonly {readonly id: string}[];
	readonly place: Place | undefined;
	/** Rows of the list, and those above it. */
	readonly rows: number;
	readonly headRows: number;
}

/** A click on a row of a list puts the cursor there, and leaves the row where it is. */
export const hitList = (
	{page, things, place, rows, headRows}: ListHit,
	y: number,
): ReturnType<HitTest> => {
	const row = y - headRows;
	if (row < 0 || row >= rows) return undefined;
	const index = windowTop(things, place, rows) + row;
	const id = things[index]?.id;
	if (id === undefined) return undefined;
	return {kind: 'dispatch', actions: [{type: 'page/moved', page, place: {id, index, row}}]};
};
