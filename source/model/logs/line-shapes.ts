import {detectLevel} from './detect-level.ts';
import {isAtLeast} from './log-level.ts';

export const tracebackStart = 'Traceback (most recent call last):';
export const groupStart = '  + Exception Group Traceback (most recent call last):';

/** Patterns look no further; what they look for is shorter. */
const longest = 300;
const beginning = (text: string): string => (text.length > longest ? text.slice(0, longest) : text);

const startsWithAny = (text: string, starts: readonly string[]): boolean =>
	starts.some(start => text.startsWith(start));

/** Between the tracebacks of one chain. */
export const isChain = (text: string): boolean =>
	startsWithAny(text, [
		'During handling of the above exception, another exception occurred:',
		'The above exception was the direct cause of the following exception:',
	]);

const exception = /^[A-Za-z_][\w.]*(?:\.<locals>\.[\w.]+){0,4}(?::(?: |$)|$)/;

/** The line with which a Python traceback ends: a class, and its message if it has one. */
export const isExceptionLine = (text: string): boolean => exception.test(beginning(text));

const javaException = /^(?:[a-z_][\w$]*\.){1,20}[A-Z][\w$.]*(?:: |:$|$)/;

/** `java.lang.IllegalStateException: cannot charge`. */
export const isJavaException = (text: string): boolean => javaException.test(beginning(text));

/** Of Java, of Node and of .NET. */
export const isFrame = (text: string): boolean => /^\s{1,8}at [\w$.<]/.test(text);

const julHead = /^[A-Z][a-z]{2} \d\d?, \d{4} \d\d?:\d\d:\d\d [AP]M \S+ \S+$/;

/** The first of the two lines of java.util.logging; the level and the message are in the second. */
export const isJulHead = (text: string): boolean => julHead.test(beginning(text));

const nodeSource = /^(?:file:\/\/|node:|\/)[^ ]+:\d+$/;

/** `file:///app/index.js:10`, with which Node begins to tell of an exception that nobody caught. */
export const isNodeSource = (text: string): boolean =>
	text.length <= longest && nodeSource.test(text);

export const isRustPanic = (text: string): boolean =>
	/^thread '[^']{0,100}'(?: \(\d+\))? panicked at /.test(text);

export const isRubyFrame = (text: string): boolean => /^\S+:\d+:in [`']/.test(beginning(text));

const boxCorner = '\u256d';

/** The upper edge of the box that Rich draws around a traceback. */
export const isBoxStart = (text: string): boolean =>
	text.startsWith(boxCorner) && beginning(text).includes('Traceback (most recent call last)');

/** Python's own sentences, after which a traceback comes. */
const announcements = [
	'Exception in ',
	'Exception ignored in',
	'--- Logging error ---',
	'Task exception was never retrieved',
	'future: <',
	'handle: <',
	'Internal Server Error: ',
];
const namedAnnouncement = /^(?:Process .{1,100}:|[\w.]{1,100}RemoteTraceback: ?)$/;

const isAnnouncement = (text: string): boolean =>
	startsWithAny(text, announcements) || namedAnnouncement.test(beginning(text));

/** Whether what went wrong may be told in the lines after this one. */
export const announcesTrace = (text: string): boolean => {
	if (isAnnouncement(text)) return true;
	const level = detectLevel(text)?.level;
	return level !== undefined && isAtLeast(level, 'warn');
};

/** Whether a line at the margin begins as entries do, and not as more of a message. */
export const beginsLikeEntry = (text: string): boolean => {
	if (/^[\d{<]/.test(text)) return true;
	if (text.startsWith('[')) return !startsWithAny(text, ['[SQL: ', '[parameters: ']);
	return text === tracebackStart || isAnnouncement(text) || detectLevel(text) !== undefined;
};

const date = /^\d{4}-\d\d-\d\d[T ]\d/;

/** An indented line that is an entry of its own: ` INFO started`, ` 2026-11-26 10:45:32 started`. */
export const isIndentedEntry = (text: string): boolean => {
	const trimmed = beginning(text).trimStart();
	if (date.test(trimmed)) return true;
	const at = detectLevel(trimmed)?.at;
	return at !== undefined && at[0] <= 1 && /^[A-Z]+$/.test(trimmed.slice(...at));
};

const detail = /^(.{0,200}?)(?:DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): {2}/;

/** More about the message of PostgreSQL before it: the same time and process, another word. */
export const isDetailOf = (head: string, text: string): boolean => {
	const start = beginning(text);
	const prefix = start.includes(':  ') ? detail.exec(start)?.[1] : undefined;
	if (prefix === undefined || !head.startsWith(prefix)) return false;
	return /^[A-Z]+\d?: {2}/.test(head.slice(prefix.length, prefix.length + 16));
};
