import type {Line} from '../../format/span.ts';
import {sortFields} from '../../model/sort.ts';
import {frame} from '../widgets/frame.ts';
import {keyOf} from '../widgets/key-name.ts';
import {bold, plain, styled} from '../widgets/spans.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, rowHit} from './overlay-spec.ts';

const width = 30;

/** What the list can be sorted by. */
export const sortOverlay: OverlaySpec<'sort'> = {
	place: (_view, _overlay, screen) => centred(screen, width, sortFields.length + 2),
	hit: (_view, overlay, spot, {height}) =>
		rowHit(overlay, sortFields.length, {spot, height, command: 'sort.choose'}),
	paint(view, {index}, frameWidth, height) {
		const {symbols} = view;
		return frame({
			width: frameWidth,
			height,
			title: [bold('sort by')],
			right: [styled('muted', keyOf(view, 'sort.choose') ?? '')],
			body: sortFields.map(
				(field, place): Line =>
					place === index
						? [styled('accent', `${symbols.selected} ${field}`, {bold: true})]
						: [plain(`  ${field}`)],
			),
			focused: true,
			symbols,
		});
	},
};
