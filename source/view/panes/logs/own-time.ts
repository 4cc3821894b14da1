import type {LogHighlight} from './highlight.ts';

/** `2026-11-26 17:21:44,557`, `[17:21:44.557]`, `2026/11/26T17:21:44Z`, as a program begins its lines. */
export const ownTime =
	/^\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:(\d\d:\d\d)(?:[.,](\d{1,9}))?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?\]?(?=[\s:]|$)/;

/** Zones differ by whole quarters of an hour: within one the time is the same everywhere. */
const quarterMillis = 15 * 60_000;
/** From the stamp of the program to that of the engine, which reads the line a moment later. */
const mostApartMillis = 500;

/**
 * Letters at the start of a line that say what the time of the engine in front of it says too: the stamp of the
 * program with the blanks behind it. 0 where it says another moment, or a hit begins in it.
 */
export const saidTwice = (
	text: string,
	atMillis: number | undefined,
	highlights: readonly LogHighlight[],
): number => {
	const found = ownTime.exec(text);
	if (found === null || atMillis === undefined) return 0;
	const [stamp, clock = '', fraction] = found;
	const isWhole = stamp.startsWith('[') === stamp.endsWith(']');
	const end = stamp.length + (/^ +(?=\S)/.exec(text.slice(stamp.length))?.[0].length ?? 0);
	if (!isWhole || end === stamp.length || !isSameMoment(clock, fraction, atMillis)) return 0;
	const isHit = highlights.some(({expression}) => {
		const at = text.search(expression);
		return at >= 0 && at < end;
	});
	return isHit ? 0 : end;
};

const isSameMoment = (clock: string, fraction: string | undefined, atMillis: number): boolean => {
	const [minutes = 0, seconds = 0] = clock.split(':').map(Number);
	const own = (minutes * 60 + seconds + Number(`0.${fraction ?? 0}`)) * 1000;
	const apart = (((atMillis - own) % quarterMillis) + quarterMillis) % quarterMillis;
	const ahead = Math.min(apart, quarterMillis - apart);
	// Without a fraction it may be anywhere in its second.
	return ahead <= mostApartMillis || (fraction === undefined && apart < 1000 + mostApartMillis);
};
