import type {Line} from '../../../format/span.ts';
import type {Action} from '../../../store/action.ts';
import type {Hit, HitTest} from '../../hit.ts';
import type {View} from '../../view.ts';
import {logRight} from '../logs/log-right.ts';
import {rightParts} from './paint-tab.ts';
import type {DrawnTab} from './tab.ts';
import {bodyRows, openTab, tabBody, tabCells} from './tab-body.ts';
import {placeAt, placeNow} from './tab-place.ts';
import {tabAt} from './tab-rule.ts';
import {tabSpecs} from './tab-specs.ts';

/** A click on a title opens that tab; one on an item puts the cursor there. */
export const hitBottom: HitTest = (view, {x, y}, width, height) => {
	const tab = openTab(view.state);
	if (y === 0) return hitRule(view, tab, x, {width, height});
	return tab === undefined ? undefined : hitBody(view, tab, {x, y}, {width, height});
};

interface Size {
	readonly width: number;
	readonly height: number;
}

const focus: Action = {type: 'frame/focused', pane: 'logs'};

const hitRule = (
	view: View,
	tab: DrawnTab | undefined,
	x: number,
	{width, height}: Size,
): Hit | undefined => {
	// The log in the full screen has no titles above it.
	if (tab === undefined && view.state.frame.zoomed) return undefined;
	const hit = tabAt(view, width, ruleRight(view, tab, {width, height}), x);
	return hit === undefined
		? undefined
		: {kind: 'dispatch', actions: [{type: 'frame/tab-chosen', tab: hit}, focus]};
};

const ruleRight = (
	view: View,
	tab: DrawnTab | undefined,
	{width, height}: Size,
): readonly Line[] => {
	if (tab === undefined) return logRight(view);
	const body = tabBody(view, tab, width, height);
	return rightParts(view, tab, body, bodyRows(body, height));
};

const hitBody = (
	view: View,
	tab: DrawnTab,
	{x, y}: {readonly x: number; readonly y: number},
	{width, height}: Size,
): Hit | undefined => {
	// The log beside it.
	if (x >= tabCells(view, tab, width)) {
		return {kind: 'dispatch', actions: [{type: 'frame/tab-chosen', tab: 'logs'}, focus]};
	}
	const body = tabBody(view, tab, width, height);
	const rows = bodyRows(body, height);
	const place = placeNow(view.state, body, rows);
	const row = y - (height - rows);
	const line = place.top + row;
	if (row < 0 || line >= body.lines.length) return undefined;
	const item = body.items?.findLastIndex(start => start <= line) ?? -1;
	const own = tabSpecs[tab].hit?.(view, line, x - 1, item);
	if (own !== undefined) return own;
	const moved: readonly Action[] =
		item < 0 ? [] : [{type: 'detail/moved', tab, place: placeAt(body, rows, {...place, item})}];
	return {kind: 'dispatch', actions: [...moved, focus]};
};
