import {selectShown} from '../../store/select-rows.ts';
import {plain, sides, styled} from '../widgets/spans.ts';
import type {OverlaySpec} from './overlay-spec.ts';

/** The line where the filter is typed; the list follows every key. */
export const filterOverlay: OverlaySpec<'filter'> = {
	place: (_view, _overlay, {layout, columns, rows}) =>
		layout.status ??
		layout.selection ?? {left: 0, top: Math.max(0, rows - 1), width: columns, height: 1},
	paint(view, {text}, width) {
		const {state, symbols} = view;
		const {problem} = state.list.filter;
		const count = `${selectShown(state).length} of ${state.containers.byKey.size} `;
		const help = problem === undefined ? styled('muted', count) : styled('err', `${problem} `);
		const typed = [styled('accent', ' / ', {bold: true}), plain(text), styled('accent', '_')];
		return [sides(typed, [help], width, symbols.ellipsis)];
	},
};
