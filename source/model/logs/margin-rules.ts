import type {Entry, EntryKind} from './entry.ts';
import {
	announcesTrace,
	beginsLikeEntry,
	isBoxStart,
	isChain,
	isDetailOf,
	isExceptionLine,
	isJavaException,
	isJulHead,
	isRubyFrame,
	tracebackStart,
} from './line-shapes.ts';

/** Whether a line at the left margin goes on with the entry; may tell the entry what it turned into. */
type Rule = (entry: Entry, text: string, gapMillis: number) => boolean;

/** One write of a program reaches the engine at once; what it prints next rarely does. */
const instantMillis = 5;
const maxMessageLines = 20;

/**
 * A message of several lines, or a note, after an exception: nothing marks them, so only what came in
 * the same instant counts, and does not begin as entries do.
 */
const isMoreMessage: Rule = (entry, text, gapMillis) => {
	if (gapMillis > instantMillis || entry.messageLines >= maxMessageLines) return false;
	if (beginsLikeEntry(text)) return false;
	entry.messageLines++;
	return true;
};

const turn = (entry: Entry, kind: EntryKind, isUnfinished: boolean): true => {
	entry.kind = kind;
	entry.isUnfinished = isUnfinished;
	entry.isChained = false;
	return true;
};

const startsPython: Rule = (entry, text) => {
	if (text === tracebackStart) return announcesTrace(entry.last) && turn(entry, 'python', true);
	if (isBoxStart(text)) return announcesTrace(entry.last) && turn(entry, 'box', true);
	return (
		text === '"""' &&
		entry.last.trimEnd().endsWith('RemoteTraceback:') &&
		turn(entry, 'python', false)
	);
};

const startsJava: Rule = (entry, text) => {
	if (entry.lines === 1 && /^[A-Z]{4,7}: /.test(text)) return isJulHead(entry.head);
	return isJavaException(text) && announcesTrace(entry.last) && turn(entry, 'java', false);
};

const startsOther: Rule = (entry, text) => {
	if (text === 'Stack trace:' || text === '[stacktrace]') {
		return announcesTrace(entry.last) && turn(entry, 'php', false);
	}
	if (text.startsWith('goroutine ')) {
		return (entry.last.includes('panic') || announcesTrace(entry.last)) && turn(entry, 'go', false);
	}
	if (text.startsWith('future: <') || text.startsWith('handle: <') || text.startsWith('** (')) {
		return announcesTrace(entry.last);
	}
	return text.startsWith('(Use `node --trace-') || text.startsWith('--- End of ');
};

/** First characters of lines that may go on with an entry that is nothing special yet. */
const byFirst = new Map<string, Rule>([
	...['T', '"', '\u256d'].map((first): [string, Rule] => [first, startsPython]),
	...['[', 'g', 'f', 'h', '*', '(', '-'].map((first): [string, Rule] => [first, startsOther]),
]);

const plain: Rule = (entry, text, gapMillis) => {
	const first = text[0] ?? '';
	if (byFirst.get(first)?.(entry, text, gapMillis)) return true;
	if (first === 'S' && startsOther(entry, text, gapMillis)) return true;
	if (first >= 'A' && startsJava(entry, text, gapMillis)) return true;
	if (isDetailOf(entry.head, text)) return true;
	return isRubyFrame(text) && (isRubyFrame(entry.last) || announcesTrace(entry.last));
};

const frames: Rule = (entry, text) => {
	if (text.startsWith('> File "')) return true;
	if (!isExceptionLine(text)) return false;
	entry.isUnfinished = false;
	return true;
};

const python: Rule = (entry, text, gapMillis) => {
	if (entry.isUnfinished) return frames(entry, text, gapMillis);
	const isTraceback = text === tracebackStart;
	if (entry.isChained || (isTraceback && entry.last === '"""')) {
		if (isTraceback) return turn(entry, 'python', true);
		return isBoxStart(text) && turn(entry, 'box', true);
	}
	if (isChain(text)) {
		entry.isChained = true;
		return true;
	}
	if (text === 'Call stack:') return turn(entry, 'python', true);
	return text === '"""' || isMoreMessage(entry, text, gapMillis);
};

const box: Rule = (entry, text) => {
	if (text.startsWith('\u2502')) return true;
	return text.startsWith('\u2570') && turn(entry, 'python', true);
};

const java: Rule = (_, text) => text.startsWith('Caused by: ') || text.startsWith('--- End of ');

const node: Rule = (entry, text) => {
	// The line of source may stand at the margin, as the message does.
	if (entry.lines === 1) return true;
	if (text.startsWith('Node.js v')) return turn(entry, 'plain', false);
	if (entry.messageLines > 0) return false;
	entry.messageLines++;
	return true;
};

const goLines = ['goroutine ', '[signal ', 'created by ', 'exit status ', 'runtime.'];
const goCall = /^[^\s(]+\(.*\)$/;

const go: Rule = (entry, text, gapMillis) =>
	goLines.some(start => text.startsWith(start)) ||
	(text.endsWith(')') && goCall.test(text)) ||
	(entry.lines === 1 && isMoreMessage(entry, text, gapMillis));

const rust: Rule = (entry, text, gapMillis) =>
	entry.lines === 1 ||
	text.startsWith('note: ') ||
	text === 'stack backtrace:' ||
	isMoreMessage(entry, text, gapMillis);

const phpLines = ['#', 'Stack trace:', 'Next ', '"}'];

const php: Rule = (_, text) => phpLines.some(start => text.startsWith(start));

export const marginRules: Readonly<Record<EntryKind, Rule>> = {
	plain,
	python,
	box,
	java,
	node,
	go,
	rust,
	php,
};
