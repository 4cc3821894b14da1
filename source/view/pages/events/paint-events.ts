import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {forbiddenText} from '../../../model/forbidden.ts';
import {cursorIndex} from '../../../store/page-cursor.ts';
import {
	selectAllHappenings,
	selectedHappening,
	selectHappenings,
} from '../../../store/select-happenings.ts';
import {chartsBelow} from '../../panes/detail/charts-below.ts';
import type {Paint, View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {keyOf} from '../../widgets/key-name.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {byContainer} from './by-container.ts';
import {eventParts, partRows} from './event-parts.ts';
import {eventRows} from './event-rows.ts';
import {hourChart, hourRows} from './hour-chart.ts';
import {logThen} from './log-then.ts';

/** Lower, the list is alone. */
const leastForParts = 14;

/** Of the list, beside the log of what it stands on or sums of all. */
const listShare = 0.5;
const gap = 2;

/**
 * What happened, the newest at the top, as in the list of messages: what one asks for first is where the
 * eye begins, at every height, and a short list has no hole above it.
 */
export const paintEvents: Paint = (view, width, height) => {
	const chart = hourChart(view, width, hourRows(width, height));
	const room = height - chart.length;
	const cells = eventListCells(view, width);
	const list = listLines(view, cells, room);
	if (cells === width) return [...chart, ...list];
	const kept = Array.from({length: room}, (_, row) => fitLine(list[row] ?? [], cells + gap));
	const happening = hasLog(view) ? selectedHappening(view.state) : undefined;
	const rest = width - cells - gap;
	const beside =
		happening === undefined ? byContainer(view, rest, room) : logThen(view, happening, rest, room);
	return [...chart, ...sideBySide([kept, beside])];
};

const listLines = (view: View, width: number, height: number): readonly Line[] => {
	const {state, symbols} = view;
	const rows = rowsIn(view, height);
	const head = rule({
		width,
		title: [bold('events'), ...filterChip(view)],
		right: position(view),
		focused: true,
		symbols,
	});
	const happening = selectedHappening(state);
	const lines =
		selectHappenings(state).length > 0 ? eventRows(view, width, rows) : empty(view, width);
	if (happening === undefined || rows === height - 1) return [head, ...lines];
	const filled = Array.from({length: rows}, (_, row): Line => lines[row] ?? []);
	const room = height - 1 - rows;
	const parts = eventParts(view, happening, width, room);
	const below = view.size === 'L' && hasLog(view) ? room - parts.length - 1 : 0;
	const charts = chartsBelow(view, width, below);
	return [head, ...filled, ...parts, ...(charts.length > 0 ? [[], ...charts] : [])];
};

/** The cursor stands on what happened to a container that is still there. */
const hasLog = ({state}: View): boolean => {
	const key = selectedHappening(state)?.entry.key;
	return key !== undefined && state.containers.byKey.has(key);
};

/** Cells of the list: on a wide screen something stands beside it. */
export const eventListCells = ({size}: View, width: number): number =>
	size === 'L' ? Math.floor(width * listShare) : width;

export const eventListRows = (view: View, width: number, height: number): number =>
	rowsIn(view, height - hourRows(width, height));

/** What a line is made of has its place only while the cursor stands on one, and all that the list leaves. */
const rowsIn = ({state}: View, height: number): number => {
	const all = Math.max(1, height - 1);
	if (height < leastForParts || state.places.events === undefined) return all;
	// What is said below the last one counts too.
	return Math.min(all - partRows, selectHappenings(state).length + 1);
};

const filterChip = ({state}: View): Line =>
	state.eventFilter === '' ? [] : [plain('  '), styled('accent', `/ ${state.eventFilter}`)];

const position = ({state, symbols}: View): Line => {
	const all = selectHappenings(state);
	const {events: place} = state.places;
	if (state.connection.status !== 'live') return [styled('warn', 'no answer')];
	if (place === undefined) return [styled('ok', `${symbols.follow} FOLLOW  ${all.length}`)];
	return [
		styled('pause', `${symbols.paused} HELD  ${cursorIndex(all, place) + 1} of ${all.length}`),
	];
};

const empty = (view: View, width: number): readonly Line[] => [
	[],
	...wrapWords(whyEmpty(view), width - 1).map((text): Line => [styled('muted', ` ${text}`)]),
];

const whyEmpty = (view: View): string => {
	const {state, symbols} = view;
	if (state.containers.status === 'loading') return `${symbols.wait} asking the engine`;
	if (selectAllHappenings(state).length === 0)
		return state.forbidden.includes('events')
			? forbiddenText('events')
			: 'nothing has happened in the last hour';
	return `nothing of it has that; ${keyOf(view, 'frame.back')} takes the filter away`;
};
