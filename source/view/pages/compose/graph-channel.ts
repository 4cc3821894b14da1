import type {Line, Span, Token} from '../../../format/span.ts';
import type {Wait} from '../../../model/attention/dependencies.ts';
import type {GraphColumn, GraphItem, GraphStrand} from '../../../model/compose/graph-shape.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {type Glyphs, jointOf} from './graph-glyphs.ts';

/** What is to be known of the lines. */
export interface ChannelLooks {
	readonly glyphs: Glyphs;
	/** What is waited for, in so many letters as there is room for. */
	readonly labelOf: (wait: Wait) => string;
	/** Whether it is not as it is needed. */
	readonly isUnmet: (wait: Wait) => boolean;
	/** Services that are not as somebody needs them. */
	readonly unmet: ReadonlySet<string>;
}

/** A dash, the arrow, and a blank before the name. */
const tailCells = 3;
const trackCells = 2;
/** A dash and a blank before a label, a blank behind it. */
const labelEdges = 3;

/** Cells between a column and the next one. */
export const channelWidth = ({items, tracks}: GraphColumn, {labelOf}: ChannelLooks): number =>
	1 + labelCells(items, labelOf) + tracks * trackCells + tailCells;

const labelCells = (items: readonly GraphItem[], labelOf: ChannelLooks['labelOf']): number => {
	const widest = Math.max(
		0,
		...items.flatMap(({waits}) => waits.map(each => labelOf(each).length)),
	);
	return widest === 0 ? 0 : widest + labelEdges;
};

type Cells = (Span | undefined)[][];

/** What stands between a column and the next one, a line for each row. */
export const channelLines = (
	column: GraphColumn,
	height: number,
	looks: ChannelLooks,
): readonly Line[] => {
	const width = channelWidth(column, looks);
	const cells: Cells = Array.from({length: height}, () => Array.from({length: width}));
	const drawing = {cells, width, looks, labelsEnd: 1 + labelCells(column.items, looks.labelOf)};
	for (const item of column.items) drawFan(drawing, item);
	for (const strand of column.strands) drawAcross(drawing, strand);
	for (const strand of column.strands) drawDown(drawing, strand);
	return cells.map(row => row.map(cell => cell ?? plain(' ')));
};

interface Drawing {
	readonly cells: Cells;
	readonly width: number;
	readonly looks: ChannelLooks;
	/** Where the tracks begin. */
	readonly labelsEnd: number;
}

const put = ({cells}: Drawing, row: number, x: number, span: Span): void => {
	const line = cells[row];
	if (line !== undefined && x >= 0 && x < line.length) line[x] = span;
};

const tokenOf = (isUnmet: boolean): Token => (isUnmet ? 'err' : 'muted');

const dash = ({looks: {glyphs}}: Drawing, isUnmet: boolean): Span =>
	styled(tokenOf(isUnmet), isUnmet ? glyphs.acrossUnmet : glyphs.across);

/** From one service to all that it waits for. */
const drawFan = (drawing: Drawing, {row, waits}: GraphItem): void => {
	const {glyphs} = drawing.looks;
	if (waits.length < 2) return;
	for (const index of waits.keys()) {
		const isFirst = index === 0;
		const joint = jointOf(glyphs, isFirst, true, !isFirst, index < waits.length - 1);
		put(drawing, row + index, 0, styled('muted', joint));
	}
};

const trackAt = ({labelsEnd}: Drawing, track: number): number => labelsEnd + track * trackCells + 1;

/** Labels, and all that lies on one row: up to the track, and from there on. */
const drawAcross = (drawing: Drawing, strand: GraphStrand): void => {
	const {looks, width} = drawing;
	const {from, toRow, track, isEnd, target} = strand;
	const last = width - 1;
	const turn = track === undefined ? last : trackAt(drawing, track);
	const isUnmet = looks.unmet.has(target);
	for (const {row, wait} of from) {
		const isOwnUnmet = wait === undefined ? isUnmet : looks.isUnmet(wait);
		// Where several lines begin there is a joint already.
		const start = drawing.cells[row]?.[0] === undefined ? 0 : 1;
		drawDashes(drawing, row, [start, turn], isOwnUnmet);
		if (wait !== undefined) drawLabel(drawing, row, wait, isOwnUnmet);
	}
	if (track !== undefined) drawDashes(drawing, toRow, [turn, last], isUnmet);
	put(drawing, toRow, last, isEnd ? plain(' ') : dash(drawing, isUnmet));
	if (isEnd) put(drawing, toRow, last - 1, styled(tokenOf(isUnmet), looks.glyphs.arrow));
};

const drawDashes = (
	drawing: Drawing,
	row: number,
	[start, end]: readonly [start: number, end: number],
	isUnmet: boolean,
): void => {
	for (let x = start; x < end; x++) put(drawing, row, x, dash(drawing, isUnmet));
};

const drawLabel = (drawing: Drawing, row: number, wait: Wait, isUnmet: boolean): void => {
	const label = drawing.looks.labelOf(wait);
	if (label === '') return;
	const token = isUnmet ? 'err' : 'ok';
	const text = label.length === 1 ? label : ` ${label} `;
	for (const [index, letter] of [...text].entries())
		put(drawing, row, 2 + index, letter === ' ' ? plain(' ') : styled(token, letter));
};

/** Over what it crosses: only where lines join does the sign say so. */
const drawDown = (drawing: Drawing, strand: GraphStrand): void => {
	const {from, toRow, track, target} = strand;
	if (track === undefined) return;
	const {glyphs} = drawing.looks;
	const x = trackAt(drawing, track);
	const token = tokenOf(drawing.looks.unmet.has(target));
	const rows = from.map(({row}) => row);
	const [first, last] = [Math.min(toRow, ...rows), Math.max(toRow, ...rows)];
	for (let row = first; row <= last; row++) {
		const [isFrom, isTo] = [rows.includes(row), row === toRow];
		const joint = jointOf(glyphs, isFrom, isTo, row > first, row < last);
		put(drawing, row, x, styled(token, isFrom || isTo ? joint : glyphs.down));
	}
};
