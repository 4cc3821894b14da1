import type {Random} from '../random.ts';

/** What a program writes at one occasion, before it has exact times. */
export interface Utterance {
	readonly stream: 'stdout' | 'stderr';
	readonly text: string;
}

export interface Moment {
	readonly atMillis: number;
	readonly random: Random;
	/** Of the container, as its own hostname. */
	readonly hostname: string;
}

/** How a program speaks. Same moment, same words: the log is never stored. */
export interface Voice {
	/** Occasions to speak, at average load. */
	readonly perSecond: number;
	opening(moment: Moment): readonly Utterance[];
	working(moment: Moment): readonly Utterance[];
	/** At a stop signal that was heeded. */
	closing?(moment: Moment): readonly Utterance[];
	/** When it fails by itself. */
	crashing?(moment: Moment): readonly Utterance[];
}

export const out = (text: string): Utterance => ({stream: 'stdout', text});
export const err = (text: string): Utterance => ({stream: 'stderr', text});

const two = (value: number) => String(value).padStart(2, '0');

/** `2026-11-23 10:42:07`, UTC as in most containers. */
export const dateTime = (atMillis: number): string =>
	new Date(atMillis).toISOString().slice(0, 19).replace('T', ' ');

/** `2026-11-23 10:42:07,114` as Python's `logging` writes it. */
export const pythonTime = (atMillis: number): string =>
	`${dateTime(atMillis)},${String(Math.floor(atMillis) % 1000).padStart(3, '0')}`;

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `23/Nov/2026:10:42:07 +0000` as web servers write it. */
export const accessTime = (atMillis: number): string => {
	const date = new Date(atMillis);
	const day = `${two(date.getUTCDate())}/${monthNames[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
	return `${day}:${date.toISOString().slice(11, 19)} +0000`;
};

/** `23 Nov 2026 10:42:07.114` as Redis writes it. */
export const redisTime = (atMillis: number): string => {
	const date = new Date(atMillis);
	const day = `${two(date.getUTCDate())} ${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
	return `${day} ${date.toISOString().slice(11, 23)}`;
};

/** A Python traceback: frames from the outside in, then the error. */
export const traceback = (
	frames: readonly (readonly [place: string, code: string])[],
	error: string,
): Utterance[] => [
	err('Traceback (most recent call last):'),
	...frames.flatMap(([place, code]) => [err(`  File ${place}`), err(`    ${code}`)]),
	err(error),
];
