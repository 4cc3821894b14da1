import type {Line} from '../../format/span.ts';
import {figureOf} from '../../model/figures.ts';
import {sortFields} from '../../model/sort.ts';
import {frame} from '../widgets/frame.ts';
import {keyOf} from '../widgets/key-name.ts';
import {bold, plain, styled} from '../widgets/spans.ts';
import {pickerRows} from './log-pickers.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, rowHit} from './overlay-spec.ts';

const width = 30;

/** What the list can be sorted by; what it is sorted by now has its arrow. */
export const sortOverlay: OverlaySpec<'sort'> = {
	place: (_view, _overlay, screen) => centred(screen, width, sortFields.length + 2),
	hit: (_view, overlay, spot, {height}) =>
		rowHit(overlay, sortFields.length, {spot, height, command: 'sort.choose'}),
	paint(view, {index}, frameWidth, height) {
		const {state, symbols} = view;
		const {sort} = state.list;
		const rows = sortFields.map((field, place): Line => {
			const {title} = figureOf(field);
			const name = place === index ? styled('accent', title, {bold: true}) : plain(title);
			const arrow = sort.descending ? symbols.sortDown : symbols.sortUp;
			return field === sort.field ? [name, styled('muted', ` ${arrow}`)] : [name];
		});
		return frame({
			...{width: frameWidth, height, focused: true, symbols},
			title: [bold('sort by')],
			right: [styled('muted', keyOf(view, 'sort.choose') ?? '')],
			body: pickerRows(rows, index, height - 2, symbols),
		});
	},
};
