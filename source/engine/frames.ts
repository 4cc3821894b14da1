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

export interface FrameSplitter {
	push(chunk: Uint8Array): Frame[];
	/** The stream ended: reports an entry that is not whole. */
	end(): Frame[];
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

	const emit = (frames: Frame[], bytes: Uint8Array) => {
		if (type === 3) frames.push({kind: 'notice', text: new TextDecoder().decode(bytes)});
		else frames.push({kind: 'entry', stream: type === 2 ? 'stderr' : 'stdout', bytes});
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
	const takeWhole = (frames: Frame[], chunk: Uint8Array, from: number): number => {
		let offset = from;
		while (offset + headerLength <= chunk.length && isHeader(chunk, offset)) {
			const start = offset + headerLength;
			const end = start + payloadLength(chunk, offset);
			if (end > chunk.length) break;
			type = chunk[offset] ?? 0;
			emit(frames, chunk.subarray(start, end));
			offset = end;
		}
		return offset;
	};

	const startPayload = (frames: Frame[], chunk: Uint8Array, offset: number): number => {
		if (skipped > 0) {
			frames.push({kind: 'gap', reason: `${skipped} bytes of the log could not be read`});
			skipped = 0;
		}
		type = header[0] ?? 0;
		headerFilled = 0;
		const length = payloadLength(header);
		const end = offset + length;
		if (end <= chunk.length) {
			emit(frames, chunk.subarray(offset, end));
			return end;
		}
		payload = new Uint8Array(length);
		payload.set(chunk.subarray(offset));
		payloadFilled = chunk.length - offset;
		return chunk.length;
	};

	const continuePayload = (frames: Frame[], chunk: Uint8Array, into: Uint8Array): number => {
		const count = Math.min(chunk.length, into.length - payloadFilled);
		into.set(chunk.subarray(0, count), payloadFilled);
		payloadFilled += count;
		if (payloadFilled === into.length) {
			payload = undefined;
			emit(frames, into);
		}
		return count;
	};

	return {
		push(chunk) {
			const frames: Frame[] = [];
			let offset = payload ? continuePayload(frames, chunk, payload) : 0;
			while (offset < chunk.length) {
				if (headerFilled === 0) offset = takeWhole(frames, chunk, offset);
				offset = readHeader(chunk, offset);
				if (headerFilled < headerLength || !isHeader(header)) break;
				offset = startPayload(frames, chunk, offset);
			}
			return frames;
		},
		end() {
			const frames: Frame[] = [];
			const missing = payload ? payload.length - payloadFilled : 0;
			if (payload) emit(frames, payload.subarray(0, payloadFilled));
			const unread = skipped + headerFilled;
			if (missing > 0)
				frames.push({kind: 'gap', reason: `cut off: ${missing} bytes of the last entry missing`});
			else if (unread > 0)
				frames.push({kind: 'gap', reason: `cut off: ${unread} bytes could not be read`});
			payload = undefined;
			headerFilled = 0;
			skipped = 0;
			return frames;
		},
	};
};

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
