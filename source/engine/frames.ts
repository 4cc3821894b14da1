import type {LogStream} from '../model/log-line.ts';

/** One entry of the multiplexed stream, or the bytes that had to be given up. */
export type Frame =
	| {
			readonly kind: 'entry';
			readonly stream: LogStream;
			/** A view into the chunk where the entry came in one piece. */
			readonly bytes: Uint8Array;
	  }
	/** What the daemon says about itself in the middle of the stream (type 3). */
	| {readonly kind: 'notice'; readonly text: string}
	| {readonly kind: 'gap'; readonly reason: string};

/** Gets the frames in their order; entries where they lie, because there may be tens of thousands a second. */
export interface FrameTaker {
	entry(stream: LogStream, bytes: Uint8Array, start: number, end: number): void;
	other(frame: Exclude<Frame, {kind: 'entry'}>): void;
}

export interface FrameSplitter {
	push(chunk: Uint8Array): Frame[];
	/** The same, without an object for each entry. */
	read(chunk: Uint8Array, into: FrameTaker): void;
	/** The stream ended: reports an entry that is not whole. */
	end(into: FrameTaker): void;
}

const headerLength = 8;
/** Docker writes entries of 16 KiB; a length beyond this is a broken or hostile header. */
const longestFrame = 1024 * 1024;

/**
 * Splits the stream of a container without a terminal: 8 bytes [type, 0, 0, 0, length in 4 bytes
 * big endian], then the payload. A plain loop, because dockerode's own demultiplexer recurses and
 * copies all that is left for each frame. A header that cannot be true is skipped byte by byte
 * until one can.
 */
export const createFrameSplitter = (): FrameSplitter => {
	const header = new Uint8Array(headerLength);
	let headerFilled = 0;
	let skipped = 0;
	let type = 0;
	/** Of a frame whose payload comes in pieces. */
	let payload: Uint8Array | undefined;
	let payloadFilled = 0;

	let taker = framesInto([]);

	const emit = (bytes: Uint8Array, start: number, end: number) => {
		if (type !== 3) taker.entry(type === 2 ? 'stderr' : 'stdout', bytes, start, end);
		else taker.other({kind: 'notice', text: new TextDecoder().decode(bytes.subarray(start, end))});
	};

	/** Returns the offset after the header; `headerFilled` tells whether it is whole. */
	const readHeader = (chunk: Uint8Array, from: number): number => {
		let offset = from;
		while (offset < chunk.length) {
			header[headerFilled++] = chunk[offset++] ?? 0;
			if (headerFilled < headerLength) continue;
			if (isHeader(header)) break;
			header.copyWithin(0, 1);
			headerFilled = headerLength - 1;
			skipped++;
		}
		return offset;
	};

	/** Frames that lie in the chunk as a whole, one after the other: almost all do. Returns what is behind them. */
	const takeWhole = (chunk: Uint8Array, from: number): number => {
		let offset = from;
		while (offset + headerLength <= chunk.length && isHeader(chunk, offset)) {
			const start = offset + headerLength;
			const end = start + payloadLength(chunk, offset);
			if (end > chunk.length) break;
			type = chunk[offset] ?? 0;
			emit(chunk, start, end);
			offset = end;
		}
		return offset;
	};

	const startPayload = (chunk: Uint8Array, offset: number): number => {
		if (skipped > 0) {
			taker.other({kind: 'gap', reason: `${skipped} bytes of the log could not be read`});
			skipped = 0;
		}
		type = header[0] ?? 0;
		headerFilled = 0;
		const length = payloadLength(header);
		const end = offset + length;
		if (end <= chunk.length) {
			emit(chunk, offset, end);
			return end;
		}
		payload = new Uint8Array(length);
		payload.set(chunk.subarray(offset));
		payloadFilled = chunk.length - offset;
		return chunk.length;
	};

	const continuePayload = (chunk: Uint8Array, into: Uint8Array): number => {
		const count = Math.min(chunk.length, into.length - payloadFilled);
		into.set(chunk.subarray(0, count), payloadFilled);
		payloadFilled += count;
		if (payloadFilled === into.length) {
			payload = undefined;
			emit(into, 0, into.length);
		}
		return count;
	};

	const read = (chunk: Uint8Array, into: FrameTaker): void => {
		taker = into;
		let offset = payload ? continuePayload(chunk, payload) : 0;
		while (offset < chunk.length) {
			if (headerFilled === 0) offset = takeWhole(chunk, offset);
			offset = readHeader(chunk, offset);
			if (headerFilled < headerLength || !isHeader(header)) break;
			offset = startPayload(chunk, offset);
		}
	};

	return {
		read,
		push(chunk) {
			const frames: Frame[] = [];
			read(chunk, framesInto(frames));
			return frames;
		},
		end(into) {
			taker = into;
			const missing = payload ? payload.length - payloadFilled : 0;
			if (payload) emit(payload, 0, payloadFilled);
			const unread = skipped + headerFilled;
			if (missing > 0)
				into.other({kind: 'gap', reason: `cut off: ${missing} bytes of the last entry missing`});
			else if (unread > 0)
				into.other({kind: 'gap', reason: `cut off: ${unread} bytes could not be read`});
			payload = undefined;
			headerFilled = 0;
			skipped = 0;
		},
	};
};

/** Collects them, as objects. */
export const framesInto = (frames: Frame[]): FrameTaker => ({
	entry: (stream, bytes, start, end) =>
		frames.push({kind: 'entry', stream, bytes: bytes.subarray(start, end)}),
	other: frame => frames.push(frame),
});

const payloadLength = (bytes: Uint8Array, at = 0): number =>
	(byte(bytes, at + 4) * 256 + byte(bytes, at + 5)) * 65_536 +
	byte(bytes, at + 6) * 256 +
	byte(bytes, at + 7);

const isHeader = (bytes: Uint8Array, at = 0): boolean =>
	byte(bytes, at) <= 3 &&
	bytes[at + 1] === 0 &&
	bytes[at + 2] === 0 &&
	bytes[at + 3] === 0 &&
	payloadLength(bytes, at) <= longestFrame;

const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
