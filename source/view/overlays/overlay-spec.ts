import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {Overlay} from '../../store/overlay.ts';
import type {Rect} from '../canvas/segments.ts';
import type {Layout} from '../frame/layout.ts';
import type {Hit, Spot} from '../hit.ts';
import type {View} from '../view.ts';
import {styled} from '../widgets/spans.ts';
import {windowStart} from '../widgets/window.ts';

/** How one kind of overlay is placed and drawn. */
export interface OverlaySpec<Kind extends Overlay['kind'] = Overlay['kind']> {
	place(view: View, overlay: Extract<Overlay, {kind: Kind}>, screen: ScreenSize): Rect;
	/** Lines there are to show at this width, where they may be more than fit. */
	length?(view: View, width: number, overlay: Extract<Overlay, {kind: Kind}>): number;
	/** True where it asks about something that a rectangle does not name in full. */
	cutsTarget?(
		overlay: Extract<Overlay, {kind: Kind}>,
		size: Pick<Rect, 'width' | 'height'>,
	): boolean;
	/** What a click in it means, beside what parts of its lines say themselves. */
	hit?(
		view: View,
		overlay: Extract<Overlay, {kind: Kind}>,
		spot: Spot,
		size: Pick<Rect, 'width' | 'height'>,
	): Hit | undefined;
	paint(
		view: View,
		overlay: Extract<Overlay, {kind: Kind}>,
		width: number,
		height: number,
	): readonly Line[];
}

/** The part of long content that shows, and where it is: `▴▾ 1-20 of 42`. */
export const scrolled = (
	lines: readonly Line[],
	top: number,
	height: number,
	{sortUp, sortDown}: Symbols,
): {readonly body: readonly Line[]; readonly footer: Line} => {
	if (lines.length <= height) return {body: lines, footer: []};
	const start = Math.min(top, lines.length - height);
	return {
		body: lines.slice(start, start + height),
		footer: [
			styled('info', `${sortUp}${sortDown} `),
			styled('muted', `${start + 1}-${start + height} of ${lines.length}`),
		],
	};
};

/** A click on a row of a framed list that shows those around the chosen one: chooses it, and runs the command. */
export const rowHit = <Chosen extends Extract<Overlay, {index: number}>>(
	overlay: Chosen,
	count: number,
	{spot, height, command}: {readonly spot: Spot; readonly height: number; readonly command: string},
): Hit | undefined => {
	const index = windowStart(overlay.index, count, height - 2) + spot.y - 1;
	if (spot.y < 1 || spot.y >= height - 1 || index >= count) return undefined;
	const first = [{type: 'overlay/changed', overlay: {...overlay, index}}] as const;
	return {kind: 'command', id: command, first};
};

export interface ScreenSize {
	readonly columns: number;
	readonly rows: number;
	readonly layout: Layout;
}

/** In the middle of the screen, never larger than it. */
export const centred = (screen: ScreenSize, width: number, height: number): Rect => {
	const shownWidth = Math.max(1, Math.min(width, screen.columns - 2));
	const shownHeight = Math.max(1, Math.min(height, screen.rows - 2));
	return {
		left: Math.floor((screen.columns - shownWidth) / 2),
		top: Math.floor((screen.rows - shownHeight) / 2),
		width: shownWidth,
		height: shownHeight,
	};
};
