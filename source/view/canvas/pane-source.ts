import {changedPart} from './changed-part.ts';
import type {Placed, Segment} from './segments.ts';
import {sliceAnsi} from './slice-ansi.ts';

/** A rectangle of the screen that is painted past Ink. */
export interface PaneSource extends Placed {
	/**
	 * Rows from the top, each of exactly `width` cells with the style reset at its end, as a painter
	 * makes them. Without it the pane is a window through which Ink's own frame is seen.
	 */
	readonly paint?: (width: number, height: number) => readonly string[];
}

/** What a segment of the screen shows now. */
export interface Shown {
	readonly left: number;
	readonly from: number;
	readonly width: number;
	readonly source: string;
	readonly text: string;
}

/** The segment as text; what was shown before is kept where nothing changed. */
export const show = (
	{left, from, width, pane}: Segment<PaneSource>,
	source: string,
	before: Shown | undefined,
): Shown => {
	const isOwn = pane?.paint !== undefined;
	const start = isOwn ? from : left;
	if (
		before?.source === source &&
		before.left === left &&
		before.width === width &&
		before.from === start
	)
		return before;
	const isWhole = isOwn && source !== '' && from === 0 && width === pane.rect.width;
	const painted = isWhole ? source : sliceAnsi(source, start, width);
	return {left, from: start, width, source, text: painted};
};

/** What to write so that a row changes from one to the other; empty when it need not. */
export const difference = (before: Shown | undefined, after: Shown, row: number): string => {
	if (before === after) return '';
	if (before?.left !== after.left || before.width !== after.width)
		return moveTo(row, after.left) + after.text;
	if (before.text === after.text) return '';
	const part = changedPart(before.text, after.text);
	return moveTo(row, after.left + part.skipped) + part.text;
};

/** Rows and columns from 0. */
export const moveTo = (row: number, column: number): string => `\u001b[${row + 1};${column + 1}H`;
