import {lineAtBottom, textLine} from './log-text.ts';
import type {OverlaySpec} from './overlay-spec.ts';

/** The line where is typed what to find in a tab, which follows every key and counts the hits in its rule. */
export const findOverlay: OverlaySpec<'find'> = {
	place: (_view, _overlay, screen) => lineAtBottom(screen),
	paint: (view, {text}, width) => textLine(view, {sign: '/', text, told: '', width}),
};
