import type {FileKind} from '../files/file-entry.ts';
import {known} from '../known.ts';
import {blockBytes, type TarEntry} from './tar-entry.ts';

/** One block that begins an entry, or one that says more of the next. */
export interface TarHeader {
	readonly type: string;
	readonly entry: TarEntry;
}

const fields = {
	name: [0, 100],
	mode: [100, 8],
	user: [108, 8],
	group: [116, 8],
	size: [124, 12],
	modified: [136, 12],
	sum: [148, 8],
	linkTarget: [157, 100],
	magic: [257, 6],
	userName: [265, 32],
	groupName: [297, 32],
	prefix: [345, 155],
} as const;

type Field = readonly [from: number, length: number];

const kinds: Readonly<Record<string, FileKind>> = {
	'0': 'file',
	'\0': 'file',
	'7': 'file',
	'1': 'hard link',
	'2': 'link',
	'5': 'folder',
};

const typeAt = 156;

/** Undefined where the block is none: its sum is wrong. */
export const parseHeader = (block: Uint8Array): TarHeader | undefined => {
	if (numberAt(block, fields.sum) !== sumOf(block)) return undefined;
	const type = String.fromCharCode(block[typeAt] ?? 0);
	const sizeBytes = numberAt(block, fields.size);
	const modified = numberAt(block, fields.modified);
	if (sizeBytes === undefined || sizeBytes < 0) return undefined;
	const name = textAt(block, fields.name);
	const isPosix = textAt(block, fields.magic) === 'ustar' && !isGnu(block);
	const prefix = isPosix ? textAt(block, fields.prefix) : '';
	const path = prefix === '' ? name : `${prefix}/${name}`;
	const kind = kinds[type] ?? 'other';
	const isFolder = kind === 'folder' || (kind === 'file' && path.endsWith('/'));
	const mode = numberAt(block, fields.mode);
	return {
		type,
		entry: {
			path,
			kind: isFolder ? 'folder' : kind,
			// Of what has no content some archives tell a size all the same.
			sizeBytes: hasContent(type) ? sizeBytes : 0,
			...known('mode', mode === undefined ? undefined : mode & 0o7777),
			...known('modifiedMillis', modified === undefined ? undefined : modified * 1000),
			...known('owner', ownerAt(block)),
			...known('linkTarget', textAt(block, fields.linkTarget) || undefined),
		},
	};
};

const ownerAt = (block: Uint8Array): string | undefined => {
	const user = textAt(block, fields.userName) || numberAt(block, fields.user);
	const group = textAt(block, fields.groupName) || numberAt(block, fields.group);
	return user === undefined || group === undefined ? undefined : `${user}:${group}`;
};

const hasContent = (type: string): boolean => !/[1-6]/.test(type);

/** `ustar  ` with blanks where POSIX has a zero: its prefix is something else. */
const isGnu = (block: Uint8Array): boolean => block[fields.magic[0] + 5] === 0x20;

const decoder = new TextDecoder();

const textAt = (block: Uint8Array, [from, length]: Field): string => {
	const bytes = block.subarray(from, from + length);
	const end = bytes.indexOf(0);
	return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end)).replace(/ +$/, '');
};

/** Octal digits, or big numbers in binary with the first bit set. Undefined for anything else. */
const numberAt = (block: Uint8Array, [from, length]: Field): number | undefined => {
	const bytes = block.subarray(from, from + length);
	const first = bytes[0] ?? 0;
	if (first === 0x80 || first === 0xff) return binaryOf(bytes);
	const text = decoder.decode(bytes).replace(/\0.*$/s, '').trim();
	if (text === '') return 0;
	return /^-?[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined;
};

const binaryOf = (bytes: Uint8Array): number | undefined => {
	let value = 0;
	for (const byte of bytes.subarray(1)) value = value * 256 + byte;
	if (bytes[0] === 0xff) value -= 256 ** (bytes.length - 1);
	return Number.isSafeInteger(value) ? value : undefined;
};

/** Of all bytes, the sum itself counted as blanks. */
export const sumOf = (block: Uint8Array): number => {
	const [from, length] = fields.sum;
	let sum = 0;
	for (let index = 0; index < blockBytes; index++) {
		sum += index >= from && index < from + length ? 0x20 : (block[index] ?? 0);
	}
	return sum;
};
