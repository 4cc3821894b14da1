import type {Line, Span, Style, Token} from '../../../format/span.ts';
import type {HighlightColour, HighlightRule} from '../../../model/logs/highlight-rule.ts';

const tokens: Readonly<Record<HighlightColour, Token>> = {
	red: 'err',
	yellow: 'warn',
	green: 'ok',
	cyan: 'accent',
	blue: 'info',
	magenta: 'pause',
};

/** A line of a log, cleaned already, with what the rules find in their colours; the first rule wins. */
export const withHighlights = (line: Line, rules: readonly HighlightRule[]): Line => {
	if (rules.length === 0) return line;
	const text = line.map(span => span.text).join('');
	return rules
		.toReversed()
		.reduce((spans, rule) => withStyle(spans, placesOf(rule, text), styleOf(rule)), line);
};

/** From the first unit of a place to the one behind its last. */
type Place = readonly [start: number, end: number];

const placesOf = ({pattern: {expression}}: HighlightRule, text: string): readonly Place[] =>
	expression === undefined
		? []
		: [...text.matchAll(expression)]
				.filter(([found]) => found !== '')
				.map(({index, 0: found}) => [index, index + found.length]);

const styleOf = ({colour, isBold}: HighlightRule): Style => ({
	token: tokens[colour],
	...(isBold ? {bold: true} : {}),
});

const withStyle = (line: Line, places: readonly Place[], style: Style): Line => {
	let start = 0;
	return line.flatMap(span => {
		const end = start + span.text.length;
		const cuts = places.flatMap(place => place.filter(at => at > start && at < end));
		const edges = [start, ...cuts, end];
		const parts = edges.slice(1).map((to, index): Span => {
			const from = edges[index] ?? start;
			const isFound = places.some(place => place[0] <= from && to <= place[1]);
			const text = span.text.slice(from - start, to - start);
			return isFound ? {...span, text, style} : {...span, text};
		});
		start = end;
		return parts.filter(({text}) => text !== '');
	});
};
