import {beginEntry, type Entry, endsOpen, newEntry} from './entry.ts';
import {announcesTrace, groupStart, isFrame, isIndentedEntry} from './line-shapes.ts';
import {marginRules} from './margin-rules.ts';
import {findTellingLine} from './telling-line.ts';

/** Tells which lines go on with the entry before them: tracebacks and other indented continuations. One for each source and stream. */
export interface Grouper {
	/** True: belongs to the entry of the line before. `text` plain. `atMillis`: the engine's stamp, undefined where unknown. */
	continues(text: string, atMillis: number | undefined): boolean;
}

/** What is written at once may be cut by a busy machine, but not for longer. */
const pauseMillis = 2000;
/** The deepest stacks of Java with their causes; whatever is longer is no entry. */
const maxLines = 1000;

/**
 * A pause ends an entry, except in the frames of a traceback: they can belong to nothing else, and a
 * container may be paused or starved in the middle of them. Without stamps there are no pauses.
 */
export const createGrouper = (): Grouper => {
	let entry: Entry | undefined;
	let lastMillis: number | undefined;
	return {
		continues: (text, atMillis) => {
			const gapMillis =
				atMillis === undefined || lastMillis === undefined ? 0 : atMillis - lastMillis;
			lastMillis = atMillis;
			if (entry === undefined || entry.lines >= maxLines || !goesOn(entry, text, gapMillis)) {
				entry = entry === undefined ? newEntry(text) : beginEntry(entry, text);
				return false;
			}
			entry.last = text;
			entry.lines++;
			if (endsOpen(text)) entry.hasOpenBracket = true;
			return true;
		},
	};
};

const space = 0x20;
const tab = 0x09;
const closings = new Set([0x7d, 0x5d, 0x29]);

const goesOn = (entry: Entry, text: string, gapMillis: number): boolean => {
	const isPause = gapMillis > pauseMillis;
	const first = text.charCodeAt(0);
	if (first === space || first === tab) {
		return entry.isUnfinished || indentedGoesOn(entry, text, isPause);
	}
	if (isPause && !entry.isUnfinished) return false;
	if (text === '') return entry.kind !== 'plain' || entry.hasOpenBracket;
	if (entry.hasOpenBracket && closings.has(first)) {
		entry.hasOpenBracket = false;
		return true;
	}
	return marginRules[entry.kind](entry, text, gapMillis);
};

const indentedGoesOn = (entry: Entry, text: string, isPause: boolean): boolean => {
	if (isPause) return false;
	if (text === groupStart) {
		if (!entry.isChained && !announcesTrace(entry.last)) return false;
		entry.kind = 'python';
		entry.isChained = false;
		return true;
	}
	if (isIndentedEntry(text)) return false;
	if (entry.kind === 'plain' && isFrame(text)) entry.kind = 'java';
	return true;
};

/** Of the lines of an entry the one that says what went wrong (the last exception line of a traceback), as an index; undefined where the first says it. */
export const tellingLine = (lines: readonly string[]): number | undefined => findTellingLine(lines);
