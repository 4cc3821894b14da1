import type {Line, Span, Token} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import {selectHappenings} from '../../../store/select-happenings.ts';
import {knownEngineMillis} from '../../panes/known-millis.ts';
import type {View} from '../../view.ts';
import {frame} from '../../widgets/frame.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {entryMark} from '../../widgets/timeline-mark.ts';

const minuteMillis = 60_000;
const minutes = 60;
const labelCells = 6;
/** A cell a minute. */
const leastWidth = minutes + labelCells + 2;
/** Lower, the list needs all rows. */
const leastHeight = 30;
const leastTall = 50;

/** Rows of the chart above a list in a page of this size, its frame counted; 0 where there is no room. */
export const hourRows = (width: number, height: number): number => {
	if (width < leastWidth || height < leastHeight) return 0;
	return height < leastTall ? 6 : 9;
};

/** What happened in a minute, and how much of it was bad. */
interface Minute {
	all: number;
	bad: number;
}

/** How much happened in each minute of the last hour, what went wrong at the foot of each column. */
export const hourChart = (view: View, width: number, height: number): readonly Line[] => {
	if (height === 0) return [];
	const {symbols} = view;
	const counts = countMinutes(view);
	const most = Math.max(1, ...counts.map(({all}) => all));
	const rows = height - 2;
	const room = width - 2 - labelCells;
	const body = Array.from({length: rows}, (_, row): Line => {
		const label = row === 0 ? String(most) : row === rows - 1 ? '0' : '';
		const below = rows - 1 - row;
		return [
			styled('muted', `${label.padStart(labelCells - 1)} `),
			...columnCells(counts, {most, rows, below, room, symbols}),
		];
	});
	return frame({
		...{width, height, body, focused: false, symbols},
		title: [bold('last hour')],
		right: totals(counts),
		footer: [styled('dim', `-${minutes}m ${symbols.wait} now`)],
	});
};

/** Oldest first; of what the filter shows. */
const countMinutes = (view: View): readonly Minute[] => {
	const {state, symbols} = view;
	const counts = Array.from({length: minutes}, (): Minute => ({all: 0, bad: 0}));
	const newest = Math.floor(knownEngineMillis(state) / minuteMillis);
	for (const {parts} of selectHappenings(state)) {
		for (const part of parts) {
			const ago = newest - Math.floor(part.atMillis / minuteMillis);
			const minute = counts[minutes - 1 - Math.max(0, ago)];
			if (minute === undefined) continue;
			minute.all++;
			if (entryMark(part, symbols).style?.token === 'err') minute.bad++;
		}
	}
	return counts;
};

const totals = (counts: readonly Minute[]): Line => {
	const all = counts.reduce((sum, minute) => sum + minute.all, 0);
	const bad = counts.reduce((sum, minute) => sum + minute.bad, 0);
	return [
		plain(`${all} ${all === 1 ? 'event' : 'events'}`),
		...(bad === 0 ? [] : [styled('err', `  ${bad} bad`)]),
	];
};

interface Row {
	readonly most: number;
	readonly rows: number;
	/** Rows of the chart below this one. */
	readonly below: number;
	readonly room: number;
	readonly symbols: Symbols;
}

/** One row of the columns, the newest at the right; what stands next to each other in one colour is one span. */
const columnCells = (
	counts: readonly Minute[],
	{most, rows, below, room, symbols: {sparks}}: Row,
): Line => {
	const cells = Math.floor(room / minutes);
	const bar = Math.max(1, cells - 1);
	const levelOf = (count: number): number =>
		count === 0 ? 0 : Math.max(1, Math.round((count / most) * rows * sparks.length));
	const spans: Span[] = [plain(' '.repeat(room - cells * minutes))];
	for (const {all, bad} of counts) {
		const filled = Math.max(0, Math.min(sparks.length, levelOf(all) - below * sparks.length));
		const token: Token = levelOf(bad) > below * sparks.length ? 'err' : 'info';
		const sign = sparks[filled - 1] ?? ' ';
		spans.push(styled(token, sign.repeat(bar).padEnd(cells)));
	}
	return spans;
};
