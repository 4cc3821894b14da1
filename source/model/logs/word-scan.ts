import type {PlacedLevel} from './log-level.ts';
import {mayTell, toldLevel} from './told-level.ts';

/** A level is near the start of its line, before the words of the message. */
const searched = 512;
/** After so many plain words the message has begun. */
const maxNames = 3;

const letter = 1;
const digit = 2;
const isWordKind = (kind: number): boolean => kind === letter || kind === digit;
const opening = 3;
const closing = 4;
const blank = 5;
const quote = 6;

/** What the characters of ASCII are to the scan. */
const kinds = new Uint8Array(128);
const mark = (characters: string, kind: number): void => {
	for (const character of characters) kinds[character.charCodeAt(0)] = kind;
};
mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', letter);
mark('0123456789_', digit);
mark('[({<', opening);
mark('])}>', closing);
mark(' \t', blank);
mark('"', quote);

/** Letters of all scripts make words and sentences; signs, arrows and pictures do not. */
const kindAt = (text: string, index: number): number => {
	const code = text.charCodeAt(index);
	if (code < 128) return kinds[code] ?? 0;
	return isSign(code) ? 0 : letter;
};

/** Punctuation to dingbats, and the surrogates that pictures are made of. */
const isSign = (code: number): boolean =>
	(code >= 0x2000 && code < 0x2c00) || (code >= 0xd800 && code < 0xe000);

/**
 * The level that a word tells which stands where programs write one: before the message, in
 * capitals, in brackets, before a colon or as a field. Before it may be times, numbers, brackets,
 * and a name or two; after a few plain words the rest is a sentence, whose words mean nothing.
 */
export const scanWords = (text: string): PlacedLevel | undefined => {
	scan.text = text;
	scan.limit = Math.min(text.length, searched);
	scan.index = 0;
	scan.names = 0;
	scan.depth = 0;
	while (scan.index < scan.limit && scan.names <= maxNames) {
		const kind = kindAt(text, scan.index);
		if (kind === letter) {
			const found = takeWord();
			if (found) return found;
		} else if (kind === digit) {
			scan.index = endOfWord(text, scan.index, scan.limit);
		} else {
			takeSign(kind);
		}
	}
	return undefined;
};

interface Scan {
	text: string;
	limit: number;
	index: number;
	/** Plain words so far. */
	names: number;
	/** Open brackets. */
	depth: number;
}

/** One for all lines, of which there may be tens of thousands a second. */
const scan: Scan = {text: '', limit: 0, index: 0, names: 0, depth: 0};

const takeWord = (): PlacedLevel | undefined => {
	const {text, index: start, names, depth} = scan;
	const end = endOfWord(text, start, scan.limit);
	scan.index = end;
	const found = mayTell(text, start, end) ? toldLevel({text, start, end, names, depth}) : undefined;
	if (!found && depth === 0 && isPlain(text, start, end)) scan.names++;
	return found;
};

/** After `host program[7]: ` the line begins anew. */
const takeSign = (kind: number): void => {
	const {text, index} = scan;
	if (kind === closing && text.startsWith(']: ', index)) scan.names = 0;
	scan.depth += depthChange(kind, scan.depth);
	scan.index = kind === quote ? afterQuoted(text, index + 1, scan.limit) : index + 1;
};

const depthChange = (kind: number, depth: number): number => {
	if (kind === opening) return 1;
	return kind === closing && depth > 0 ? -1 : 0;
};

const endOfWord = (text: string, start: number, limit: number): number => {
	let end = start + 1;
	while (end < limit && isWordKind(kindAt(text, end))) end++;
	return end;
};

const quotationMark = 0x22;
const backslash = 0x5c;

/** Quoted text is a message or an address, whatever words it holds. */
const afterQuoted = (text: string, start: number, limit: number): number => {
	let index = start;
	while (index < limit) {
		const code = text.charCodeAt(index++);
		if (code === quotationMark) break;
		if (code === backslash) index++;
	}
	return index;
};

/** Words of a time, and the one before each level of PHP. */
const noNames = new Set(
	[
		'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
		'Mon Tue Wed Thu Fri Sat Sun AM PM UTC GMT CET CEST EST EDT PST PDT PHP',
	]
		.join(' ')
		.split(' '),
);

const punctuation = '.,;!?';
const small = 0x61;

const isPlain = (text: string, start: number, end: number): boolean => {
	if (start > 0 && kindAt(text, start - 1) !== blank) return false;
	const isEnded =
		isBreak(text, end) || (isBreak(text, end + 1) && punctuation.includes(text.charAt(end)));
	if (!isEnded || end - start > 4 || text.charCodeAt(start) >= small) return isEnded;
	return !noNames.has(text.slice(start, end));
};

const isBreak = (text: string, index: number): boolean =>
	index >= text.length || kindAt(text, index) === blank;
