import {firstMillis, indexAt} from '../../../commands/go-to-moment.ts';
import {formatClock} from '../../../format/clock.ts';
import type {Line} from '../../../format/span.ts';
import type {Happening} from '../../../model/happening.ts';
import type {LogQuery} from '../../../model/logs/log-query.ts';
import type {LogSheet} from '../../../store/logs/log-sheet.ts';
import {isOfSelection} from '../../panes/logs/log-position.ts';
import {paintLog} from '../../panes/logs/log-view.ts';
import type {View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';

/** What the container wrote when something happened to it, the first line from then on in the middle. */
export const logThen = (
	view: View,
	happening: Happening,
	width: number,
	height: number,
): readonly Line[] => {
	const {symbols, zoneOffsetMinutes} = view;
	const clock = (millis: number): string => formatClock(millis, {offsetMinutes: zoneOffsetMinutes});
	const head = rule({
		...{width, focused: false, symbols},
		title: [plain('what it said then')],
		right: [styled('muted', clock(happening.sinceMillis))],
	});
	const first = firstAfter(view, happening);
	if (first !== undefined) {
		const words = wrapWords(`the lines that are kept begin at ${clock(first)}`, width - 4);
		return [head, ...words.map((text): Line => [styled('muted', `  ${text}`)])].slice(0, height);
	}
	// Its own heading belongs to its place among the tabs.
	return [head, ...paintLog(heldAt(view, happening.sinceMillis, height), width, height).slice(1)];
};

/** The first words of what has just begun come so much later. */
const nearMillis = 10_000;

/** When the lines begin, where what was said then is not among them; undefined where it may be. */
const firstAfter = (view: View, {sinceMillis, atMillis}: Happening): number | undefined => {
	const {older} = view.state.logs;
	// All that it ever said is there: the first of it was said next.
	if (older === 'none' || !isOfSelection(view.state)) return undefined;
	const {first} = placeOf(view, sinceMillis);
	return first !== undefined && first > atMillis + nearMillis ? first : undefined;
};

/** The same view with the log held at a moment; without a line of that time, at its end. */
const heldAt = (view: View, atMillis: number, height: number): View => {
	const {state, logs} = view;
	const entry = logs.at(placeOf(view, atMillis).index) ?? logs.at(logs.count - 1);
	const frame = {...state.frame, focus: 'logs', zoomed: false} as const;
	if (entry === undefined) return {...view, state: {...state, frame}};
	const held = {seq: entry.seq, row: Math.floor(height / 2)};
	return {...view, state: {...state, frame, logs: {...state.logs, held}}};
};

/** Where a moment is in a log, and when all begins that is kept of it, shown or not. */
interface Place {
	readonly atMillis: number;
	readonly version: number;
	readonly query: LogQuery;
	readonly index: number;
	readonly first: number | undefined;
}

/** The whole log may have to be looked through: that is done once, until it or the moment is another. */
const placeOf = ({logs, state}: View, atMillis: number): Place => {
	const {version, entries} = logs.book;
	const {query} = state.logs;
	const before = places.get(logs);
	if (before?.atMillis === atMillis && before.version === version && before.query === query)
		return before;
	const index = indexAt(logs, atMillis);
	const place = {atMillis, version, query, index, first: firstMillis(entries, entries.size)};
	places.set(logs, place);
	return place;
};

const places = new WeakMap<LogSheet, Place>();
