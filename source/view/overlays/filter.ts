import {lineWidth} from '../../format/line.ts';
import {selectShownCount} from '../../store/select-rows.ts';
import {plain, shorten, sides, styled} from '../widgets/spans.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec} from './overlay-spec.ts';

/** The line where the filter is typed; the list follows every key. */
export const filterOverlay: OverlaySpec<'filter'> = {
	place: (_view, _overlay, {layout, columns, rows}) =>
		layout.status ??
		layout.selection ?? {left: 0, top: Math.max(0, rows - 1), width: columns, height: 1},
	paint(view, {text}, width) {
		const {state, symbols} = view;
		const {problem} = state.list.filter;
		const count = `${selectShownCount(state)} of ${state.containers.byKey.size} `;
		// Nobody knows a grammar by heart, and where nothing is typed there is room for it.
		const told = text === '' && width >= roomy ? grammar : count;
		const help = problem === undefined ? styled('muted', told) : styled('err', `${problem} `);
		const right = shorten([help], Math.floor(width * 0.8), symbols.ellipsis);
		const room = width - lineWidth(right) - frameCells;
		const typed = [
			styled('accent', ' / ', {bold: true}),
			plain(lastCells(text, room)),
			styled('accent', '_'),
		];
		return [sides(typed, right, width, symbols.ellipsis)];
	},
};

const roomy = 76;
const grammar = 'text  !not  ~fuzzy  /regex/  status:exited  label:a=b  cpu>50 ';

/** The sign before the text, the cursor behind it, and the space to the count. */
const frameCells = 5;
