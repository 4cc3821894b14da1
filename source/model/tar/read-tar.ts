import {EngineError} from '../engine-error.ts';
import {known} from '../known.ts';
import {blockBytes, paddingOf, type TarEntry} from './tar-entry.ts';
import {parseHeader, type TarHeader} from './tar-header.ts';

/** An entry, and then its content in pieces. */
export type TarPart =
	| {readonly kind: 'entry'; readonly entry: TarEntry}
	| {readonly kind: 'content'; readonly bytes: Uint8Array};

/** Names are not longer; what says so wants our memory. */
const mostExtension = 256 * 1024;

type Extension = {readonly [Key in 'path' | 'linkTarget']?: string} & {
	readonly sizeBytes?: number;
	readonly modifiedMillis?: number;
};

/**
 * Reads an archive as it comes, in pieces that may end anywhere: POSIX with its extended headers, and what
 * GNU tar writes of long names. Nothing of it is kept. Throws `protocol` for what is no archive.
 */
export class TarReader {
	readonly #block = new Uint8Array(blockBytes);
	#filled = 0;
	/** Of the entry at hand: bytes of content, and of filling behind it. */
	#contentBytes = 0;
	#paddingBytes = 0;
	/** The content of a header that says more of the next one. */
	#extension: {readonly type: string; readonly bytes: Uint8Array; filled: number} | undefined;
	#said: Extension = {};
	#hasEnded = false;

	push(chunk: Uint8Array): readonly TarPart[] {
		const parts: TarPart[] = [];
		let offset = 0;
		while (offset < chunk.length && !this.#hasEnded) {
			offset += this.#take(chunk.subarray(offset), parts);
		}
		return parts;
	}

	/** Nothing follows; throws where the archive is not whole. */
	end(): void {
		const isWhole = this.#hasEnded || (this.#filled === 0 && this.#contentBytes === 0);
		if (!isWhole || this.#extension !== undefined) throw notArchive('the archive is cut off');
	}

	/** How many bytes it took. */
	#take(bytes: Uint8Array, parts: TarPart[]): number {
		if (this.#contentBytes > 0) return this.#takeContent(bytes, parts);
		if (this.#paddingBytes > 0) {
			const count = Math.min(bytes.length, this.#paddingBytes);
			this.#paddingBytes -= count;
			return count;
		}
		const count = Math.min(bytes.length, blockBytes - this.#filled);
		this.#block.set(bytes.subarray(0, count), this.#filled);
		this.#filled += count;
		if (this.#filled === blockBytes) {
			this.#filled = 0;
			this.#begin(parts);
		}
		return count;
	}

	#takeContent(bytes: Uint8Array, parts: TarPart[]): number {
		const count = Math.min(bytes.length, this.#contentBytes);
		const taken = bytes.subarray(0, count);
		this.#contentBytes -= count;
		const extension = this.#extension;
		if (extension === undefined) parts.push({kind: 'content', bytes: taken});
		else {
			extension.bytes.set(taken, extension.filled);
			extension.filled += count;
			if (this.#contentBytes === 0) this.#extend(extension.type, extension.bytes);
		}
		return count;
	}

	#begin(parts: TarPart[]): void {
		// One empty block ends it as well as two.
		if (this.#block.every(byte => byte === 0)) {
			this.#hasEnded = true;
			return;
		}
		const header = parseHeader(this.#block);
		if (header === undefined) throw notArchive('this is no archive of files');
		if (isExtension(header)) {
			this.#beginExtension(header);
			return;
		}
		const entry: TarEntry = {...header.entry, ...this.#said};
		this.#said = {};
		this.#expect(entry.sizeBytes);
		parts.push({kind: 'entry', entry});
	}

	#beginExtension({type, entry: {sizeBytes}}: TarHeader): void {
		if (sizeBytes > mostExtension) throw notArchive('the name of a file has no end');
		this.#expect(sizeBytes);
		if (sizeBytes > 0) this.#extension = {type, bytes: new Uint8Array(sizeBytes), filled: 0};
	}

	#expect(sizeBytes: number): void {
		this.#contentBytes = sizeBytes;
		this.#paddingBytes = paddingOf(sizeBytes);
	}

	#extend(type: string, bytes: Uint8Array): void {
		this.#extension = undefined;
		const text = new TextDecoder().decode(bytes);
		// What holds for all that follows is of no use here.
		if (type === 'g') return;
		const [untilZero = ''] = text.split('\0', 1);
		if (type === 'L') this.#said = {...this.#said, path: untilZero};
		else if (type === 'K') this.#said = {...this.#said, linkTarget: untilZero};
		else this.#said = {...this.#said, ...recordsOf(bytes)};
	}
}

const notArchive = (what: string): EngineError =>
	new EngineError('protocol', `Unexpected answer from the engine: ${what}`);

const isExtension = ({type}: TarHeader): boolean => /[xgLK]/.test(type);

/** `27 path=some/name\n`, one behind the other; the length counts itself, in bytes. */
const recordsOf = (bytes: Uint8Array): Extension => {
	const values = new Map<string, string>();
	const decoder = new TextDecoder();
	let offset = 0;
	while (offset < bytes.length) {
		const blank = bytes.indexOf(0x20, offset);
		// Every turn has to get on, whatever stands there.
		if (blank < offset) break;
		const end = offset + (wholeOf(decoder.decode(bytes.subarray(offset, blank))) ?? 0);
		if (end <= blank || end > bytes.length) break;
		const record = decoder.decode(bytes.subarray(blank + 1, end - 1));
		const equals = record.indexOf('=');
		if (equals > 0) values.set(record.slice(0, equals), record.slice(equals + 1));
		offset = end;
	}
	const modified = numberOf(values.get('mtime'));
	return {
		...known('path', values.get('path')),
		...known('linkTarget', values.get('linkpath')),
		...known('sizeBytes', wholeOf(values.get('size'))),
		...known('modifiedMillis', modified === undefined ? undefined : Math.round(modified * 1000)),
	};
};

const numberOf = (text: string | undefined): number | undefined =>
	text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;

const wholeOf = (text: string | undefined): number | undefined =>
	text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

/** The parts of an archive that comes in chunks. */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarPart> {
	const reader = new TarReader();
	for await (const chunk of chunks) yield* reader.push(chunk);
	reader.end();
}
