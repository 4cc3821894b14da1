import {formatClock} from '../../../format/clock.ts';
import {lineWidth} from '../../../format/line.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {plain, sides, styled} from '../../widgets/spans.ts';
import {listOrder} from '../list/list-order.ts';
import {countContainers, countSpans} from './counts.ts';
import {headerParts} from './engine-parts.ts';
import {hostInBars, hostInWords} from './host-parts.ts';

/**
 * First line of the screen: which engine, from where, and what its machine does. The screens there are come
 * right behind the engine, where no way that is open and no figure moves them.
 */
export const paintHeader = (view: View, width: number): readonly Line[] => {
	const start = startParts(view, width);
	const right = [...rightPart(view, width, lineWidth(start.flat())), plain(' ')];
	const room = width - lineWidth(right) - 1;
	const {others} = headerParts(view);
	return [sides(dropToFit([...start, ...others], room), right, width, view.symbols.ellipsis)];
};

/** With the longest names of screens that leave room for the least of the right side, and then with the way. */
const startParts = (view: View, width: number): readonly Line[] => {
	const {engine, crumbs, where, views} = headerParts(view);
	const least = leastRight(view, width) + 2;
	const fits = (parts: readonly Line[]): boolean => lineWidth(parts.flat()) + least <= width;
	const named = [...engine, ...where];
	const screens = views.find(part => fits([...named, part]));
	// Who is deep in looks for the way back, not for the address.
	if (screens === undefined) return crumbs.length > 0 ? [...engine, ...crumbs] : named;
	const start = [...named, screens];
	// A screen is named among the others.
	const isPage = view.state.frame.view !== 'dashboard';
	return !isPage && fits([...start, ...crumbs]) ? [...start, ...crumbs] : start;
};

/** A few kinds of conditions more or less do not change the names of the screens. */
const usualCounts = 26;

const leastRight = (view: View, width: number): number => {
	const right = rightPart(view, width, width);
	if (view.size === 'XS' || view.size === 'S') return lineWidth(right);
	return lineWidth(right) + Math.max(0, usualCounts - lineWidth(countsLine(view, 0)));
};

/** Second line on small screens: how many of what, sorted and filtered by what. */
export const paintSummary = (view: View, width: number): readonly Line[] => {
	const right: Line = [...listOrder(view, Math.floor(width * 0.6)), plain(' ')];
	const room = width - lineWidth(right) - 2;
	return [sides([plain(' '), ...countsLine(view, room)], right, width, view.symbols.ellipsis)];
};

/** Until the engine has answered nobody knows how many there are. */
const countsLine = ({state, symbols}: View, room: number): Line =>
	state.containers.status === 'loading' ? [] : countSpans(countContainers(state), symbols, room);

/** Each part that does not fit is left out with all after it. */
const dropToFit = (parts: readonly Line[], room: number): Line => {
	const kept: Span[] = [];
	let used = 0;
	for (const part of parts) {
		const size = lineWidth(part);
		if (kept.length > 0 && used + size > room) break;
		kept.push(...part);
		used += size;
	}
	return kept;
};

/** The counts and the time; what the machine does only where no charts show it. */
const rightPart = (view: View, width: number, leftCells: number): Line => {
	const {state, size} = view;
	const hasRoom = (part: Line): boolean => leftCells + lineWidth(part) + 2 <= width;
	if (size === 'XS' || size === 'S') {
		const bars = width < 72 ? undefined : hostInBars(view).find(hasRoom);
		return bars ?? hostInWords(view);
	}
	const clock = formatClock(state.nowMillis, {offsetMinutes: view.zoneOffsetMinutes});
	const end: Line = [styled('muted', `   ${clock}`)];
	const words = view.hasHostCharts ? [] : [...hostInWords(view), plain('   ')];
	// Beside another screen than the list it is worth less than the names of all of them.
	const isOptional = state.frame.view !== 'dashboard';
	const host = isOptional && !hasRoom([...words, ...countsLine(view, 0), ...end]) ? [] : words;
	const room = width - leftCells - lineWidth(host) - lineWidth(end) - 2;
	return [...host, ...countsLine(view, room), ...end];
};
