import type {Line} from '../../format/span.ts';
import type {Overlay} from '../../store/overlay.ts';
import type {Rect} from '../canvas/segments.ts';
import type {Hit, Spot} from '../hit.ts';
import type {View} from '../view.ts';
import {bulkOverlay} from './bulk.ts';
import {columnsOverlay} from './columns.ts';
import {compareOverlay} from './compare.ts';
import {composeLineOverlay} from './compose-line.ts';
import {confirmOverlay} from './confirm.ts';
import {confirmNameOverlay} from './confirm-name.ts';
import {entryOverlay} from './entry.ts';
import {fileOverlay} from './file.ts';
import {filterOverlay} from './filter.ts';
import {findOverlay} from './find.ts';
import {formOverlay} from './form.ts';
import {groupingOverlay} from './grouping.ts';
import {helpOverlay, keysOverlay} from './help.ts';
import {labelOverlay} from './label.ts';
import {chipsOverlay, sinceOverlay} from './log-pickers.ts';
import {sourcesOverlay} from './log-sources.ts';
import {patternOverlay, searchOverlay} from './log-text.ts';
import {menuOverlay} from './menu.ts';
import {messagesOverlay} from './messages.ts';
import {momentOverlay} from './moment.ts';
import {narrowOverlay} from './narrow.ts';
import {outputOverlay} from './output.ts';
import type {OverlaySpec, ScreenSize} from './overlay-spec.ts';
import {paletteOverlay} from './palette.ts';
import {pathOverlay} from './path.ts';
import {putOverlay} from './put.ts';
import {sortOverlay} from './sort.ts';
import {takeOverlay} from './take.ts';
import {themeOverlay} from './theme.ts';

/** Every kind of overlay; a new one is a file and a line here. */
const overlays: {readonly [Kind in Overlay['kind']]: OverlaySpec<Kind>} = {
	bulk: bulkOverlay,
	chips: chipsOverlay,
	compare: compareOverlay,
	columns: columnsOverlay,
	'compose-line': composeLineOverlay,
	confirm: confirmOverlay,
	'confirm-name': confirmNameOverlay,
	entry: entryOverlay,
	filter: filterOverlay,
	file: fileOverlay,
	find: findOverlay,
	form: formOverlay,
	grouping: groupingOverlay,
	keys: keysOverlay,
	help: helpOverlay,
	menu: menuOverlay,
	messages: messagesOverlay,
	palette: paletteOverlay,
	output: outputOverlay,
	pattern: patternOverlay,
	path: pathOverlay,
	put: putOverlay,
	search: searchOverlay,
	since: sinceOverlay,
	label: labelOverlay,
	moment: momentOverlay,
	narrow: narrowOverlay,
	sort: sortOverlay,
	sources: sourcesOverlay,
	take: takeOverlay,
	theme: themeOverlay,
};

const specOf = (overlay: Overlay): OverlaySpec => overlays[overlay.kind] as OverlaySpec;

export const placeOverlay = (view: View, overlay: Overlay, screen: ScreenSize): Rect =>
	specOf(overlay).place(view, overlay, screen);

/** How far it can be scrolled in a rectangle whose border takes two cells each way. */
export const overlayOverflow = (view: View, overlay: Overlay, {width, height}: Rect): number => {
	const length = specOf(overlay).length?.(view, width - 2, overlay) ?? 0;
	return Math.max(0, length - (height - 2));
};

/** True where it asks about something that this rectangle does not name in full. */
export const cutsTarget = (overlay: Overlay, rect: Rect): boolean =>
	specOf(overlay).cutsTarget?.(overlay, rect) ?? false;

export const hitOverlay = (
	view: View,
	overlay: Overlay,
	spot: Spot,
	width: number,
	height: number,
): Hit | undefined => specOf(overlay).hit?.(view, overlay, spot, {width, height});

export const paintOverlay = (
	view: View,
	overlay: Overlay,
	width: number,
	height: number,
): readonly Line[] => specOf(overlay).paint(view, overlay, width, height);
