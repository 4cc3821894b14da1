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
	const extension = Buffer.concat(records);
	const head = block({
		...{type: 'x', path: 'long', sizeBytes: extension.length, modifiedMillis: 0, mode: 0o600},
	});
	return Buffer.concat([head, extension, tarPadding(extension.length), own]);
};

/** What follows a content. */
export const tarPadding = (sizeBytes: number): Uint8Array => new Uint8Array(paddingOf(sizeBytes));

/** The end of an archive. */
export const tarEnd: Uint8Array = new Uint8Array(2 * blockBytes);

const fits = (text: string): boolean => text.length <= longestName && /^[\x20-\x7e]*$/.test(text);

/** Its length counts itself. */
const record = (key: string, value: string): Buffer => {
	const rest = Buffer.byteLength(` ${key}=${value}\n`);
	let length = rest + String(rest).length;
	if (String(length).length > String(rest).length) length = rest + String(length).length;
	return Buffer.from(`${length} ${key}=${value}\n`);
};

interface Block {
	readonly type: string;
	readonly path: string;
	readonly sizeBytes: number;
	readonly modifiedMillis: number;
	readonly mode?: number;
	readonly linkTarget?: string;
}

const block = ({type, path, sizeBytes, modifiedMillis, mode = 0o644, linkTarget}: Block): Buffer => {
	const bytes = Buffer.alloc(blockBytes);
	const octal = (value: number, at: number, digits: number): void =>
		void bytes.write(value.toString(8).padStart(digits, '0'), at, 'latin1');
	cut(path).copy(bytes, 0);
	octal(mode & 0o7777, 100, 7);
	octal(0, 108, 7);
	octal(0, 116, 7);
	octal(sizeBytes < largestOctal ? sizeBytes : 0, 124, 11);
	octal(Math.max(0, Math.floor(modifiedMillis / 1000)), 136, 11);
	bytes.write(type, 156, 'latin1');
	if (linkTarget !== undefined) cut(linkTarget).copy(bytes, 157);
	bytes.write('ustar\u000000', 257, 'latin1');
	octal(sumOf(bytes), 148, 6);
	bytes.write('\0 ', 154, 'latin1');
	return bytes;
};

/** What is longer stands in full in the extended header. */
const cut = (text: string): Buffer => Buffer.from(text).subarray(0, longestName);
