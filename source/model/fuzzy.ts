/** Something to be found, made ready once. */
export interface FuzzyText {
	readonly text: string;
	/** Without capitals, character for character the same length. */
	readonly folded: string;
	/** One bit for each letter and digit in it; other characters share one. */
	readonly letters: number;
}

/** What was typed, made ready once. */
export interface FuzzyPattern {
	/** Each has to be found, in any order. */
	readonly words: readonly FuzzyText[];
	/** A capital was typed: then capitals count. */
	readonly isExact: boolean;
}

/** More than this of a text is not looked at, so that the work is bounded whatever names are long. */
const mostText = 160;
const mostWord = 32;

export const fuzzyText = (text: string): FuzzyText => {
	const folded = fold(text);
	return {text, folded, letters: lettersOf(folded)};
};

export const fuzzyPattern = (typed: string): FuzzyPattern => ({
	words: typed
		.split(/\s+/)
		.filter(Boolean)
		.map(word => fuzzyText(word.slice(0, mostWord))),
	isExact: typed !== fold(typed),
});

/**
 * How well the letters of the pattern are found in the text, in their order: more for the starts of
 * words and for letters that stand together, less for what lies between. Undefined where they are not.
 */
export const fuzzyScore = ({words, isExact}: FuzzyPattern, text: FuzzyText): number | undefined => {
	let sum = 0;
	for (const word of words) {
		const score = align(word, text, isExact);
		if (score === undefined) return undefined;
		sum += score;
	}
	return sum;
};

/** Where in the text the letters of the best match stand, in order; empty where there is none. */
export const fuzzyPlaces = ({words, isExact}: FuzzyPattern, text: FuzzyText): readonly number[] => {
	const places = new Set<number>();
	for (const word of words) {
		if (align(word, text, isExact) === undefined) return [];
		for (const place of tracePlaces(word.text.length, Math.min(text.text.length, mostText))) {
			places.add(place);
		}
	}
	return [...places].toSorted((a, b) => a - b);
};

/** A letter such as `İ` would become two. */
const fold = (text: string): string => {
	const lower = text.toLowerCase();
	if (lower.length === text.length) return lower;
	return [...text]
		.map(each => (each.toLowerCase().length === 1 ? each.toLowerCase() : each))
		.join('');
};

const lettersOf = (folded: string): number => {
	let letters = 0;
	for (let index = 0; index < folded.length; index++) {
		const code = folded.charCodeAt(index);
		// 26 letters, and the digits two by two.
		if (code >= 97 && code <= 122) letters |= 1 << (code - 97);
		else if (code >= 48 && code <= 57) letters |= 1 << (26 + ((code - 48) >> 1));
		else letters |= 1 << 31;
	}
	return letters;
};

const forLetter = 16;
const forTogether = 12;
const forStart = 10;
const forWord = 8;
/** Taken off for each letter before the first, and for each between two. */
const ahead = 1;
const between = 2;
const impossible = -1_000_000;

/** Best scores of the beginnings of word and text: with the last letter of both the same one, and at all. */
const ending = new Int32Array((mostWord + 1) * (mostText + 1));
const within = new Int32Array((mostWord + 1) * (mostText + 1));
const row = mostText + 1;

/** The score of the best alignment; fills the two tables. */
const align = (word: FuzzyText, text: FuzzyText, isExact: boolean): number | undefined => {
	if ((word.letters & ~text.letters) !== 0) return undefined;
	const wanted = isExact ? word.text : word.folded;
	const given = isExact ? text.text : text.folded;
	const size = Math.min(given.length, mostText);
	if (!isInOrder(wanted, given, size)) return undefined;
	for (let index = 0; index < wanted.length; index++) {
		const code = wanted.charCodeAt(index);
		const at = (index + 1) * row;
		within[at] = impossible;
		ending[at] = impossible;
		for (let place = 0; place < size; place++) {
			const isIt = given.charCodeAt(place) === code;
			const score = isIt ? forLetter + approach(index, place, text.text) : impossible;
			ending[at + place + 1] = score;
			within[at + place + 1] = Math.max(score, (within[at + place] ?? 0) - between);
		}
	}
	// What lies behind the last letter costs nothing.
	return bestEnd(wanted.length * row, size).score;
};

/** What the letters before this one are worth, and that it stands here. */
const approach = (index: number, place: number, text: string): number => {
	const at = index * row + place;
	const before = index === 0 ? -place * ahead : (within[at] ?? 0);
	const apart = before + placeBonus(text, place);
	return index === 0 ? apart : Math.max(apart, (ending[at] ?? 0) + forTogether);
};

const bestEnd = (at: number, size: number): {readonly score: number; readonly place: number} => {
	let score = impossible;
	let place = 0;
	for (let index = 1; index <= size; index++) {
		const each = ending[at + index] ?? impossible;
		if (each > score) {
			score = each;
			place = index;
		}
	}
	return {score, place};
};

/** Back through the tables that were filled last. */
const tracePlaces = (letters: number, size: number): readonly number[] => {
	const places: number[] = [];
	let {place} = bestEnd(letters * row, size);
	for (let letter = letters; letter > 0; letter--) {
		places.push(place - 1);
		if (letter === 1) break;
		const at = (letter - 1) * row;
		const together = (ending[at + place - 1] ?? impossible) + forTogether;
		const isTogether = (ending[at + row + place] ?? 0) === forLetter + together;
		place = isTogether ? place - 1 : endOfBest(at, place - 1);
	}
	return places;
};

/** Where the score that is best up to a place was reached. */
const endOfBest = (at: number, upTo: number): number => {
	let place = upTo;
	while (place > 1 && within[at + place] !== ending[at + place]) place--;
	return place;
};

const isInOrder = (wanted: string, given: string, size: number): boolean => {
	let next = 0;
	for (let place = 0; place < size && next < wanted.length; place++) {
		if (given.charCodeAt(place) === wanted.charCodeAt(next)) next++;
	}
	return next === wanted.length;
};

/** More where a word begins: at the start, after a sign, at a capital after a small letter. */
const placeBonus = (text: string, place: number): number => {
	if (place === 0) return forStart;
	const before = text.charCodeAt(place - 1);
	if (!isLetter(before)) return isLetter(text.charCodeAt(place)) ? forWord : 0;
	return isCapital(text.charCodeAt(place)) && !isCapital(before) ? forWord : 0;
};

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

const isLetter = (code: number): boolean =>
	isCapital(code) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
