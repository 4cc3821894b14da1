import {levelOfPriority} from './level-words.ts';
import type {LogLevel, PlacedLevel} from './log-level.ts';

const ofLetter: Readonly<Record<string, LogLevel>> = {
	T: 'trace',
	V: 'trace',
	D: 'debug',
	I: 'info',
	N: 'info',
	W: 'warn',
	E: 'error',
	C: 'fatal',
	F: 'fatal',
};

const ofRedis: Readonly<Record<string, LogLevel>> = {
	'.': 'debug',
	'-': 'debug',
	'*': 'info',
	'#': 'warn',
};

type Shape = readonly [RegExp, Readonly<Record<string, LogLevel>>];

/** Formats whose levels are no words that mean one elsewhere, by the first character of their lines. */
const ofBracket: readonly Shape[] = [
	// Tornado and Jupyter: `[E 261126 10:45:32`.
	[/^\[([DIWECF]) \d{2,6}[- \d]/d, ofLetter],
];
const ofCapital: readonly Shape[] = [
	// klog and glog: `E1126 10:45:32.123456`; CockroachDB: `E261126 10:45:32.123456`.
	[/^([IWEFDV])\d{4}(?:\d\d)? \d\d:\d\d:\d\d/d, ofLetter],
	// Android: `E/Tag( 812): `.
	[/^([VDIWEF])\/[\w.$-]{1,64} ?(?:\(|: )/d, ofLetter],
	// Logger of Ruby: `E, [2026-11-26T`.
	[/^([DIWEF]), \[\d{4}-/d, ofLetter],
];
const ofProcess: readonly Shape[] = [
	// Redis: `1:M 26 Nov 2026 10:45:32.123 * Ready`.
	[/^\d{1,9}:[A-Z] \d\d [A-Z][a-z]{2} (?:\d{4} )?[\d:]{8}\.\d{3} ([.*#-]) /d, ofRedis],
];
const ofTime: readonly Shape[] = [
	// MongoDB before 4.4, etcd, Telegraf, logcat: a letter after the time.
	[
		/^(?:\d{4}-)?\d\d-\d\d[T ][\d:.]{8,18}(?:Z|[+-]\d{4})? {1,4}(?:\d{1,7} {1,6}){0,2}([TDIWEFV])(?:! | \| | {1,2}[A-Z])/d,
		ofLetter,
	],
	// MySQL, beside ordinary words: `0 [System] [MY-010931]`.
	[/^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z \d{1,9} \[(System)\] \[MY-/d, {System: 'info'}],
];

const priority = /^<(\d{1,3})>./;

/** `<3>` of systemd and `<134>` of syslog; undefined where the line does not begin so. */
export const priorityLevel = (text: string): PlacedLevel | undefined => {
	const digits = priority.exec(text)?.[1];
	const level = digits === undefined ? undefined : levelOfPriority(Number(digits));
	return level && {level, at: [1, 1 + (digits?.length ?? 0)]};
};

/** Undefined where the line has none of these shapes. The word for a level may come after them. */
export const shapeLevel = (text: string): PlacedLevel | undefined => {
	const shapes = shapesOf(text);
	return shapes && firstOf(shapes, text);
};

/** Of lines that begin with a time and have no word for their level. */
export const timeShapeLevel = (text: string): PlacedLevel | undefined => {
	const isDate = text[4] === '-' || text[2] === '-';
	return isDate ? firstOf(ofTime, text) : undefined;
};

const firstOf = (shapes: readonly Shape[], text: string): PlacedLevel | undefined => {
	for (const [pattern, levels] of shapes) {
		const match = pattern.exec(text);
		const level = match?.[1] === undefined ? undefined : levels[match[1]];
		const at = match?.indices?.[1];
		if (level && at) return {level, at};
	}
	return undefined;
};

const bracket = 0x5b;
const colon = 0x3a;
const space = 0x20;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Spares other lines the patterns, which cost more than a look at two characters. */
const shapesOf = (text: string): readonly Shape[] | undefined => {
	const first = text.charCodeAt(0);
	if (first === bracket) return text.charCodeAt(2) === space ? ofBracket : undefined;
	if (isDigit(first)) return isProcess(text) ? ofProcess : undefined;
	const second = text.charCodeAt(1);
	const isAlone = isDigit(second) || second === 0x2f || second === 0x2c;
	return isAlone ? ofCapital : undefined;
};

/** `1:M `, `22509:C `; not `10:45:32`. */
const isProcess = (text: string): boolean => {
	let index = 1;
	while (index < 9 && isDigit(text.charCodeAt(index))) index++;
	return text.charCodeAt(index) === colon && text.charCodeAt(index + 2) === space;
};

/** Beginnings of lines that say what happened without a word for its level, by their first character. */
const beginnings: Readonly<Record<string, ReadonlyArray<readonly [RegExp, LogLevel]>>> = {
	T: [[/^Traceback \(most recent call last\):/, 'error']],
	' ': [[/^ {2}\+ Exception Group Traceback \(most recent call last\):/, 'error']],
	'\u256d': [[/^\u256d\u2500+ Traceback \(most recent call last\)/, 'error']],
	'-': [[/^--- Logging error ---/, 'error']],
	E: [[/^Exception (?:in|ignored in:?) /, 'error']],
	C: [[/^Caused by: /, 'error']],
	U: [[/^(?:Unhandled exception|Uncaught [\w$.]{0,60}(?:Error|Exception)\b)/, 'error']],
	I: [[/^Internal Server Error: \//, 'error']],
	S: [[/^Segmentation fault/, 'fatal']],
	t: [[/^thread '[^']{0,100}'(?: \(\d+\))? panicked at/, 'fatal']],
	n: [
		[/^npm (?:ERR!|error) /, 'error'],
		[/^npm (?:WARN|warn) /, 'warn'],
	],
};

export const beginningLevel = (text: string): PlacedLevel | undefined => {
	const level = beginnings[text.charAt(0)]?.find(([beginning]) => beginning.test(text))?.[1];
	return level && {level};
};
