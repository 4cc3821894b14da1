import type {TabMoves} from '../../../commands/tab-moves.ts';
import type {TabPlace} from '../../../store/detail/detail-state.ts';
import type {View} from '../../view.ts';
import {hitLines} from './find-words.ts';
import type {TabBody} from './tab.ts';
import {bodyRows, openTab, tabBody} from './tab-body.ts';
import {lineAt, placeAt, placeNow} from './tab-place.ts';

/** Where the tab may be scrolled to, by the lines that it has in a pane of this size. */
export const tabMoves = (
	view: () => View,
	{width, height}: {readonly width: number; readonly height: number},
): TabMoves => {
	const now = () => {
		const current = view();
		const tab = openTab(current.state);
		const body = tab === undefined ? empty : tabBody(current, tab, width, height);
		const rows = bodyRows(body, height);
		return {body, rows, place: placeNow(current.state, body, rows)};
	};
	return {
		by(step) {
			const {body, rows, place} = now();
			return placeAt(body, rows, moved(body, place, step));
		},
		toHit(pattern, direction, isHere = false) {
			const {body, rows, place} = now();
			const hits = hitLines(body, pattern);
			const line = lineAt(body, place);
			const isBeyond = (hit: number): boolean =>
				direction * (hit - line) > 0 || (isHere && hit === line);
			const next = direction > 0 ? hits.find(isBeyond) : hits.findLast(isBeyond);
			// Round the ends.
			const hit = next ?? (direction > 0 ? hits[0] : hits.at(-1));
			return hit === undefined ? undefined : placeAt(body, rows, onLine(body, place, hit, rows));
		},
		item() {
			const {body, place} = now();
			return body.items === undefined || body.items.length === 0 ? undefined : place.item;
		},
	};
};

const empty: TabBody = {lines: []};

const moved = (body: TabBody, {top, item}: TabPlace, step: number): TabPlace =>
	body.items === undefined ? {top: top + step, item: top + step} : {top, item: item + step};

/** Scrolled only where the line is out of sight, and then so that what stands before it is seen. */
const onLine = ({items}: TabBody, {top}: TabPlace, line: number, rows: number): TabPlace => ({
	top: line < top || line >= top + rows ? line - 1 : top,
	item: items === undefined ? line : items.findLastIndex(start => start <= line),
});
