/**
 * Whether less than that time has passed since. A clock that was put back meanwhile tells nothing of it:
 * then it has passed, for nothing may last as long as a clock was put back.
 */
export const isWithin = (sinceMillis: number, nowMillis: number, spanMillis: number): boolean =>
	nowMillis >= sinceMillis && nowMillis < sinceMillis + spanMillis;
