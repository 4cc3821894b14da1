import {levelOfField, levelOfMongo} from './level-field.ts';
import type {LogLevel, PlacedLevel} from './log-level.ts';

/** What comes later in a line is not looked at. */
const searched = 4096;

const quote = 0x22;
const backslash = 0x5c;
/** Brackets and braces differ from each other by this bit only. */
const braceBit = 0x20;
const opening = 0x7b;
const closing = 0x7d;
const colon = 0x3a;
const space = 0x20;

/**
 * The level in a line of JSON by the names of its fields, without parsing it: only fields of the
 * record itself count, and of `log`, in which the Elastic schema has it.
 */
export const jsonLevel = (text: string): PlacedLevel | undefined => {
	const scan: Scan = {text, end: Math.min(text.length, searched), depth: 0, outer: ''};
	for (let index = 0; index < scan.end; index++) {
		const code = text.charCodeAt(index);
		if ((code | braceBit) === opening) scan.depth++;
		else if ((code | braceBit) === closing) scan.depth--;
		else if (code === quote) {
			const end = stringEnd(text, index + 1, scan.end);
			const found = atString(scan, index + 1, end);
			if (found) return found;
			index = end;
		}
	}
	return undefined;
};

interface Scan {
	readonly text: string;
	readonly end: number;
	depth: number;
	/** The last field of the record itself. */
	outer: string;
}

/** Where the closing quote is. */
const stringEnd = (text: string, start: number, limit: number): number => {
	let end = start;
	while (end < limit) {
		const code = text.charCodeAt(end);
		if (code === quote) return end;
		end += code === backslash ? 2 : 1;
	}
	return limit;
};

const atString = (scan: Scan, start: number, end: number): PlacedLevel | undefined => {
	const {text, depth} = scan;
	if (depth > 2) return undefined;
	const afterName = skipSpaces(text, end + 1);
	if (text.charCodeAt(afterName) !== colon) return undefined;
	if (depth === 1) scan.outer = text.slice(start, end);
	else if (scan.outer !== 'log') return undefined;
	const valueAt = skipSpaces(text, afterName + 1);
	const isText = text.charCodeAt(valueAt) === quote;
	const at = isText ? valueAt + 1 : valueAt;
	const valueEnd = isText ? stringEnd(text, at, scan.end) : numberEnd(text, at);
	if (valueEnd - at > longestValue || valueEnd === at || end - start > longestName)
		return undefined;
	const isGelf = !isText && text.slice(0, scan.end).includes('"short_message"');
	const level = levelOf(text, text.slice(start, end), text.slice(at, valueEnd), isGelf);
	return level && {level, at: [at, valueEnd]};
};

const longestName = 16;
const longestValue = 16;

const levelOf = (
	text: string,
	name: string,
	value: string,
	isGelf: boolean,
): LogLevel | undefined =>
	name === 's' && text.startsWith('{"t":')
		? levelOfMongo(value)
		: levelOfField(name, value, isGelf);

const skipSpaces = (text: string, start: number): number => {
	let index = start;
	while (text.charCodeAt(index) === space) index++;
	return index;
};

const numberEnd = (text: string, start: number): number => {
	let end = start;
	while (text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
	return end;
};
