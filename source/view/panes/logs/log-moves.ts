import type {LogMoves} from '../../../commands/log-moves.ts';
import {lineWidth} from '../../../format/line.ts';
import type {LogEntry} from '../../../store/logs/log-entry.ts';
import type {LogHeld} from '../../../store/logs/logs-state.ts';
import type {View} from '../../view.ts';
import {type LogBody, logBody} from './log-body.ts';
import {isOfSelection} from './log-position.ts';
import {textSpans} from './log-text.ts';
import {type Anchor, anchorOf, rowsAbove, rowsFrom, topOf} from './log-window.ts';

/** Where the cursor of the log may go, by the rows that this pane has now. */
export const logMoves = (
	view: () => View,
	{width, height}: {readonly width: number; readonly height: number},
): LogMoves => {
	const now = (): LogBody => logBody(view(), width, height);
	return {
		entry() {
			const body = now();
			return body.logs.at(anchorOf(body).index);
		},
		inSight() {
			const body = now();
			return isOfSelection(body.view.state) ? inSight(body) : [];
		},
		up: () => heldAt(now(), up),
		down: () => heldAt(now(), down),
		pageUp: () => heldAt(now(), pageUp),
		pageDown: () => heldAt(now(), pageDown),
		first: () => heldAt(now(), first),
		scroll: rows => heldAt(now(), scroll(rows)),
		to: seq =>
			heldAt(now(), (body, from) =>
				beginningInView(body, placeOf(body, from, body.logs.indexOf(seq))),
			),
		hasMoreRight: () => hasMoreRight(now()),
	};
};

/** Undefined: behind the last entry. */
type Move = (body: LogBody, from: Anchor) => Anchor | undefined;

const heldAt = (body: LogBody, move: Move): LogHeld | undefined => {
	const {logs} = body;
	if (logs.count === 0 || body.height === 0) return undefined;
	const place = move(body, anchorOf(body));
	return place && heldOn(body, place);
};

/** With the cursor on this entry, beginning on that row. */
export const heldOn = ({logs, view}: LogBody, {index, row}: Anchor): LogHeld | undefined => {
	const entry = logs.at(index);
	if (entry === undefined) return undefined;
	const newest = view.state.logs.held?.newestSeq ?? logs.at(logs.count - 1)?.seq ?? entry.seq;
	return {seq: entry.seq, row, newestSeq: newest};
};

const isFollowing = ({view}: LogBody): boolean => view.state.logs.held === undefined;

/** An entry that is higher than the pane is read row by row. From behind the last one, the last one. */
const up: Move = (body, {index, row}) => {
	if (row < 0) return {index, row: row + 1};
	if (isFollowing(body)) return {index, row};
	if (index === 0) return first(body);
	return inView(body, {index: index - 1, row: row - body.heightAt(index - 1)});
};

const down: Move = (body, {index, row}) => {
	if (isFollowing(body)) return undefined;
	const end = row + body.heightAt(index);
	if (end > body.height) return {index, row: row - 1};
	return index >= body.logs.count - 1 ? undefined : inView(body, {index: index + 1, row: end});
};

/** All moves on by a page but for one row; the cursor stays on its row of the pane where it can. */
const pageUp: Move = (body, {index, row}) => {
	const page = pageOf(body);
	if (-row >= page) return {index, row: row + page};
	let above = 0;
	let each = index;
	while (above < page && each > 0) above += body.heightAt(--each);
	return each === 0 && above < page
		? first(body)
		: inView(body, {index: each, row: Math.max(0, row)});
};

const pageDown: Move = (body, {index, row}) => {
	const page = pageOf(body);
	if (isFollowing(body)) return undefined;
	if (row + body.heightAt(index) - body.height >= page) return {index, row: row - page};
	let passed = 0;
	let each = index;
	while (passed < page && each < body.logs.count) passed += body.heightAt(each++);
	return each >= body.logs.count ? undefined : inView(body, {index: each, row});
};

const pageOf = ({height}: LogBody): number => Math.max(1, height - 1);

