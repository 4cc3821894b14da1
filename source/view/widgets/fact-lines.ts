import type {Line, Span} from '../../format/span.ts';
import {flow} from './flow.ts';
import {plain, styled} from './spans.ts';
import {wrapWords} from './wrap.ts';

interface Place {
	readonly width: number;
	/** Of the column of labels. */
	readonly cells: number;
}

/** A label in its column, and beside it lines that are not wider than the rest of `width`. */
export const besideLabel = (
	label: string,
	lines: readonly Line[],
	{cells}: Place,
): readonly Line[] =>
	lines.map(
		(line, row): Line => [styled('muted', (row === 0 ? label : '').padEnd(cells)), ...line],
	);

/** The same with foreign text, broken between words; nothing without a text. */
export const factLines = (
	label: string,
	text: string,
	place: Place,
	draw: (text: string) => Span = plain,
): readonly Line[] =>
	besideLabel(
		label,
		wrapWords(text, Math.max(1, place.width - place.cells)).map(part => [draw(part)]),
		place,
	);

/** The same with facts side by side. */
export const flowLines = (label: string, facts: readonly Line[], place: Place): readonly Line[] =>
	besideLabel(label, flow(facts, place.width - place.cells), place);
