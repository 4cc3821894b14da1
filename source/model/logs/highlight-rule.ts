import {type LogPattern, parsePattern} from './log-pattern.ts';

export const highlightColours = ['red', 'yellow', 'green', 'cyan', 'blue', 'magenta'] as const;
export type HighlightColour = (typeof highlightColours)[number];

/** What is coloured in every log, today and tomorrow. */
export interface HighlightRule {
	readonly pattern: LogPattern;
	readonly colour: HighlightColour;
	readonly isBold: boolean;
}

/** Where rules are kept a pattern is a regular expression without slashes. */
export const ruleOf = (
	source: string,
	colour: HighlightColour,
	isBold: boolean,
): HighlightRule => ({pattern: parsePattern(`/${source}/`), colour, isBold});

/** The regular expression by which a rule is kept and recognised; undefined where there is none. */
export const ruleSource = ({expression}: LogPattern): string | undefined =>
	expression?.source.replaceAll(/\\(.)/g, (escaped, sign) => (sign === '/' ? sign : escaped));

export const findRule = (
	rules: readonly HighlightRule[],
	pattern: LogPattern,
): HighlightRule | undefined =>
	rules.find(rule => ruleSource(rule.pattern) === ruleSource(pattern));

/** A rule for what is looked for, in the colour that fewest have. */
export const newRule = (
	rules: readonly HighlightRule[],
	pattern: LogPattern,
): HighlightRule | undefined => {
	const source = ruleSource(pattern);
	if (source === undefined) return undefined;
	const uses = (colour: HighlightColour): number =>
		rules.filter(rule => rule.colour === colour).length;
	const [colour = highlightColours[0]] = highlightColours.toSorted((a, b) => uses(a) - uses(b));
	return ruleOf(source, colour, false);
};
