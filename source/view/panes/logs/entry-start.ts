import {formatClock, formatDay} from '../../../format/clock.ts';
import {formatAge} from '../../../format/duration.ts';
import type {Line, Span} from '../../../format/span.ts';
import {engineMillis} from '../../../model/engine-clock.ts';
import {known} from '../../../model/known.ts';
import {isSame} from '../../../model/same.ts';
import type {LogEntry} from '../../../store/logs/log-entry.ts';
import type {View} from '../../view.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {sourceCells, sourceSpans} from './source-name.ts';

/** What stands in front of the text of every entry, and how wide each part is. */
export interface StartPlan {
	/** A column for the cursor and the marks, where the keys go to the log. */
	readonly hasMarker: boolean;
	readonly clock?: 'millis' | 'seconds' | 'minutes';
	/** Days since the epoch, in the zone that is shown, where the log has lines of other days: those bear their date. */
	readonly today?: number;
	/** The space behind it counted; 0 where there is no room, or the time is switched off. */
	readonly timeCells: number;
	/** Undefined where there is only one source. */
	readonly nameCells?: number;
	readonly cells: number;
}

/** Room for the milliseconds, for the seconds, for the minutes. */
const clocks = [
	['millis', 110, 12],
	['seconds', 60, 8],
	['minutes', 32, 5],
] as const;
/** `365d` */
const ageCells = 4;
/** `11-25 ` */
const dateCells = 6;
/** Of the pane: with less the text has no room beside a date. */
const leastForDate = 60;

/** The same object as long as nothing of it changes, by which a row knows that it is up to date. */
export const startPlan = (view: View, width: number): StartPlan => {
	const plan = planOf(view, width);
	if (latest === undefined || !isSame(latest, plan)) latest = plan;
	return latest;
};

let latest: StartPlan | undefined;

const planOf = (view: View, width: number): StartPlan => {
	const {frame, logs} = view.state;
	const today = width < leastForDate ? undefined : todayBeside(view);
	const hasMarker = frame.zoomed || frame.focus === 'logs';
	const [clock, , clockCells] = clocks.find(([, least]) => width >= least) ?? [];
	const timeCells = clockCells === undefined ? 0 : cellsOfTime(view, clockCells, today);
	const sources = logs.sources.size > 1 ? [...logs.sources.values()] : undefined;
	const nameCells = sources && sourceCells(sources, width);
	return {
		hasMarker,
		timeCells,
		...known('clock', clock),
		...known('today', today),
		...known('nameCells', nameCells),
		cells: (hasMarker ? 1 : 0) + 1 + timeCells + (nameCells === undefined ? 0 : nameCells + 1),
	};
};

/** The space behind it counted. */
const cellsOfTime = ({state}: View, clockCells: number, today: number | undefined): number => {
	const {time} = state.logs.look;
	if (time === 'off') return 0;
	if (time === 'relative') return ageCells + 1;
	return clockCells + (time === 'utc' ? 1 : 0) + 1 + (today === undefined ? 0 : dateCells);
};

/** Undefined where the oldest line is of today too, or none bears the time of a clock. */
const todayBeside = (view: View): number | undefined => {
	const {time} = view.state.logs.look;
	const oldestMillis = view.logs.at(0)?.line.atMillis;
	if (oldestMillis === undefined || time === 'off' || time === 'relative') return undefined;
	const today = dayOf(view, engineMillis(view.state.nowMillis, view.state.engine));
	return dayOf(view, oldestMillis) === today ? undefined : today;
};

const minute = 60_000;

const zonedMillis = ({state, zoneOffsetMinutes}: View, atMillis: number): number =>
	atMillis + (state.logs.look.time === 'utc' ? 0 : zoneOffsetMinutes * minute);

const dayOf = (view: View, atMillis: number): number =>
	Math.floor(zonedMillis(view, atMillis) / (24 * 60 * minute));

/** The start of the first row of an entry. */
export const firstStart = (
	view: View,
	entry: LogEntry,
	plan: StartPlan,
	isCursor: boolean,
): Line => {
	const isMarked = view.state.logs.marks.has(entry.seq);
	const spans = [
		gutter(view, entry),
		...timeSpans(view, entry.line.atMillis, plan),
		...nameSpans(view, entry, plan),
	];
	if (!plan.hasMarker) return spans;
	const {marked, selected} = view.symbols;
	const sign = isMarked
		? styled('pause', marked, {bold: true})
		: isCursor
			? styled('accent', selected)
			: plain(' ');
	return isCursor ? [sign, ...spans].map(span => ({...span, isSelected: true})) : [sign, ...spans];
};

/** The start of its other rows: time and name are said already. */
export const otherStart = (
	view: View,
	entry: LogEntry,
	{hasMarker, cells}: StartPlan,
	isCursor: boolean,
): Line => {
	const marker = isCursor ? styled('accent', view.symbols.selected) : plain(' ');
	return [
		...(hasMarker ? [marker] : []),
		gutter(view, entry),
		plain(' '.repeat(Math.max(0, cells - (hasMarker ? 2 : 1)))),
	];
};

const gutter = ({symbols}: View, {line}: LogEntry): Span =>
	line.kind === 'line' && line.stream === 'stderr' ? styled('err', symbols.stderr) : plain(' ');

const timeSpans = (
	view: View,
	atMillis: number | undefined,
	{timeCells, clock, today}: StartPlan,
): Line => {
	if (timeCells === 0) return [];
	const time = atMillis === undefined ? '' : timeText(view, atMillis, clock);
	const isOfToday =
		today === undefined || atMillis === undefined || dayOf(view, atMillis) === today;
	const text = isOfToday ? time : `${formatDay(zonedMillis(view, atMillis))} ${time}`;
	return [styled('muted', `${text.padStart(timeCells - 1)} `)];
};

const timeText = (
	{state, zoneOffsetMinutes}: View,
	atMillis: number,
	clock: StartPlan['clock'],
): string => {
	const {time} = state.logs.look;
	if (time === 'relative') return formatAge(engineMillis(state.nowMillis, state.engine) - atMillis);
	const utc = time === 'utc';
	const told = formatClock(atMillis, {
		...{offsetMinutes: zoneOffsetMinutes, utc},
		millis: clock === 'millis',
	});
	return `${clock === 'minutes' ? told.slice(0, 5) : told}${utc ? 'Z' : ''}`;
};

const nameSpans = ({state, symbols}: View, {source}: LogEntry, {nameCells}: StartPlan): Line => {
	if (nameCells === undefined) return [];
	if (source === undefined) return [plain(' '.repeat(nameCells + 1))];
	const name = state.logs.sources.get(source)?.name ?? 'gone';
	return [...sourceSpans(name, source, nameCells, symbols), plain(' ')];
};
