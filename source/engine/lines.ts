import type {LogLine, LogStream} from '../model/log-line.ts';
import {
	fixedStampLength,
	fixedStampMillis,
	longestStamp,
	stampLength,
	stampMillis,
	startsWithFixedStamp,
} from './stamp.ts';

export interface LineJoiner {
	/** Takes one stored entry, or in the raw form any piece of the stream; adds the lines that are whole. */
	push(
		stream: LogStream,
		bytes: Uint8Array,
		lines: LogLine[],
		/** Where it lies in the bytes; all of them where it is not said. */
		start?: number,
		end?: number,
	): void;
	/** The stream ended: hands out lines that have no newline. */
	end(): LogLine[];
}

export interface LineJoinerOptions {
	/** The container has a terminal: there are no frames, so that entries end at a newline or 16 KiB. */
	readonly raw: boolean;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
/** What the engine stores of a long line in one entry. */
const entryLength = 16 * 1024;
const longestLine = 64 * 1024;

/**
 * Joins the entries of a log to lines. Each entry starts with a time stamp, also when it only goes
 * on with a line above 16 KiB. Bytes are decoded when the line is whole, so that a character cut by
 * an entry survives. Of a line that was overwritten with carriage returns the last state is kept.
 */
export const createLineJoiner = ({raw}: LineJoinerOptions): LineJoiner => {
	const stdout = new LineAssembly('stdout', raw);
	const stderr = new LineAssembly('stderr', raw);
	return {
		push: (stream, bytes, lines, start = 0, end = bytes.length) =>
			(stream === 'stdout' ? stdout : stderr).push(bytes, lines, start, end),
		end: () => [...stdout.end(), ...stderr.end()],
	};
};

class LineAssembly {
	readonly #stream: LogStream;
	readonly #raw: boolean;
	/** Bytes at the start of an entry that are too few to tell whether they are a time stamp. */
	#head: Uint8Array | undefined = new Uint8Array(0);
	/** Of the current entry, without the stamp. */
	#entryFilled = 0;
	#stamp: string | undefined;
	#pieces: Uint8Array[] = [];
	#size = 0;
	#cutBytes = 0;
	/** The text so far ends with a carriage return: what follows overwrites it, unless it is the newline. */
	#isReturned = false;
	#isOpen = false;

	constructor(stream: LogStream, raw: boolean) {
		this.#stream = stream;
		this.#raw = raw;
	}

	push(all: Uint8Array, lines: LogLine[], start: number, end: number) {
		const whole = this.#raw || this.#isOpen ? undefined : wholeLine(this.#stream, all, start, end);
		if (whole) {
			lines.push(whole);
			return;
		}
		const bytes = all.subarray(start, end);
		if (!this.#raw) this.#startEntry();
		let offset = 0;
		while (offset < bytes.length) {
			offset = this.#head ? this.#readStamp(bytes, offset) : this.#readText(bytes, offset, lines);
		}
		if (!this.#raw && this.#head) this.#settleHead();
	}

	end(): LogLine[] {
		this.#settleHead();
		return this.#isOpen ? [this.#finish()] : [];
	}

	#startEntry() {
		this.#head = new Uint8Array(0);
		this.#entryFilled = 0;
	}

	/** Returns the offset of the text, or the end when more bytes are needed. */
	#readStamp(bytes: Uint8Array, offset: number): number {
		const before = this.#head ?? bytes;
		const window = bytes.subarray(offset, offset + longestStamp + 1 - before.length);
		const head = before.length === 0 ? window : concat([before, window]);
		const firstNewline = head.indexOf(newline);
		const length =
			firstNewline < 0 ? stampLength(head) : (stampLength(head.subarray(0, firstNewline)) ?? 0);
		if (length === undefined) {
			this.#head = head.slice();
			return offset + window.length;
		}
		this.#head = undefined;
		if (length > 0) {
			this.#stamp ??= decode(head.subarray(0, length));
			this.#isOpen = true;
			return offset + length + 1 - before.length;
		}
		this.#append(before);
		return offset;
	}

	/** Bytes that turned out to be no stamp are text. */
	#settleHead() {
		const head = this.#head;
		this.#head = undefined;
		if (head && head.length > 0) this.#append(head);
	}

