import type {Line, Span, Style} from '../../../format/span.ts';
import type {View} from '../../view.ts';

/** Places that stand out in the lines of a log. */
export interface LogHighlight {
	/** Finds all places: has the flag `g`. */
	readonly expression: RegExp;
	/** Added to what the text has already. */
	readonly style: Style;
}

/** Reverse, so that it is seen without colours too. */
const hit: Style = {reverse: true};

/** What stands out now; later ones lie over the ones before. */
export const highlightsOf = ({state}: Pick<View, 'state'>): readonly LogHighlight[] => {
	const expression = state.logs.search?.expression;
	if (expression === undefined) return none;
	if (latest?.[0]?.expression !== expression) latest = [{expression, style: hit}];
	return latest;
};

const none: readonly LogHighlight[] = [];
/** The same list for the same search, by which a row knows that it is up to date. */
let latest: readonly LogHighlight[] | undefined;

export const highlighted = (line: Line, highlights: readonly LogHighlight[]): Line =>
	highlights.reduce(withHits, line);

export const hasHit = (text: string, highlights: readonly LogHighlight[]): boolean =>
	highlights.some(({expression}) => text.search(expression) >= 0);

const withHits = (line: Line, {expression, style}: LogHighlight): Line => {
	const hits = hitsIn(line.map(({text}) => text).join(''), expression);
	if (hits.length === 0) return line;
	const spans: Span[] = [];
	let start = 0;
	for (const span of line) {
		spans.push(...cutAt(span, start, hits, style));
		start += span.text.length;
	}
	return spans;
};

type Place = readonly [start: number, end: number];

const hitsIn = (text: string, expression: RegExp): readonly Place[] =>
	[...text.matchAll(expression)]
		.filter(([found]) => found !== '')
		.map(({index, 0: found}) => [index, index + found.length]);

/** A span that begins at `start` of its line, in pieces that are hit and pieces that are not. */
const cutAt = (span: Span, start: number, hits: readonly Place[], style: Style): Line => {
	const pieces: Span[] = [];
	let at = 0;
	for (const [from, to] of hits) {
		const first = Math.max(at, from - start);
		const last = Math.min(span.text.length, to - start);
		if (last <= first) continue;
		if (first > at) pieces.push({...span, text: span.text.slice(at, first)});
		pieces.push({...span, text: span.text.slice(first, last), style: {...span.style, ...style}});
		at = last;
	}
	return at === 0 ? [span] : [...pieces, {...span, text: span.text.slice(at)}];
};
