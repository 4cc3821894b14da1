import type {Line} from '../../format/span.ts';
import type {Rect} from '../canvas/segments.ts';
import type {Hit, Spot} from '../hit.ts';
import {hitOverlay, paintOverlay} from '../overlays/index.ts';
import {paneHits} from '../panes/hits.ts';
import type {View} from '../view.ts';
import {clickAt} from '../widgets/spans.ts';
import type {Area} from './layout.ts';
import {pageOf, paintArea} from './paint-area.ts';
import {paintLost} from './paint-lost.ts';
import type {Shown} from './shown.ts';

/** What lies on top in a cell of the screen. */
export interface Under {
	readonly area: Area | 'lost' | 'overlay';
	readonly rect: Rect;
	/** The cell, from the upper left corner of that. */
	readonly spot: Spot;
}

export const underPointer = (
	{overlay, lost, areas}: Shown,
	column: number,
	row: number,
): Under | undefined => {
	const stack: readonly (readonly [Under['area'], Rect])[] = [
		...(overlay ? [['overlay', overlay.rect] as const] : []),
		...(lost ? [['lost', lost.rect] as const] : []),
		...areas,
	];
	const found = stack.find(
		([, {left, top, width, height}]) =>
			column >= left && column < left + width && row >= top && row < top + height,
	);
	if (found === undefined) return undefined;
	const [area, rect] = found;
	return {area, rect, spot: {x: column - rect.left, y: row - rect.top}};
};

/** What a click there means: as the pane says, or the part of the line that is there. */
export const hitUnder = (shown: Shown, {area, rect, spot}: Under): Hit | undefined => {
	const view = shown.view();
	const {width, height} = rect;
	return (
		hitOf(view, shown, area)?.(spot, width, height) ??
		commandIn(view, linesOf(view, shown, area, rect), spot)
	);
};

const hitOf = (
	view: View,
	{overlay}: Shown,
	area: Under['area'],
): ((spot: Spot, width: number, height: number) => Hit | undefined) | undefined => {
	if (area === 'lost') return undefined;
	if (area === 'overlay') {
		return (spot, width, height) =>
			overlay && hitOverlay(view, overlay.overlay, spot, width, height);
	}
	const test = area === 'page' ? pageOf(view.state)?.hit : paneHits[area];
	return test && ((spot, width, height) => test(view, spot, width, height));
};

const linesOf = (
	view: View,
	{overlay, lost}: Shown,
	area: Under['area'],
	{width, height}: Rect,
): readonly Line[] => {
	if (area === 'lost') return lost ? paintLost(lost.kind)(view, width, height) : [];
	if (area === 'overlay') return overlay ? paintOverlay(view, overlay.overlay, width, height) : [];
	return paintArea(view, area, width, height);
};

const commandIn = ({keymap}: View, lines: readonly Line[], {x, y}: Spot): Hit | undefined => {
	const id = clickAt(lines[y], x);
	return id !== undefined && keymap.byId.has(id) ? {kind: 'command', id} : undefined;
};
