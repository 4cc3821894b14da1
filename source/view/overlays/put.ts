import {lineWidth} from '../../format/line.ts';
import {cleanText} from '../../format/sanitise.ts';
import {plain, shorten, sides, styled} from '../widgets/spans.ts';
import {filterOverlay} from './filter.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec} from './overlay-spec.ts';

/** Of the typed path, at least. */
const leastTyped = 24;

/** The line where is typed what of this machine is to be copied into the folder of a container. */
export const putOverlay: OverlaySpec<'put'> = {
	place: (view, _overlay, screen) =>
		filterOverlay.place(view, {kind: 'filter', text: '', before: ''}, screen),
	paint({symbols}, {text, name, folder}, width) {
		const label = ' copy in ';
		const right = shorten(
			[styled('muted', cleanText(`${symbols.arrow} ${name}:${folder} `))],
			Math.max(0, width - label.length - leastTyped),
			symbols.ellipsis,
		);
		const room = width - lineWidth(right) - label.length - 2;
		return [
			sides(
				[
					styled('accent', label, {bold: true}),
					plain(lastCells(text, room)),
					styled('accent', '_'),
				],
				right,
				width,
				symbols.ellipsis,
			),
		];
	},
};
