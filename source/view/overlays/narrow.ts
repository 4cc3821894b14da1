import {selectAllHappenings, selectHappenings} from '../../store/select-happenings.ts';
import {plain, shorten, sides, styled} from '../widgets/spans.ts';
import {filterOverlay} from './filter.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec} from './overlay-spec.ts';

/** The sign before the text, the cursor behind it, and the space to the count. */
const frameCells = 5;

/** The line where the filter of the screen of events is typed; the screen follows every key. */
export const narrowOverlay: OverlaySpec<'narrow'> = {
	place: (view, {text, before}, screen) =>
		filterOverlay.place(view, {kind: 'filter', text, before}, screen),
	paint({state, symbols}, {text}, width) {
		const shown = selectHappenings(state).length;
		const count = styled('muted', `${shown} of ${selectAllHappenings(state).length} `);
		const right = shorten([count], Math.floor(width / 2), symbols.ellipsis);
		const typed = [
			styled('accent', ' / ', {bold: true}),
			plain(lastCells(text, width - count.text.length - frameCells)),
			styled('accent', '_'),
		];
		return [sides(typed, right, width, symbols.ellipsis)];
	},
};
