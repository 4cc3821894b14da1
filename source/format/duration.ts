import {unicodeSymbols} from './symbols.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const isKnown = (millis: number | undefined): millis is number =>
	millis !== undefined && Number.isFinite(millis);

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** How long something lasts, five cells: `00:41` (minutes and seconds), `3h12m`, `2d04h`, `19d`. */
export const formatDuration = (millis: number | undefined): string => {
	if (!isKnown(millis)) return unicodeSymbols.unknown;
	const span = Math.max(0, millis);
	if (span < hour) return `${twoDigits(span / minute)}:${twoDigits((span % minute) / second)}`;
	if (span < day) return `${Math.floor(span / hour)}h${twoDigits((span % hour) / minute)}m`;
	const days = Math.floor(span / day);
	return days < 10 ? `${days}d${twoDigits((span % day) / hour)}h` : `${days}d`;
};

/** How long ago, one unit: `5s`, `5m`, `3h`, `2d`. A clock that runs ahead gives `0s`. */
export const formatAge = (millis: number | undefined): string => {
	if (!isKnown(millis)) return unicodeSymbols.unknown;
	const span = Math.max(0, millis);
	if (span < minute) return `${Math.floor(span / second)}s`;
	if (span < hour) return `${Math.floor(span / minute)}m`;
	return span < day ? `${Math.floor(span / hour)}h` : `${Math.floor(span / day)}d`;
};

/** A short wait: `1.4s`, `12s`. */
export const formatSeconds = (millis: number | undefined): string => {
	if (!isKnown(millis)) return unicodeSymbols.unknown;
	const seconds = Math.max(0, millis) / second;
	return `${seconds.toFixed(seconds < 9.95 ? 1 : 0)}s`;
};

/** How long a stretch is, as one says it: `1.4s`, `12s`, `5m`, `3h`, `2d`. */
export const formatSpan = (millis: number | undefined): string =>
	isKnown(millis) && millis < minute ? formatSeconds(millis) : formatAge(millis);
