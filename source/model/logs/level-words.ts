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

/** For each small letter the lengths of the words that begin with it, as bits: most words fail here. */
const lengths = new Uint16Array(128);
for (const word of words.keys()) {
	const first = word.charCodeAt(0);
	lengths[first] = (lengths[first] ?? 0) | (1 << word.length);
}

/** Sets a capital letter small. */
const capitalBit = 0x20;
const longest = 13;

/** Cheap: false for most words that are no name of a level. */
export const mayBeLevel = (text: string, start: number, end: number): boolean => {
	const length = end - start;
	if (length > longest) return false;
	const fitting = lengths[text.charCodeAt(start) | capitalBit] ?? 0;
	return (fitting & (1 << length)) !== 0;
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
