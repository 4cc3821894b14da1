import {
	isExceptionLine,
	isFrame,
	isJavaException,
	isJulHead,
	isNodeSource,
	isRustPanic,
	tracebackStart,
} from './line-shapes.ts';

/**
 * Of the lines of an entry the one that says what went wrong, as an index; undefined where the first
 * says it. In a chain that is the last exception, in Java the first cause of all.
 */
export const findTellingLine = (lines: readonly string[]): number | undefined => {
	const [head] = lines;
	if (head === undefined || lines.length === 1) return undefined;
	return known(lastException(lines) ?? javaCause(lines) ?? afterHead(head, lines));
};

const known = (index: number | undefined): number | undefined =>
	index === undefined || index <= 0 ? undefined : index;

/** After the frames of a Python traceback; of a group the group, not its members. */
const lastException = (lines: readonly string[]): number | undefined => {
	let found: number | undefined;
	let isInFrames = false;
	for (const [index, line] of lines.entries()) {
		if (isTracebackHead(line)) isInFrames = true;
		else if (isInFrames && (isExceptionLine(line) || groupException.test(line))) {
			found = index;
			isInFrames = false;
		}
	}
	return found;
};

const isTracebackHead = (line: string): boolean =>
	line === tracebackStart || boxHead.test(line) || groupHead.test(line);

const groupHead = /^ {2}\+ Exception Group Traceback /;
const groupException = /^ {2}\| [A-Za-z_]/;
const boxHead = /^\u256d\u2500+ Traceback /;

const javaCause = (lines: readonly string[]): number | undefined => {
	if (!lines.some(isFrame)) return undefined;
	const cause = lines.findLastIndex(line => line.startsWith('Caused by: '));
	return cause > 0 ? cause : known(lines.findIndex(isJavaException));
};

const afterHead = (head: string, lines: readonly string[]): number | undefined => {
	if (isNodeSource(head))
		return lines.findIndex((line, index) => index > 0 && isExceptionLine(line));
	return isRustPanic(head) || isJulHead(head) ? 1 : undefined;
};
