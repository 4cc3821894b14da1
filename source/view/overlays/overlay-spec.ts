import type {Line} from '../../format/span.ts';
import type {Overlay} from '../../store/state.ts';
import type {Rect} from '../canvas/segments.ts';
import type {Layout} from '../frame/layout.ts';
import type {View} from '../view.ts';

/** How one kind of overlay is placed and drawn. */
export interface OverlaySpec<Kind extends Overlay['kind'] = Overlay['kind']> {
	place(view: View, overlay: Extract<Overlay, {kind: Kind}>, screen: ScreenSize): Rect;
	paint(
		view: View,
		overlay: Extract<Overlay, {kind: Kind}>,
		width: number,
		height: number,
	): readonly Line[];
}

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
