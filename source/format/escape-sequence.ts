const escapeCode = 0x1b;
const c1First = 0x80;
const c1Last = 0x9f;

/** Escape sequences start with ESC or with a C1 code; terminals honour C1 inside UTF-8 too. */
export const introducer = /[\u001b\u0080-\u009f]/;

const everyIntroducer = new RegExp(introducer, 'g');

/**
 * Splits text at its complete escape sequences: the visitor gets where each run starts and ends, and
 * where the sequence after it ends. Stops when the visitor returns false.
 */
export const eachRun = (
	text: string,
	visit: (start: number, end: number, sequenceEnd: number) => boolean,
): void => {
	let start = 0;
	let from = 0;
	for (;;) {
		const index = nextIntroducer(text, from);
		if (index < 0) break;
		const end = sequenceEnd(text, index);
		from = end ?? index + 1;
		if (end === undefined) continue;
		if (!visit(start, index, end)) return;
		start = end;
	}
	visit(start, text.length, text.length);
};

/** Where the next sequence may begin, from `from` on; -1 when none does. */
const nextIntroducer = (text: string, from: number): number => {
	everyIntroducer.lastIndex = from;
	// A test makes nothing that would have to be cleared away.
	return everyIntroducer.test(text) ? everyIntroducer.lastIndex - 1 : -1;
};

/** ESC plus one of these is the same as the C1 code 0x40 above it. */
const controlSequence = 0x5b; // [
const operatingSystemCommand = 0x5d; // ]
/** DCS P, SOS X, PM ^, APC _: strings like OSC that end only with ST. */
const otherStrings = [0x50, 0x58, 0x5e, 0x5f];

/** Everything that ends a string, orderly or not; none of these may be skipped unseen. */
const stringEnd = /[\u0018\u001a\u001b\u0080-\u009f]/g;
const commandEnd = /[\u0007\u0018\u001a\u001b\u0080-\u009f]/g;

const isBetween = (code: number, first: number, last: number): boolean =>
	code >= first && code <= last;

/**
 * Where the escape sequence ends that begins at `index`; undefined when no complete one begins
 * there. A string sequence that another sequence cuts short ends where that one begins. Time is
 * linear in the text however hostile it is, because the search for an end stops at the next start.
 */
const sequenceEnd = (text: string, index: number): number | undefined => {
	const first = text.charCodeAt(index);
	if (first === escapeCode) {
		const second = text.charCodeAt(index + 1);
		return afterIntroducer(text, index + 2, second) ?? shortSequenceEnd(text, index);
	}
	return isBetween(first, c1First, c1Last)
		? afterIntroducer(text, index + 1, first - 0x40)
		: undefined;
};

const afterIntroducer = (text: string, index: number, kind: number): number | undefined => {
	if (kind === controlSequence) return controlSequenceEnd(text, index);
	if (kind === operatingSystemCommand) return terminated(text, index, commandEnd);
	return otherStrings.includes(kind) ? terminated(text, index, stringEnd) : undefined;
};

/** Parameters, intermediates, one final; anything else in between makes it no sequence. */
const controlSequenceEnd = (text: string, start: number): number | undefined => {
	let index = start;
	while (isBetween(text.charCodeAt(index), 0x30, 0x3f)) index++;
	while (isBetween(text.charCodeAt(index), 0x20, 0x2f)) index++;
	return isBetween(text.charCodeAt(index), 0x40, 0x7e) ? index + 1 : undefined;
};

const terminated = (text: string, start: number, end: RegExp): number | undefined => {
	end.lastIndex = start;
	const found = end.exec(text);
	if (!found) return undefined;
	const isEscape = found[0] === '\u001b';
	if (isEscape && text[found.index + 1] === '\\') return found.index + 2;
	return isEscape || isOtherControl(found[0]) ? found.index : found.index + 1;
};

/** A C1 code other than ST starts something of its own. */
const isOtherControl = (character: string): boolean =>
	character >= '\u0080' && character !== '\u009c';

/**
 * Charset choice, save cursor, reset and the like. Only those that exist: any other letter after an
 * ESC is text, and not to be swallowed.
 */
const shortSequence =
	/\u001b(?: [FGLMN]|#[3-68]|%[@G]|[()*+./-][\w"%&<=>?`]|[6-9<=>DEFHMNOVWZ\\clmno|}~])/y;

const shortSequenceEnd = (text: string, index: number): number | undefined => {
	shortSequence.lastIndex = index;
	return shortSequence.test(text) ? shortSequence.lastIndex : undefined;
};
