import type {Line, Span, Style, Token} from '../../../format/span.ts';
import type {HighlightColour, HighlightRule} from '../../../model/logs/highlight-rule.ts';
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

const tokens: Readonly<Record<HighlightColour, Token>> = {
	red: 'err',
	yellow: 'warn',
	green: 'ok',
	cyan: 'accent',
	blue: 'info',
	magenta: 'pause',
};

/** What stands out now; later ones lie over the ones before: the first rule over the others, a hit over all. */
export const highlightsOf = ({state}: Pick<View, 'state'>): readonly LogHighlight[] => {
	const {highlights: rules, search} = state.logs;
	const expression = search?.expression;
	if (latest.rules !== rules || latest.expression !== expression) {
		const found = expression === undefined ? [] : [{expression, style: hit}];
		latest = {rules, expression, highlights: [...ruleHighlights(rules), ...found]};
	}
	return latest.highlights;
};

export const ruleHighlights = (rules: readonly HighlightRule[]): readonly LogHighlight[] =>
	rules.toReversed().flatMap(({pattern: {expression}, colour, isBold}) => {
		const style: Style = {token: tokens[colour], ...(isBold ? {bold: true} : {})};
		return expression === undefined ? [] : [{expression, style}];
	});

/** The same list for the same search and rules, by which a row knows that it is up to date. */
let latest: {
	readonly rules: readonly HighlightRule[] | undefined;
	readonly expression: RegExp | undefined;
	readonly highlights: readonly LogHighlight[];
} = {rules: undefined, expression: undefined, highlights: []};

export const highlighted = (line: Line, highlights: readonly LogHighlight[]): Line =>
	highlights.reduce(withHits, line);

export const hasHit = (text: string, highlights: readonly LogHighlight[]): boolean =>
	highlights.some(({expression}) => text.search(expression) >= 0);

const withHits = (line: Line, {expression, style}: LogHighlight): Line => {
	const hits = hitsIn(line.map(({text}) => text).join(''), expression);
	if (hits.length === 0) return line;
	const spans: Span[] = [];
	let start = 0;
	// Hits and spans may be thousands each: what is passed is not looked at again.
	let next = 0;
	for (const span of line) {
		while (next < hits.length && (hits[next]?.[1] ?? 0) <= start) next++;
		spans.push(...cutAt(span, start, hits, next, style));
		start += span.text.length;
	}
	return spans;
};

type Place = readonly [start: number, end: number];

const hitsIn = (text: string, expression: RegExp): readonly Place[] =>
	[...text.matchAll(expression)]
		.filter(([found]) => found !== '')
		.map(({index, 0: found}) => [index, index + found.length]);

/** A span that begins at `start` of its line, in pieces that are hit and pieces that are not; `next`: the hit to begin with. */
const cutAt = (
	span: Span,
	start: number,
	hits: readonly Place[],
	next: number,
	style: Style,
): Line => {
	const pieces: Span[] = [];
	const {length} = span.text;
	let at = 0;
	for (let index = next; index < hits.length; index++) {
		const [from, to] = hits[index] ?? [length, length];
		if (from - start >= length) break;
		const first = Math.max(at, from - start);
		const last = Math.min(length, to - start);
		if (last <= first) continue;
		if (first > at) pieces.push({...span, text: span.text.slice(at, first)});
		pieces.push({...span, text: span.text.slice(first, last), style: over(span.style, style)});
		at = last;
	}
	if (at === 0) return [span];
	return at === length ? pieces : [...pieces, {...span, text: span.text.slice(at)}];
};

/** A colour of ours instead of that of the program, which would win. */
const over = (own: Style = {}, style: Style): Style => {
	const {colour: _, ...rest} = own;
	return {...(style.token === undefined ? own : rest), ...style};
};
