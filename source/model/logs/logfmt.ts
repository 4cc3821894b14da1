/** What comes later in a line is not taken apart. */
const maxFields = 200;

const key = /[A-Za-z_@][\w.@/-]{0,63}=/y;
const bare = /[^\s"]*/y;
const space = 0x20;
const quote = '"';

/**
 * The fields of a line of logfmt, quotes taken away; undefined for a line that is anything else: each
 * word must be a field, and there are two at least.
 */
export const parseLogfmt = (
	text: string,
): ReadonlyArray<readonly [name: string, value: string]> | undefined => {
	const fields: Array<readonly [string, string]> = [];
	let index = 0;
	while (index < text.length && fields.length < maxFields) {
		const nameEnd = endOf(key, text, index);
		if (nameEnd === undefined) return undefined;
		const end = valueEnd(text, nameEnd);
		if (end === undefined) return undefined;
		fields.push([text.slice(index, nameEnd - 1), unquoted(text.slice(nameEnd, end))]);
		index = end;
		while (text.charCodeAt(index) === space) index++;
	}
	return fields.length > 1 ? fields : undefined;
};

const endOf = (pattern: RegExp, text: string, from: number): number | undefined => {
	pattern.lastIndex = from;
	return pattern.test(text) ? pattern.lastIndex : undefined;
};

/** Undefined where the quote is not closed or text follows it without a space. */
const valueEnd = (text: string, start: number): number | undefined => {
	const end = text[start] === quote ? closingQuote(text, start + 1) : endOf(bare, text, start);
	const isEnded = end === text.length || (end !== undefined && text.charCodeAt(end) === space);
	return isEnded ? end : undefined;
};

const closingQuote = (text: string, start: number): number | undefined => {
	for (let index = start; index < text.length; index++) {
		if (text[index] === quote) return index + 1;
		if (text[index] === '\\') index++;
	}
	return undefined;
};

const escapes: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '\r'};

const unquoted = (value: string): string =>
	value.startsWith(quote)
		? value.slice(1, -1).replace(/\\(.)/g, (_, escaped: string) => escapes[escaped] ?? escaped)
		: value;
