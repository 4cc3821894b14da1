/** What a regular expression is made of, as far as its time is concerned. */
export type Part =
	/** Stands for one letter (UTF-16 unit): a letter, an escape, a class, the dot. */
	| {readonly kind: 'letter'; readonly source: string}
	| {readonly kind: 'edge'; readonly edge: Edge}
	| {readonly kind: 'sequence'; readonly parts: readonly Part[]}
	/** The first that fits is meant. */
	| {readonly kind: 'choice'; readonly parts: readonly Part[]}
	| {readonly kind: 'repeat'; readonly part: Part; readonly times: Times}
	/** What only the engine of the language can do: `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`, `\1`. */
	| {readonly kind: 'other'; readonly part: Part};

/** `inside`: not at the edge of a word. */
export type Edge = 'start' | 'end' | 'word' | 'inside';

interface Times {
	readonly least: number;
	readonly most: number;
	/** As often as possible, else as seldom. */
	readonly isGreedy: boolean;
}

const letter =
	/\\(?:c[a-z]|x[\da-f]{2}|u[\da-f]{4}|0[0-7]{0,2}|[^1-9ck])|\[(?:\\.|[^\]\\])*\]|[^\\()|*+?[]/isy;
const edge = /\^|\$|\\b|\\B/y;
const opening = /\((?:\?(?:(?<around>[=!]|<[=!])|:|<[^>]*>)|(?!\?))/y;
const backreference = /\\[1-9]\d*/y;
const times = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\?)?/y;

const edges: Readonly<Record<string, Edge>> = {
	'^': 'start',
	$: 'end',
	'\\b': 'word',
	'\\B': 'inside',
};

/**
 * The parts of an expression without the flags `u`, `v`, `s` and `m` that the language has accepted. Undefined for what is
 * written in a way that is not known here, such as `(?i:…)`.
 */
export const parseParts = (source: string): Part | undefined => {
	let at = 0;
	let isKnown = true;

	const read = (pattern: RegExp): RegExpExecArray | undefined => {
		pattern.lastIndex = at;
		const found = pattern.exec(source) ?? undefined;
		if (found !== undefined) at = pattern.lastIndex;
		return found;
	};

	const choice = (): Part => {
		const parts = [sequence()];
		for (; source[at] === '|'; parts.push(sequence())) at++;
		const [only] = parts;
		return parts.length === 1 && only !== undefined ? only : {kind: 'choice', parts};
	};

	const sequence = (): Part => {
		const parts: Part[] = [];
		while (isKnown && at < source.length && source[at] !== '|' && source[at] !== ')') {
			const part = one();
			if (part !== undefined) parts.push(repeated(part));
		}
		return {kind: 'sequence', parts};
	};

	const repeated = (part: Part): Part => {
		const found = read(times);
		return found === undefined ? part : {kind: 'repeat', part, times: timesOf(found)};
	};

	const one = (): Part | undefined => {
		const [mark] = read(edge) ?? [];
		const found = mark === undefined ? undefined : edges[mark];
		if (found !== undefined) return {kind: 'edge', edge: found};
		if (read(backreference)) return {kind: 'other', part: {kind: 'sequence', parts: []}};
		const group = read(opening);
		if (group !== undefined) {
			const part = choice();
			at++;
			return group.groups?.['around'] === undefined ? part : {kind: 'other', part};
		}
		const [text] = read(letter) ?? [];
		if (text !== undefined) return {kind: 'letter', source: text};
		isKnown = false;
		return undefined;
	};

	const whole = choice();
	return isKnown && at === source.length ? whole : undefined;
};

const endless = Number.POSITIVE_INFINITY;

const timesOf = ([, sign, least, comma, most, lazy]: RegExpExecArray): Times => {
	const isGreedy = lazy === undefined;
	if (sign !== undefined)
		return {least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : endless, isGreedy};
	const first = Number(least);
	if (comma === undefined) return {least: first, most: first, isGreedy};
	return {least: first, most: most === '' ? endless : Number(most), isGreedy};
};
