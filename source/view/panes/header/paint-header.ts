import {formatClock} from '../../../format/clock.ts';
import {lineWidth} from '../../../format/line.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {plain, sides, styled} from '../../widgets/spans.ts';
import {listOrder} from '../list/list-order.ts';
import {countContainers, countSpans} from './counts.ts';
import {headerParts} from './engine-parts.ts';
import {hostInBars, hostInWords} from './host-parts.ts';

/** First line of the screen: which engine, from where, and what its machine does. */
export const paintHeader = (view: View, width: number): readonly Line[] => {
	const {needed, views, others} = headerParts(view);
	// The screens say too which of them is shown.
	const named = view.state.frame.view === 'dashboard' ? needed : needed.slice(0, 1);
	const fitting = views.find(part => hasRoom(view, width, [...named, part]));
	const start = fitting === undefined ? needed : [...named, fitting];
	const right = [...rightPart(view, width, lineWidth(start.flat())), plain(' ')];
	const room = width - lineWidth(right) - 1;
	return [sides(dropToFit([...start, ...others], room), right, width, view.symbols.ellipsis)];
};

/** Beside counts without words: what is wrong is told in words elsewhere, which screens there are is not. */
const hasRoom = (view: View, width: number, parts: readonly Line[]): boolean => {
	const least = rightPart(view, width, width);
	return lineWidth(parts.flat()) + lineWidth(least) + 2 <= width;
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
	if (size === 'XS' || size === 'S') {
		const bars = hostInBars(view);
		return width < 72 || leftCells + lineWidth(bars) + 2 > width ? hostInWords(view) : bars;
	}
	const clock = formatClock(state.nowMillis, {offsetMinutes: view.zoneOffsetMinutes});
	const host = view.hasHostCharts ? [] : [...hostInWords(view), plain('   ')];
	const end: Line = [styled('muted', `   ${clock}`)];
	const room = width - leftCells - lineWidth(host) - lineWidth(end) - 2;
	return [...host, ...countsLine(view, room), ...end];
};
