const unitMillis: Readonly<Record<string, number>> = {
	s: 1000,
	m: 60_000,
	h: 3_600_000,
	d: 86_400_000,
	w: 7 * 86_400_000,
};

/**
 * When a log shall begin, in milliseconds since the epoch: a time before now (`90s`, `15m`, `1h30m`, `2d`),
 * a date or time (`2026-11-26`, `2026-11-26T10:42:07Z`; local where it names no zone) or Unix seconds.
 * Undefined for anything else.
 */
export const parseSince = (text: string, nowMillis: number): number | undefined => {
	const parts = [...text.matchAll(/(\d+(?:\.\d+)?)([smhdw])/g)];
	if (parts.length > 0 && parts.map(([part]) => part).join('') === text) {
		const back = parts.reduce(
			(sum, [, amount, unit]) => sum + Number(amount) * (unitMillis[unit ?? ''] ?? 0),
			0,
		);
		return datable(nowMillis - back);
	}
	if (/^\d{1,10}(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
	if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text)) {
		return undefined;
	}
	// A date alone would be taken for UTC, which nobody means who types it.
	const millis = Date.parse(text.length === 10 ? `${text}T00:00` : text);
	return datable(millis);
};

/** The engine is asked for a date; undefined where there is none so far away. */
const datable = (millis: number): number | undefined =>
	Number.isNaN(new Date(millis).getTime()) ? undefined : millis;
