/** `2026-11-22T10:11:12.123456789Z` and a space; Podman 4 leaves the fraction out. */
export const longestStamp = 40;

const space = 0x20;
const dash = 0x2d;
const letterT = 0x54;

/**
 * Length of the RFC 3339 time stamp that starts the bytes, without its space. 0: they start with
 * something else. Undefined: too few bytes to tell.
 */
export const stampLength = (bytes: Uint8Array, from = 0): number | undefined => {
	const end = bytes.indexOf(space, from);
	if (end < 0) return bytes.length - from >= longestStamp ? 0 : undefined;
	const length = end - from;
	const looksRight =
		length >= 20 &&
		length <= longestStamp &&
		bytes[from + 4] === dash &&
		bytes[from + 10] === letterT;
	return looksRight ? length : 0;
};

/**
 * Nanoseconds since the epoch of an RFC 3339 stamp; undefined when it is none and for the zero time
 * (year 1) by which Go means "never". `Date.parse` alone would lose all below a millisecond.
 */
export const stampNanos = (stamp: string): bigint | undefined => {
	const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9})\d*)?(Z|[+-]\d\d:\d\d)$/.exec(
		stamp,
	);
	if (!match) return undefined;
	const wholeSeconds = Date.parse(`${match[1]}${match[3]}`);
	if (Number.isNaN(wholeSeconds) || wholeSeconds < 0) return undefined;
	return BigInt(wholeSeconds) * 1_000_000n + BigInt((match[2] ?? '').padEnd(9, '0'));
};

/** Milliseconds since the epoch; undefined as in `stampNanos`, and for the epoch itself. */
export const stampMillis = (stamp: string): number | undefined => {
	const nanos = stampNanos(stamp);
	return nanos ? Number(nanos / nanosPerMilli) : undefined;
};

const nanosPerMilli = 1_000_000n;
const nanosPerSecond = 1_000_000_000n;

const toSince = (nanos: bigint): string =>
	`${nanos / nanosPerSecond}.${String(nanos % nanosPerSecond).padStart(9, '0')}`;

/** A time stamp in the form that the engine's `since` wants: `seconds.nanoseconds`. */
export const stampToSince = (stamp: string): string => {
	const nanos = stampNanos(stamp);
	return nanos === undefined ? stamp : toSince(nanos);
};

/**
 * The instant before a time stamp, in the same form: with it all engines send what was written at
 * the stamp itself. Docker includes the instant that is asked for, Podman does not.
 */
export const sinceJustBefore = (stamp: string): string => {
	const nanos = stampNanos(stamp);
	return nanos === undefined ? stamp : toSince(nanos - 1n);
};

/**
 * The end of what has that time stamp, in the same form, for an `until` that leaves out the instant itself,
 * as Podman's does. A stamp of whole seconds, of Podman 4, stands for all that was written in its second.
 */
export const untilJustAfter = (stamp: string): string => {
	const nanos = stampNanos(stamp);
	if (nanos === undefined) return stamp;
	return toSince(nanos + (stamp.includes('.') ? 1n : nanosPerSecond));
};
