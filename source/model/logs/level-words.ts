import type {LogLevel} from './log-level.ts';

/** Where a word tells a level; in a sentence the same word means nothing. */
export interface LevelWord {
	readonly level: LogLevel;
	/** In capitals without anything around it: `ERROR cannot bind`. */
	readonly asCapitals: boolean;
	/** Before a colon: `error: cannot bind`. */
	readonly asPrefix: boolean;
}

const everywhere = {asCapitals: true, asPrefix: true};
const notAsPrefix = {asCapitals: true, asPrefix: false};
/** Only in brackets and as the value of a field. */
const enclosed = {asCapitals: false, asPrefix: false};

const groups: ReadonlyArray<readonly [LogLevel, Omit<LevelWord, 'level'>, string]> = [
	['trace', everywhere, 'trace trc trac trce'],
	['trace', notAsPrefix, 'verbose vrb finest finer'],
	['debug', everywhere, 'debug dbg debu dbug'],
	['debug', notAsPrefix, 'fine'],
	['info', everywhere, 'info inf information notice'],
	['info', notAsPrefix, 'note'],
	['info', enclosed, 'informational success'],
	['warn', everywhere, 'warn warning wrn'],
	['warn', {asCapitals: false, asPrefix: true}, 'deprecated'],
	['error', everywhere, 'error err erro eror severe'],
	['error', {asCapitals: false, asPrefix: true}, 'fail'],
	['fatal', everywhere, 'fatal ftl fata critical crit emerg panic pnc pani dpanic'],
	['fatal', notAsPrefix, 'alert emergency'],
];

const words = new Map(
	groups.flatMap(([level, where, names]) =>
		names.split(' ').map((name): [string, LevelWord] => [name, {level, ...where}]),
	),
);

const longest = 13;
/** The last letters of the words with one first letter and one length, as bits: most words fail here. */
const lastLetters = new Uint32Array(32 * 16);
const slot = (first: number, length: number): number => (first & 31) * 16 + length;
for (const word of words.keys()) {
	const index = slot(word.charCodeAt(0), word.length);
	lastLetters[index] = (lastLetters[index] ?? 0) | (1 << (word.charCodeAt(word.length - 1) & 31));
}

/** Cheap: false for most words that are no name of a level. */
export const mayBeLevel = (text: string, start: number, end: number): boolean => {
	const length = end - start;
	if (length > longest) return false;
	const letters = lastLetters[slot(text.charCodeAt(start), length)] ?? 0;
	return (letters & (1 << (text.charCodeAt(end - 1) & 31))) !== 0;
};

/** Undefined for what is no name of a level. The case of the letters does not matter. */
export const levelWord = (text: string, start: number, end: number): LevelWord | undefined =>
	mayBeLevel(text, start, end) ? words.get(text.slice(start, end).toLowerCase()) : undefined;

/** From emergency, 0, to debug, 7, as RFC 5424 numbers them. */
const severities: readonly LogLevel[] = [
	...(['fatal', 'fatal', 'fatal', 'error', 'warn', 'info', 'info', 'debug'] as const),
];

/** A severity or a priority of syslog; undefined for what is none. */
export const levelOfPriority = (priority: number): LogLevel | undefined =>
	priority >= 0 && priority <= 191 ? severities[priority & 7] : undefined;
