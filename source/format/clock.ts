import {unicodeSymbols} from './symbols.ts';

export interface ClockOptions {
	/** Minutes east of UTC: 60 for Berlin in winter, the negative of `Date.getTimezoneOffset()`. */
	readonly offsetMinutes: number;
	/** Ignore the offset. */
	readonly utc?: boolean;
	/** With milliseconds. */
	readonly millis?: boolean;
}

const minute = 60_000;
const day = 24 * 60 * minute;

const digits = (value: number, count: number): string =>
	String(Math.floor(value)).padStart(count, '0');

/** Time of day: `10:42:07` or `10:42:07.114`. The zone is given, so that this stays pure. */
export const formatClock = (atMillis: number, options: ClockOptions): string => {
	if (!Number.isFinite(atMillis)) return unicodeSymbols.unknown;
	const offset = options.utc ? 0 : options.offsetMinutes * minute;
	const time = (((Math.floor(atMillis) + offset) % day) + day) % day;
	const clock = `${digits(time / 3_600_000, 2)}:${digits((time / minute) % 60, 2)}:${digits((time / 1000) % 60, 2)}`;
	return options.millis ? `${clock}.${digits(time % 1000, 3)}` : clock;
};

/** Month and day, `11-25`, of an instant that its zone was added to already. */
export const formatDay = (zonedMillis: number): string => {
	// The last day that there is in a `Date`.
	if (!(Math.abs(zonedMillis) < 8.64e15)) return unicodeSymbols.unknown;
	return new Date(zonedMillis).toISOString().slice(-19, -14);
};