/** What is in sight moves; at the beginning the cursor goes there, which asks for what was before. */
const scroll =
	(rows: number): Move =>
	(body, from) => {
		if (isFollowing(body) ? rows > 0 || hasAll(body) : isEndInSight(body, from, rows))
			return undefined;
		const moved = inView(body, inSightFrom(body, {index: from.index, row: from.row - rows}));
		const hasMoved = topRow(body, moved) !== topRow(body, from);
		return hasMoved || rows > 0 ? moved : first(body);
	};

const hasAll = (body: LogBody): boolean => rowsFrom(body, 0, body.height + 1) <= body.height;

/** The entry of which something is in sight that is the closest to this one. */
const inSightFrom = (body: LogBody, {index, row}: Anchor): Anchor => {
	let place = {index, row};
	const size = (): number => body.heightAt(place.index);
	while (place.row >= body.height && place.index > 0) {
		const before = place.index - 1;
		place = {index: before, row: place.row - body.heightAt(before)};
	}
	while (place.row + size() <= 0 && place.index < body.logs.count - 1) {
		place = {index: place.index + 1, row: place.row + size()};
	}
	return place;
};

/** After so many rows more. */
const isEndInSight = (body: LogBody, {index, row}: Anchor, rows: number): boolean =>
	rows > 0 && row - rows + rowsFrom(body, index, body.height + rows - row + 1) <= body.height;

/** What the first row of the body shows. */
const topRow = (body: LogBody, anchor: Anchor): string => {
	const {index, row} = topOf(body, anchor);
	return `${index} ${row}`;
};

/** The row above the first entry is for what there is to say of those before it. */
const first = (body: LogBody): Anchor => ({
	index: 0,
	row: rowsFrom(body, 0, body.height) >= body.height && body.height > 1 ? 1 : 0,
});

/** Where an entry is now; behind the last one there is none. */
const placeOf = (body: LogBody, from: Anchor, wanted: number): Anchor => {
	const index = Math.max(0, Math.min(body.logs.count - 1, wanted));
	const {height} = body;
	if (index < from.index) {
		const above = rowsBetween(body, index, from.index, from.row + height);
		return {index, row: from.row - above};
	}
	return {index, row: from.row + rowsBetween(body, from.index, index, 2 * height - from.row)};
};

/** As far as `enough`: how far beyond the pane something is does not matter. */
const rowsBetween = (body: LogBody, from: number, to: number, enough: number): number => {
	let rows = 0;
	for (let index = from; index < to && rows < enough; index++) rows += body.heightAt(index);
	return rows;
};

/** Scrolled as little as needed to show the whole entry, or a row of it where it is higher than the pane. */
const inView = (body: LogBody, {index, row}: Anchor): Anchor => {
	const size = body.heightAt(index);
	const [least, most] = size <= body.height ? [0, body.height - size] : [1 - size, body.height - 1];
	return filled(body, {index, row: Math.max(least, Math.min(most, row))});
};

/** As `inView`; of an entry that is higher than the pane its beginning. */
const beginningInView = (body: LogBody, {index, row}: Anchor): Anchor => {
	const isBegun = row >= 0 && row < body.height;
	const isHigher = body.heightAt(index) > body.height;
	return inView(body, {index, row: isHigher && !isBegun ? 0 : row});
};

/** No rows stay empty at an end of the log while others are out of sight at the other. */
const filled = (body: LogBody, {index, row}: Anchor): Anchor => {
	const {height} = body;
	const above = rowsAbove(body, index, height + 1);
	const below = rowsFrom(body, index, height);
	const unused = Math.max(0, height - row - below);
	const lower = row + Math.max(0, Math.min(unused, above - row));
	return {index, row: Math.min(lower, above + 1)};
};

const inSight = (body: LogBody): readonly LogEntry[] => {
	const {height, logs} = body;
	const entries: LogEntry[] = [];
	let {index, row} = topOf(body, anchorOf(body));
	for (; row < height; row += body.heightAt(index++)) {
		const entry = logs.at(index);
		if (entry === undefined) break;
		entries.push(entry);
	}
	return entries;
};

/** Whether any line in sight goes on behind the right edge. */
const hasMoreRight = (body: LogBody): boolean => {
	const {height, look} = body;
	const reach = look.column + look.cells;
	return inSight(body).some(({line, more}) =>
		[line, ...more.slice(0, height)].some(
			each => each.kind === 'line' && lineWidth(textSpans(each, look, reach + 1)) > reach,
		),
	);
};
