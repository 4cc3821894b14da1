import {unicodeSymbols} from './symbols.ts';

const minute = 60_000;

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** Date and time in full with the zone: `2026-11-26 10:42:07.114 +01:00`, `… UTC` without an offset. */
export const formatStamp = (atMillis: number | undefined, offsetMinutes: number): string => {
	// The last day that there is in a `Date`.
	if (atMillis === undefined || !(Math.abs(atMillis) < 8.64e15)) return unicodeSymbols.unknown;
	const local = new Date(atMillis + offsetMinutes * minute).toISOString().slice(0, -1);
	return `${local.replace('T', ' ')} ${zoneName(offsetMinutes)}`;
};

const zoneName = (offsetMinutes: number): string => {
	if (offsetMinutes === 0) return 'UTC';
	const size = Math.abs(offsetMinutes);
	return `${offsetMinutes < 0 ? '-' : '+'}${twoDigits(size / 60)}:${twoDigits(size % 60)}`;
};
