/** What a moment that is typed is counted from. */
export interface MomentFrom {
	readonly nowMillis: number;
	/** Minutes east of UTC of the zone that is typed in; 0 where times are shown in UTC. */
	readonly offsetMinutes: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const units: Readonly<Record<string, number>> = {s: 1000, m: minute, h: 60 * minute, d: day};

const ago = /^-\s*(\d+)\s*([smhd])$/;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?$/;
const dated = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](.+))?$/;

/**
 * `-5m`, `10:42`, `10:42:07.114`, `2026-11-26`, `2026-11-26 10:00`, in milliseconds since 1970; undefined
 * where it cannot be read. A time of day that is still to come is yesterday's.
 */
export const parseMoment = (text: string, from: MomentFrom): number | undefined => {
	const typed = text.trim();
	const [, count, unit = ''] = ago.exec(typed) ?? [];
	if (count !== undefined) return from.nowMillis - Number(count) * (units[unit] ?? 0);
	const offset = from.offsetMinutes * minute;
	const [, year, month, date, rest] = dated.exec(typed) ?? [];
	if (year !== undefined) {
		const start = startOfDate(Number(year), Number(month), Number(date));
		const time = rest === undefined ? 0 : timeOfDay(rest);
		return start === undefined || time === undefined ? undefined : start + time - offset;
	}
	const time = timeOfDay(typed);
	if (time === undefined) return undefined;
	const local = from.nowMillis + offset;
	const today = local - (((local % day) + day) % day) + time - offset;
	return today > from.nowMillis ? today - day : today;
};

const timeOfDay = (text: string): number | undefined => {
	const [, hours, minutes, seconds = '0', fraction = '0'] = clock.exec(text.trim()) ?? [];
	if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59)
		return undefined;
	return (
		(Number(hours) * 60 + Number(minutes)) * minute +
		Math.round((Number(seconds) + Number(fraction)) * 1000)
	);
};

/** In UTC; undefined for a 31st of February. */
const startOfDate = (year: number, month: number, date: number): number | undefined => {
	const millis = Date.UTC(year, month - 1, date);
	const made = new Date(millis);
	return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? millis : undefined;
};
