import {kindOf, mark, narrow, wide} from './code-point.ts';
import {eachRun, introducer} from './escape-sequence.ts';
import {normalised} from './normalise.ts';
import {Rendition} from './sgr.ts';
import type {Span} from './span.ts';
import {type Clean, visible} from './visible.ts';

/**
 * Other than ASCII and what the screen is made of: lines, blocks and braille, and the signs of `symbols.ts`. Looked for in
 * this way round, because an expression for all of a text would remember each letter to go back to.
 */
const special =
	/[^\u0020-\u007e\u00b7\u00d7\u2013\u2016\u2026\u2190-\u2193\u21bb\u21e1\u21e3\u2298\u22ef\u2500-\u25fc\u2713\u2717\u2800-\u28ff]/;

/** True for text that is clean as it stands, one cell a character. */
export const isPlain = (text: string): boolean => !special.test(text);

/** Enough for Vietnamese, Hebrew and Thai; hundreds would climb over the lines above. */
const maxMarks = 4;
/** Carries a combining mark that has no letter to stand on. */
const placeholder = '\u25cc';

/**
 * THE gate: foreign text as one line that any terminal draws, in the predicted width, without being
 * controlled by it. Escape sequences and a line end go, all other controls become visible (`␀`,
 * `␛`, `<U+202E>`), and characters whose width terminals dispute are replaced. Cleaning twice changes nothing.
 */
export const cleanText = (foreign: string): string => clean(foreign).text;

/** As `cleanText`, with the width. */
export const clean = (foreign: string): Clean => {
	if (isPlain(foreign)) return {text: foreign, cells: foreign.length};
	const {length} = foreign;
	if (length > maxRememberedLength) return cleanAnew(foreign);
	const middle = foreign.charCodeAt(length >> 1);
	const ends = foreign.charCodeAt(0) + 31 * foreign.charCodeAt(length - 1);
	const place = (length + 67 * middle + 257 * ends) % places;
	if (remembered[place] === foreign) return answers[place] ?? nothing;
	const cleaned = cleanAnew(foreign);
	remembered[place] = foreign;
	answers[place] = cleaned;
	return cleaned;
};

/**
 * Names and signs come again in every frame, and are measured before they are painted. Each has one place, by a few of
 * its letters, which it shares with others: whichever came last is remembered.
 */
const places = 4093;
const maxRememberedLength = 64;
const nothing: Clean = {text: '', cells: 0};
const remembered: string[] = Array(places).fill('');
const answers: Clean[] = Array(places).fill(nothing);

const cleanAnew = (foreign: string): Clean => {
	const text = withoutLineEnd(foreign);
	const joined = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
	const run = introducer.test(joined) ? withoutSequences(joined) : joined;
	return run === foreign ? visibleRun(normalised(run), 0) : cleanRun(run, 0);
};

const withoutSequences = (text: string): string => {
	let kept = '';
	eachRun(text, (start, end) => {
		kept += text.slice(start, end);
		return true;
	});
	return kept;
};

/** Units a cell takes in the most wasteful scripts and emoji, and room for colours. */
const unitsPerCell = 8;
const unitsOfColour = 4096;

/**
 * As much of a foreign text as can matter for so many cells: a line of megabytes must not be cleaned
 * to show its first hundred cells.
 */
export const enoughFor = (foreign: string, cells: number): string => {
	const most = cells * unitsPerCell + unitsOfColour;
	return foreign.length <= most ? foreign : foreign.slice(0, most);
};

/**
 * A line of a log as clean spans in the colours its program chose: of all sequences only SGR is
 * obeyed, and of SGR only what cannot hide text. A carriage return starts the line over, as a
 * progress bar means it. Stops after `maxCells` cells, for panes that show only so many.
 */
export const styledSpans = (
	foreign: string,
	maxCells = Number.POSITIVE_INFINITY,
): readonly Span[] => {
	const text = enoughFor(lastSegment(foreign), maxCells);
	if (!introducer.test(text)) return [{text: cleanRun(text, 0).text}];
	const spans: Span[] = [];
	const rendition = new Rendition();
	let column = 0;
	eachRun(text, (start, end, sequenceEnd) => {
		if (end > start) {
			const shown = cleanRun(text.slice(start, end), column);
			column += shown.cells;
			spans.push({text: shown.text, style: rendition.style});
		}
		if (text[sequenceEnd - 1] === 'm') obey(rendition, text.slice(end, sequenceEnd));
		return column < maxCells;
	});
	return spans;
};

const selectGraphicRendition = /^(?:\u001b\[|\u009b)([\d;:]*)m$/;

const obey = (rendition: Rendition, sequence: string): void => {
	const parameters = selectGraphicRendition.exec(sequence)?.[1];
	if (parameters !== undefined) rendition.apply(parameters);
};

const lastSegment = (text: string): string => {
	if (!text.includes('\r')) return text;
	const trimmed = withoutLineEnd(text);
	return trimmed.slice(trimmed.lastIndexOf('\r') + 1);
};

const withoutLineEnd = (text: string): string => {
	let end = text.length;
	while (end > 0 && isLineEnd(text.charCodeAt(end - 1))) end--;
	return end === text.length ? text : text.slice(0, end);
};

const isLineEnd = (unit: number): boolean => unit === 0x0a || unit === 0x0d;

/** Cleans text without escape sequences that starts at `column`, which tab stops count from. */
const cleanRun = (run: string, column: number): Clean =>
	isPlain(run) ? {text: run, cells: run.length} : visibleRun(normalised(run), column);

const visibleRun = (text: string, column: number): Clean => {
	let kept = '';
	let start = 0;
	let cells = column;
	let marks = -1;
	for (let index = 0; index < text.length; ) {
		const codePoint = text.codePointAt(index) ?? 0;
		const end = index + (codePoint > 0xffff ? 2 : 1);
		const kind = kindOf(codePoint);
		if (kind === narrow || kind === wide) {
			cells += kind;
			marks = 0;
		} else if (kind === mark && marks >= 0 && marks < maxMarks) marks++;
		else {
			const instead = kind === mark ? loneMark(codePoint, marks) : visible(codePoint, kind, cells);
			kept += text.slice(start, index) + instead.text;
			start = end;
			cells += instead.cells;
			marks = nextMarks(kind, instead, marks);
		}
		index = end;
	}
	return {text: kept + text.slice(start), cells: cells - column};
};

/** A mark would join the `>` of `<U+202E>` to another letter, so that one carries none. */
const nextMarks = (kind: number, instead: Clean, marks: number): number => {
	if (kind === mark) return marks < 0 ? 1 : marks;
	return instead.text.endsWith('>') ? -1 : 0;
};

const loneMark = (codePoint: number, marks: number): Clean =>
	marks < 0
		? {text: placeholder + String.fromCodePoint(codePoint), cells: 1}
		: {text: '', cells: 0};
