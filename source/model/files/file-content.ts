import {maskAssignment, maskSecrets} from '../secrets.ts';

/** The beginning of a file as lines. */
export interface FileContent {
	readonly kind: 'text' | 'binary';
	/** As it is; foreign text. */
	readonly lines: readonly string[];
	/** The same with a cover over secrets: the same lines where there are none. */
	readonly covered: readonly string[];
	/** Bytes that were read, and that there are. */
	readonly readBytes: number;
	readonly sizeBytes: number;
}

/** More is for a pager. */
export const mostShownBytes = 256 * 1024;

/** Of what is no text. */
const mostHexBytes = 4096;
const hexBytesInLine = 16;
const judgedBytes = 8192;
/** Of its first letters, where it is no UTF-8. */
const mostBroken = 0.1;

/** What can be shown of the bytes a file begins with. */
export const contentOf = (bytes: Uint8Array, sizeBytes: number): FileContent => {
	const facts = {readBytes: bytes.length, sizeBytes};
	if (isBinary(bytes)) {
		const lines = hexLines(bytes.subarray(0, mostHexBytes));
		return {...facts, kind: 'binary', lines, covered: lines};
	}
	const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n').replace(/\n$/, '');
	const lines = text.split('\n');
	// A key of many lines is one secret.
	const covered = maskSecrets(text).split('\n').map(coveredLine);
	const isCovered = covered.join('\n') !== text;
	return {...facts, kind: 'text', lines, covered: isCovered ? covered : lines};
};

/** `NAME=value` as in a file of settings, `export NAME=value` as in one of a shell. */
const coveredLine = (line: string): string => {
	const [, before = '', rest = ''] = /^(\s*(?:export\s+)?)(.*)$/s.exec(line) ?? [];
	return /^[A-Za-z_][\w.-]*=/.test(rest) ? before + maskAssignment(rest) : line;
};

const isBinary = (bytes: Uint8Array): boolean => {
	const judged = bytes.subarray(0, judgedBytes);
	if (judged.includes(0)) return true;
	const text = new TextDecoder().decode(judged);
	const broken = [...text].filter(letter => letter === '\ufffd').length;
	return broken > mostBroken * Math.max(20, text.length);
};

const hexLines = (bytes: Uint8Array): readonly string[] =>
	Array.from({length: Math.ceil(bytes.length / hexBytesInLine)}, (_, index) => {
		const at = index * hexBytesInLine;
		const part = [...bytes.subarray(at, at + hexBytesInLine)];
		const hex = part.map(byte => byte.toString(16).padStart(2, '0')).join(' ');
		const text = part.map(byte => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.'));
		const place = at.toString(16).padStart(6, '0');
		return `${place}  ${hex.padEnd(hexBytesInLine * 3)} ${text.join('')}`;
	});
