import {unexpectedAnswer} from './unexpected-answer.ts';

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** A container with all its labels is some kilobytes. */
const longestItem = 16 * 1024 * 1024;
/** Of an answer that is no array; so much is told of it. */
const longestHead = 60;

/** Before the array, in it, behind it. */
type Place = 'head' | 'items' | 'tail';

/**
 * Cuts a JSON array that comes in pieces into the texts of its items, so that the whole of a long
 * one is never held. What is between two commas is handed out unchecked, for whoever parses it will
 * find out. `null` is an empty array. Throws `protocol` for what is no array, or has no end.
 */
export class JsonItems {
	#place: Place = 'head';
	/** Of the item that is under way, or of what stands where an array should begin. */
	#pieces: Uint8Array[] = [];
	#size = 0;
	#depth = 0;
	#isInString = false;
	#isEscaped = false;
	#isFirst = true;

	/** The items that end in these bytes; to be read to the end before the next call. */
	*push(bytes: Uint8Array): Generator<Buffer> {
		let start = this.#place === 'head' ? this.#readHead(bytes) : 0;
		while (this.#place === 'items') {
			const end = this.#findEnd(bytes, start);
			if (end >= bytes.length) {
				this.#keep(bytes.subarray(start), longestItem);
				return;
			}
			const item = this.#take(bytes.subarray(start, end));
			const isLast = bytes[end] === closeBracket;
			if (isLast) this.#place = 'tail';
			start = end + 1;
			if (!(isLast && this.#isFirst && isBlank(item))) yield item;
			this.#isFirst = false;
		}
		if (this.#place === 'tail' && !isBlank(bytes.subarray(start)))
			throw unexpectedAnswer('text behind ]');
	}

	end(): void {
		if (this.#place === 'tail') return;
		const text = this.#take(nothing).toString('utf8');
		if (this.#place === 'items') throw unexpectedAnswer('a list without an end');
		if (!/^[ \t\r\n]*null[ \t\r\n]*$/.test(text)) throw unexpectedAnswer(text);
	}

	/** Where the first item begins. */
	#readHead(bytes: Uint8Array): number {
		const start = bytes.findIndex(byte => !isSpace(byte));
		if (this.#size > 0 || (start >= 0 && bytes[start] !== openBracket)) {
			this.#keep(bytes, longestHead);
			return bytes.length;
		}
		if (start < 0) return bytes.length;
		this.#place = 'items';
		return start + 1;
	}

	/** Of the comma or bracket behind the item; beyond the bytes when it is not in these. */
	#findEnd(bytes: Uint8Array, start: number): number {
		let depth = this.#depth;
		let index = this.#isInString ? this.#skipString(bytes, start) : start;
		while (index < bytes.length) {
			const byte = bytes[index];
			if (depth === 0 && (byte === comma || byte === closeBracket)) break;
			if (byte === openBrace || byte === openBracket) depth++;
			else if (depth > 0 && (byte === closeBrace || byte === closeBracket)) depth--;
			index = byte === quote ? this.#skipString(bytes, index + 1) : index + 1;
		}
		this.#depth = depth;
		return index;
	}

	/** Behind the string, or the end of the bytes. */
	#skipString(bytes: Uint8Array, start: number): number {
		const {length} = bytes;
		let index = this.#isEscaped ? start + 1 : start;
		while (index < length && bytes[index] !== quote) index += bytes[index] === backslash ? 2 : 1;
		this.#isEscaped = index > length;
		this.#isInString = index >= length;
		return index + 1;
	}

	#keep(bytes: Uint8Array, longest: number): void {
		if (bytes.length === 0) return;
		this.#pieces.push(bytes);
		this.#size += bytes.length;
		if (this.#size <= longest) return;
		throw unexpectedAnswer(this.#take(nothing).toString('utf8', 0, longestHead));
	}

	#take(rest: Uint8Array): Buffer {
		const pieces = this.#pieces;
		if (pieces.length === 0) return Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength);
		this.#pieces = [];
		this.#size = 0;
		return Buffer.concat([...pieces, rest]);
	}
}

const nothing = new Uint8Array(0);

const isSpace = (byte: number | undefined): boolean =>
	byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const isBlank = (bytes: Uint8Array): boolean => bytes.every(isSpace);
