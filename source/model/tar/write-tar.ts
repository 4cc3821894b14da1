import {blockBytes, paddingOf, type TarEntry} from './tar-entry.ts';
import {sumOf} from './tar-header.ts';

/** What is written of a file; owners are those of root, as `docker cp` has it. */
export type TarOutput = Pick<TarEntry, 'path' | 'sizeBytes' | 'linkTarget' | 'mode'> & {
	readonly kind: 'file' | 'folder' | 'link';
	readonly modifiedMillis: number;
};

const types = {file: '0', link: '2', folder: '5'} as const;
const longestName = 100;
const largestOctal = 8 ** 11;

/** The blocks before the content of a file: with an extended header where its name or size need one. */
export const tarHeader = (output: TarOutput): Uint8Array => {
	const path = output.kind === 'folder' ? `${output.path}/` : output.path;
	const records = [
		...(fits(path) ? [] : [record('path', path)]),
		...(output.linkTarget === undefined || fits(output.linkTarget)
			? []
			: [record('linkpath', output.linkTarget)]),
		...(output.sizeBytes < largestOctal ? [] : [record('size', String(output.sizeBytes))]),
	];
	const own = block({...output, path, type: types[output.kind]});
	if (records.length === 0) return own;
	const extension = joined(records);
	const head = block({
		...{type: 'x', path: 'long', sizeBytes: extension.length, modifiedMillis: 0, mode: 0o600},
	});
	return joined([head, extension, tarPadding(extension.length), own]);
};

/** What follows a content. */
export const tarPadding = (sizeBytes: number): Uint8Array => new Uint8Array(paddingOf(sizeBytes));

/** The end of an archive. */
export const tarEnd: Uint8Array = new Uint8Array(2 * blockBytes);

const fits = (text: string): boolean => text.length <= longestName && /^[\x20-\x7e]*$/.test(text);

const encoder = new TextEncoder();

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
	const whole = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
};

/** Its length counts itself. */
const record = (key: string, value: string): Uint8Array => {
	const rest = encoder.encode(` ${key}=${value}\n`).length;
	let length = rest + String(rest).length;
	if (String(length).length > String(rest).length) length = rest + String(length).length;
	return encoder.encode(`${length} ${key}=${value}\n`);
};

interface Block {
	readonly type: string;
	readonly path: string;
	readonly sizeBytes: number;
	readonly modifiedMillis: number;
	readonly mode?: number;
	readonly linkTarget?: string;
}

const block = ({
	type,
	path,
	sizeBytes,
	modifiedMillis,
	mode = 0o644,
	linkTarget = '',
}: Block): Uint8Array => {
	const bytes = new Uint8Array(blockBytes);
	const write = (text: string, at: number): void => bytes.set(cut(text), at);
	const octal = (value: number, at: number, digits: number): void =>
		write(value.toString(8).padStart(digits, '0'), at);
	write(path, 0);
	octal(mode & 0o7777, 100, 7);
	octal(0, 108, 7);
	octal(0, 116, 7);
	octal(sizeBytes < largestOctal ? sizeBytes : 0, 124, 11);
	octal(Math.max(0, Math.floor(modifiedMillis / 1000)), 136, 11);
	write(type, 156);
	write(linkTarget, 157);
	write('ustar\u000000', 257);
	octal(sumOf(bytes), 148, 6);
	write('\0 ', 154);
	return bytes;
};

/** What is longer stands in full in the extended header. */
const cut = (text: string): Uint8Array => encoder.encode(text).subarray(0, longestName);
