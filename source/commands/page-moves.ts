import {cursorIndex, placeAt} from '../store/page-cursor.ts';
import type {State} from '../store/state.ts';
import type {PageId} from '../store/views.ts';
import type {Command} from './command.ts';
import {movements} from './movements.ts';

/** The keys that move the cursor in the list of a screen; the same as in the list of containers. */
export const pageMoves = (
	page: PageId,
	things: (state: State) => readonly {readonly id: string}[],
): readonly Command[] =>
	movements.map(({verb, title, keys, amount}) => ({
		id: `${page}.${verb}`,
		title,
		group: 'move',
		scope: page,
		isUnlisted: true,
		keys,
		// Without a cursor nothing else can be done with what is listed.
		...(verb === 'down' && {hint: 'choose', footer: 5}),
		run(context) {
			const {state, dispatch, pageRows} = context;
			const all = things(state);
			const before = state.places[page];
			const rows = amount(context);
			// The first step only shows where the cursor is.
			const first = Math.abs(rows) === 1 ? 0 : rows;
			const index = before === undefined ? first : cursorIndex(all, before) + rows;
			const place = placeAt(all, before, index, pageRows);
			if (place !== undefined) dispatch({type: 'page/moved', page, place});
		},
	}));