	#readText(bytes: Uint8Array, offset: number, lines: LogLine[]): number {
		const limit = this.#raw
			? Math.min(bytes.length, offset + entryLength - this.#entryFilled)
			: bytes.length;
		const found = bytes.subarray(offset, limit).indexOf(newline);
		const end = found < 0 ? limit : offset + found;
		this.#append(bytes.subarray(offset, end));
		if (found >= 0) {
			lines.push(this.#finish());
			this.#startEntry();
			return end + 1;
		}
		if (this.#raw && this.#entryFilled >= entryLength) this.#startEntry();
		return end;
	}

	#append(bytes: Uint8Array) {
		if (bytes.length === 0) return;
		this.#isOpen = true;
		this.#entryFilled += bytes.length;
		const fresh = this.#forgetOverwritten(bytes);
		const room = longestLine - this.#size;
		const kept = fresh.length <= room ? fresh : fresh.subarray(0, room);
		this.#cutBytes += fresh.length - kept.length;
		this.#size += kept.length;
		if (kept.length > 0) this.#pieces.push(kept);
	}

	/** A progress bar may run for hours without a newline: what it has overwritten is dropped at once. */
	#forgetOverwritten(bytes: Uint8Array): Uint8Array {
		let end = bytes.length;
		while (end > 0 && bytes[end - 1] === carriageReturn) end--;
		const start = end > 0 ? bytes.lastIndexOf(carriageReturn, end - 1) + 1 : 0;
		if (start > 0 || (end > 0 && this.#isReturned)) this.#forgetText();
		this.#isReturned = end < bytes.length || (end === 0 && this.#isReturned);
		return bytes.subarray(start);
	}

	#forgetText() {
		this.#pieces = [];
		this.#size = 0;
		this.#cutBytes = 0;
		this.#isReturned = false;
	}

	#finish(): LogLine {
		const [first] = this.#pieces;
		const bytes = first && this.#pieces.length === 1 ? first : concat(this.#pieces);
		const text = lastState(decode(this.#cutBytes > 0 ? wholeCharacters(bytes) : bytes));
		const stamp = this.#stamp;
		const atMillis = stamp === undefined ? undefined : stampMillis(stamp);
		// A return before the newline is part of the line break, not of what was cut.
		const cutBytes = this.#cutBytes - (this.#cutBytes > 0 && this.#isReturned ? 1 : 0);
		this.#stamp = undefined;
		this.#isOpen = false;
		this.#forgetText();
		return {
			kind: 'line',
			stream: this.#stream,
			text,
			...(stamp !== undefined && {stamp}),
			...(atMillis !== undefined && {atMillis}),
			...(cutBytes > 0 && {cutBytes}),
		};
	}
}

/**
 * The line of an entry that holds one and no more, with a stamp of Docker: nearly all do, and all the
 * rest of this file costs several times as much. Undefined for any other entry.
 */
const wholeLine = (
	stream: LogStream,
	bytes: Uint8Array,
	start: number,
	afterEnd: number,
): LogLine | undefined => {
	const textStart = start + fixedStampLength + 1;
	const end = afterEnd - 1;
	if (end < textStart || end - textStart > longestLine) return undefined;
	if (!startsWithFixedStamp(bytes, start)) return undefined;
	if (bytes.indexOf(newline, textStart) !== end) return undefined;
	const buffer = asBuffer(bytes);
	const stamp = buffer.toString('latin1', start, start + fixedStampLength);
	const atMillis = fixedStampMillis(bytes, start) ?? stampMillis(stamp);
	if (atMillis === undefined) return undefined;
	const text = lastState(buffer.toString('utf8', textStart, end));
	return {kind: 'line', stream, text, stamp, atMillis};
};

const asBuffer = (bytes: Uint8Array): Buffer =>
	Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const decode = (bytes: Uint8Array): string => asBuffer(bytes).toString('utf8');

const concat = (pieces: readonly Uint8Array[]): Uint8Array => Buffer.concat(pieces);

/** Text after the last carriage return; those at the end belong to the line break. */
const lastState = (text: string): string => {
	if (!text.includes('\r')) return text;
	let end = text.length;
	while (end > 0 && text[end - 1] === '\r') end--;
	if (end === 0) return '';
	return text.slice(text.lastIndexOf('\r', end - 1) + 1, end);
};

/** Without a character whose bytes were cut at the end. */
const wholeCharacters = (bytes: Uint8Array): Uint8Array => {
	let start = bytes.length - 1;
	while (start > 0 && start > bytes.length - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
	const lead = bytes[start] ?? 0;
	const wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
	return start + wanted > bytes.length ? bytes.subarray(0, start) : bytes;
};
