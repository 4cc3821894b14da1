import {firstPlace, type TabPlace} from '../../../store/detail/detail-state.ts';
import type {State} from '../../../store/state.ts';
import type {TabBody} from './tab.ts';

/** Where the tab is scrolled to, as far as it still has so many lines. */
export const placeNow = ({frame, detail}: State, body: TabBody, rows: number): TabPlace =>
	placeAt(body, rows, detail.places[frame.tab] ?? firstPlace);

/** The nearest place that there is: the cursor on an item and in sight, no empty rows below the end. */
export const placeAt = (body: TabBody, rows: number, {top, item}: TabPlace): TabPlace => {
	const most = Math.max(0, body.lines.length - rows);
	const fitted = clamp(top, 0, most);
	if (body.items === undefined) return {top: fitted, item: clamp(item, 0, body.lines.length - 1)};
	const last = body.items.length - 1;
	if (last < 0) return {top: fitted, item: 0};
	const now = clamp(item, 0, last);
	const [from, to] = linesOf(body, now);
	// All of it, or its beginning where it is higher than the pane. Before the first nothing stays hidden.
	const lowest = now === 0 ? 0 : from;
	return {top: clamp(Math.min(Math.max(fitted, to - rows), lowest), 0, most), item: now};
};

/** The lines of an item, from the first to the one behind the last. */
export const linesOf = ({items = [], lines}: TabBody, item: number): readonly [number, number] => [
	items[item] ?? 0,
	items[item + 1] ?? lines.length,
];

/** The line that is looked at: that of the cursor, else the last hit that was gone to, or the uppermost. */
export const lineAt = ({items}: TabBody, {item}: TabPlace): number =>
	items === undefined ? item : (items[item] ?? 0);

const clamp = (value: number, least: number, most: number): number =>
	Math.max(least, Math.min(most, value));
