import type {LogHighlight} from './highlight.ts';

/** `2026-11-26 17:21:44,557`, `[17:21:44.557]`, `2026/11/26T17:21:44Z`, as a program begins its lines. */
export const ownTime =
	/^\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:(\d\d:\d\d)(?:[.,](\d{1,9}))?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?\]?(?=[\s:]|$)/;

/** Zones differ by whole quarters of an hour: within one the time is the same everywhere. */
const quarterMillis = 15 * 60_000;
/** From the stamp of the program to that of the engine, which reads the line a moment later. */
const mostApartMillis = 500;

/** From one letter of a line to another. */
type Stretch = readonly [from: number, to: number];

/**
 * What of the start of a line says the same as the time of the engine in front of it: the stamp of the program
 * with the blanks behind it, in `[10:42:07,114: INFO/Main]` without the bracket. Undefined where it says another
 * moment, or a hit touches it.
 */
export const saidTwice = (
	text: string,
	atMillis: number | undefined,
	highlights: readonly LogHighlight[],
): Stretch | undefined => {
	const found = ownTime.exec(text);
	if (found === null || atMillis === undefined) return undefined;
	const [stamp, clock = '', fraction] = found;
	if (!isSameMoment(clock, fraction, atMillis)) return undefined;
	const isOpen = stamp.startsWith('[') && !stamp.endsWith(']');
	const isWhole = stamp.startsWith('[') === stamp.endsWith(']');
	const behind = (isOpen ? /^: +(?=\S)/ : /^ +(?=\S)/).exec(text.slice(stamp.length))?.[0];
	if (behind === undefined || !(isOpen || isWhole)) return undefined;
	const end = stamp.length + behind.length;
	const isHit = highlights.some(({expression}) => {
		const at = text.search(expression);
		return at >= 0 && at < end;
	});
	return isHit ? undefined : [isOpen ? 1 : 0, end];
};

const isSameMoment = (clock: string, fraction: string | undefined, atMillis: number): boolean => {
	const [minutes = 0, seconds = 0] = clock.split(':').map(Number);
	const own = (minutes * 60 + seconds + Number(`0.${fraction ?? 0}`)) * 1000;
	const apart = (((atMillis - own) % quarterMillis) + quarterMillis) % quarterMillis;
	const ahead = Math.min(apart, quarterMillis - apart);
	// Without a fraction it may be anywhere in its second.
	return ahead <= mostApartMillis || (fraction === undefined && apart < 1000 + mostApartMillis);
};
