import {type LevelWord, levelWord, mayBeLevel} from './level-words.ts';
import type {PlacedLevel} from './log-level.ts';

export interface ScannedWord {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Plain words before it, times and brackets not counted. */
	readonly names: number;
	/** Brackets that are open around it. */
	readonly depth: number;
}

/** Cheap: false for nearly all words that tell nothing. */
export const mayTell = (text: string, start: number, end: number): boolean => {
	const after = text.charCodeAt(end);
	return (
		after === 0x3a || after === 0x3d || mayBeLevel(text, start, end) || isLog(text, start, end)
	);
};

const isLog = (text: string, start: number, end: number): boolean =>
	end - start === 3 && text.startsWith('LOG', start);

/** The level that this word of a line tells; undefined for all words that tell none where they stand. */
export const toldLevel = (word: ScannedWord): PlacedLevel | undefined => {
	const {text, start, end, names} = word;
	const known = levelWord(text, start, end);
	if (known) {
		// `http: panic serving 172.18.0.1:50990`, which the server outlives.
		if (names === 0 && text.startsWith('panic serving ', start))
			return {level: 'error', at: [start, end]};
		const counts = isCapitals(word) ? countsInCapitals(word, known) : countsInSmall(word, known);
		return counts ? {level: known.level, at: [start, end]} : undefined;
	}
	const after = text[end];
	if (after === '=') return fieldLevel(word);
	if (after === ':' || (after === ' ' && end - start === 3)) return otherWord(word);
	return undefined;
};

const isCapitals = ({text, start, end}: ScannedWord): boolean =>
	text.charCodeAt(start) < 0x5b && text.charCodeAt(end - 1) < 0x5b;

const textAt = (text: string, index: number): string => text[index] ?? '';

const countsInCapitals = (word: ScannedWord, known: LevelWord): boolean => {
	const {text, start, end, names, depth} = word;
	const before = textAt(text, start - 1);
	const after = textAt(text, end);
	if (!known.asCapitals) return names <= 2 && isEnclosed(word);
	// Monolog: `production.ERROR: `; Erlang: `=ERROR REPORT====`.
	if (before === '.') return after === ':' && names === 0;
	if (before === '=') return start === 1;
	if (before !== '' && !' \t[(<{|:])}'.includes(before)) return false;
	if (after !== '' && ':])|>!'.includes(after)) return names <= 2;
	// Logrus: `INFO[0000] listening`; Celery: `: INFO/MainProcess]`.
	if (after === '[') return start === 0;
	if (after === '/') return depth > 0;
	if (after !== '' && !' \t,'.includes(after)) return false;
	return names === 0 || (names <= 2 && isEnclosed(word));
};

const countsInSmall = (word: ScannedWord, known: LevelWord): boolean => {
	const {text, start, end, names, depth} = word;
	if (names > 1) return false;
	const after = textAt(text, end);
	if (after === ':') {
		const isPrefix = known.asPrefix && depth === 0 && names === 0;
		return (
			isPrefix && ' \t'.includes(textAt(text, start - 1)) && ' \t'.includes(text.charAt(end + 1))
		);
	}
	// Apache: `[core:error]`.
	if (after === ']' && text[start - 1] === ':') return depth > 0;
	if (names === 0 && text.startsWith(' error:', end)) return known.level === 'fatal';
	return isEnclosed(word) || (names === 0 && isBeforeDash(word));
};

const pairs: Readonly<Record<string, string>> = {
	'[': ']',
	'<': '>',
	'|': '|',
	'-': '-',
	'\t': '\t',
};

/** In brackets, between bars, dashes or tabs, with spaces for the width or without. */
const isEnclosed = ({text, start, end}: ScannedWord): boolean => {
	const left = text[skipped(text, start - 1, -1)];
	const isWithinName = text[start - 1] === '-' || text[end] === '-';
	if (isWithinName) return false;
	const closer = left === undefined ? undefined : pairs[left];
	return closer !== undefined && text[skipped(text, end, 1)] === closer;
};

const maxPadding = 12;

const skipped = (text: string, from: number, step: number): number => {
	let index = from;
	while (text[index] === ' ' && Math.abs(index - from) < maxPadding) index += step;
	return index;
};

const isBeforeDash = ({text, start, end}: ScannedWord): boolean => {
	const dash = skipped(text, end, 1);
	const isApart = dash > end && ' '.includes(textAt(text, start - 1));
	return isApart && text[dash] === '-' && text[dash + 1] === ' ';
};

const levelFields = new Set(['level', 'lvl', 'severity', 'levelname', 'loglevel', 'log_level']);
const value = /"?([A-Za-z]{3,13})(?:[+-]\d{1,2})?(?:"|\s|$)/y;

/** `level=error`, where no sentence came before. */
const fieldLevel = ({text, start, end, names, depth}: ScannedWord): PlacedLevel | undefined => {
	if (names > 0 || depth > 0 || !' \t'.includes(textAt(text, start - 1))) return undefined;
	if (end - start > 9 || !levelFields.has(text.slice(start, end))) return undefined;
	value.lastIndex = end + 1;
	const name = value.exec(text)?.[1];
	if (name === undefined) return undefined;
	const at = text.startsWith('"', end + 1) ? end + 2 : end + 1;
	const level = levelWord(text, at, at + name.length)?.level;
	return level && {level, at: [at, at + name.length]};
};

/** What is no name of a level and tells one all the same: classes of exceptions, and `LOG:  `. */
const otherWord = ({text, start, end, names, depth}: ScannedWord): PlacedLevel | undefined => {
	if (text.startsWith('LOG', start)) {
		const isPostgres = text.startsWith(':  ', end);
		const isNest = text.startsWith('[Nest]') && text.startsWith(' [', end);
		return isPostgres || isNest ? {level: 'info', at: [start, end]} : undefined;
	}
	if (names > 0 || depth > 0 || text[end] !== ':') return undefined;
	const name = text.slice(start, Math.min(end, start + maxClass));
	if (name.endsWith('Error') || name.endsWith('Exception'))
		return {level: 'error', at: [start, end]};
	return name.endsWith('Warning') ? {level: 'warn', at: [start, end]} : undefined;
};

const maxClass = 80;
