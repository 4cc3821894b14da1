import {groupStart, isBoxStart, isNodeSource, isRustPanic, tracebackStart} from './line-shapes.ts';

/** What the lines of an entry have turned out to be; it decides which lines may go on with it. */
export type EntryKind = 'plain' | 'python' | 'box' | 'java' | 'node' | 'go' | 'rust' | 'php';

/** The entry to which the line before belongs. */
export interface Entry {
	head: string;
	/** The line before. */
	last: string;
	lines: number;
	kind: EntryKind;
	/** In frames that must be followed by the exception. */
	isUnfinished: boolean;
	/** After the sentence between two tracebacks of a chain. */
	isChained: boolean;
	/** A line ended with an opening bracket, and none has closed it at the margin. */
	hasOpenBracket: boolean;
	/** Lines at the margin that were taken for more of a message. */
	messageLines: number;
}

export const newEntry = (head: string): Entry =>
	beginEntry(
		{
			...{head, last: head, lines: 1, kind: 'plain', messageLines: 0},
			...{isUnfinished: false, isChained: false, hasOpenBracket: false},
		},
		head,
	);

/** Of most entries nothing is asked again, so that one object is enough for all of them. */
export const beginEntry = (entry: Entry, head: string): Entry => {
	const kind = kindOf(head);
	entry.head = head;
	entry.last = head;
	entry.lines = 1;
	entry.kind = kind;
	entry.isUnfinished = kind === 'box' || head === tracebackStart;
	entry.isChained = false;
	entry.hasOpenBracket = endsOpen(head);
	entry.messageLines = 0;
	return entry;
};

const openings = new Set([0x7b, 0x5b, 0x28]);

export const endsOpen = (text: string): boolean => openings.has(text.charCodeAt(text.length - 1));

/** By the first character, so that ordinary lines cost nothing. */
const kinds: Readonly<Record<string, readonly [EntryKind, (head: string) => boolean]>> = {
	T: ['python', head => head === tracebackStart],
	' ': ['python', head => head === groupStart],
	'\u256d': ['box', isBoxStart],
	'/': ['node', isNodeSource],
	n: ['node', isNodeSource],
	p: ['go', head => head.startsWith('panic: ')],
	g: ['go', head => head.startsWith('goroutine ')],
	t: ['rust', isRustPanic],
};

const kindOf = (head: string): EntryKind => {
	const first = head.charAt(0);
	if (first === 'f') {
		if (head.startsWith('fatal error: ')) return 'go';
		return isNodeSource(head) ? 'node' : 'plain';
	}
	const kind = kinds[first];
	return kind?.[1](head) ? kind[0] : 'plain';
};
