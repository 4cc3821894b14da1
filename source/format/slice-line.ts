import {isPlain} from './sanitise.ts';
import type {Line, Span} from './span.ts';
import {sliceCells, textWidth} from './width.ts';

/**
 * The part of a line from cell `from` on that is at most `width` cells wide; each piece keeps its
 * style. The text has to be clean. Halves of wide characters become spaces.
 */
export const sliceLine = (line: Line, from: number, width: number): Line => {
	const kept: Span[] = [];
	let column = 0;
	let room = width;
	for (const span of line) {
		if (room <= 0) break;
		const cells = spanWidth(span);
		const skipped = Math.max(0, from - column);
		column += cells;
		if (skipped >= cells) continue;
		const wanted = Math.min(room, cells - skipped);
		const part = isPlain(span.text)
			? {text: span.text.slice(skipped, skipped + wanted), cells: wanted}
			: sliceCells(span.text, skipped, wanted);
		kept.push({...span, text: part.text + ' '.repeat(wanted - part.cells)});
		room -= wanted;
	}
	return kept;
};

/**
 * The line in rows of at most so many cells, the first one and the others; each piece keeps its style.
 * The text has to be clean. Ends after `maxRows` rows, for lines that have no end.
 */
export const wrapLine = (
	line: Line,
	firstCells: number,
	otherCells: number,
	maxRows = Number.POSITIVE_INFINITY,
): readonly Line[] => {
	let row: Span[] = [];
	const rows = [row];
	let room = Math.max(1, firstCells);
	/** True when there is room for something of this width. */
	const hasRoom = (cells: number): boolean => {
		// A wide character in a row of one cell has the row to itself, and is cut where it is painted.
		if (room > 0 && (cells <= room || row.length === 0)) return true;
		if (rows.length >= maxRows) return false;
		row = [];
		rows.push(row);
		room = Math.max(1, otherCells);
		return true;
	};
	for (const span of line) {
		for (const {text, cells} of piecesOf(span.text, () => (room > 0 ? room : otherCells))) {
			if (!hasRoom(cells)) return rows;
			row.push(text === span.text ? span : {...span, text});
			room -= cells;
		}
	}
	return rows;
};

const spanWidth = ({text}: Span): number => (isPlain(text) ? text.length : textWidth(text));

/** Cuts where the row that is being filled ends; `room` is asked anew for each piece. */
function* piecesOf(
	text: string,
	room: () => number,
): Generator<{readonly text: string; readonly cells: number}> {
	if (isPlain(text)) {
		for (let start = 0; start < text.length; ) {
			const end = Math.min(text.length, start + Math.max(1, room()));
			yield {text: text.slice(start, end), cells: end - start};
			start = end;
		}
		return;
	}
	let start = 0;
	let index = 0;
	let cells = 0;
	for (const character of text) {
		const size = textWidth(character);
		// A mark stays with its letter.
		if (size > 0 && cells + size > room() && index > start) {
			yield {text: text.slice(start, index), cells};
			start = index;
			cells = 0;
		}
		cells += size;
		index += character.length;
	}
	if (index > start) yield {text: text.slice(start, index), cells};
}
