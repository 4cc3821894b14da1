/** `2026-11-22T10:11:12.123456789Z` and a space; Podman 4 leaves the fraction out. */
export const longestStamp = 40;

/** Of Docker, always. */
export const fixedStampLength = 30;
const fractionStart = 20;

const digitZero = 0x30;
const space = 0x20;
const dash = 0x2d;
const letterT = 0x54;
const letterZ = 0x5a;

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

/** Whether the bytes start with a stamp as Docker writes it, and its space; the digits are not looked at. */
export const startsWithFixedStamp = (bytes: Uint8Array, from: number): boolean =>
	bytes[from + fixedStampLength] === space &&
	bytes[from + 4] === dash &&
	bytes[from + 10] === letterT;

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
export const stampMillis = (stamp: string): number | undefined =>
	millisOfKnownSecond(stamp) ?? millisAnew(stamp);

/** Up to the point before the fraction, of the stamp that was read last: most are of one second. */
let knownSecond = '';
let knownSecondMillis = 0;
const knownBytes = new Uint8Array(fractionStart);

/** Undefined, too, for what only looks like a stamp. */
const millisOfKnownSecond = (stamp: string): number | undefined => {
	if (knownSecond === '' || !isFixed(stamp) || !stamp.startsWith(knownSecond)) return undefined;
	const [hundreds, tens, ones] = [digitAt(stamp, 20), digitAt(stamp, 21), digitAt(stamp, 22)];
	return knownSecondMillis + hundreds * 100 + tens * 10 + ones;
};

/** As `stampMillis`, of a stamp that is still bytes; undefined too where it is of another second than the last one. */
export const fixedStampMillis = (bytes: Uint8Array, from: number): number | undefined => {
	if (knownSecond === '') return undefined;
	for (let index = fractionStart - 1; index >= 0; index--)
		if (bytes[from + index] !== knownBytes[index]) return undefined;
	for (let index = fractionStart; index < fixedStampLength - 1; index++) {
		const digit = (bytes[from + index] ?? 0) - digitZero;
		if (digit < 0 || digit > 9) return undefined;
	}
	if (bytes[from + fixedStampLength - 1] !== letterZ) return undefined;
	const at = from + fractionStart;
	const hundreds = bytes[at] ?? 0;
	const tens = bytes[at + 1] ?? 0;
	const ones = bytes[at + 2] ?? 0;
	return knownSecondMillis + (hundreds * 100 + tens * 10 + ones - digitZero * 111);
};

const millisAnew = (stamp: string): number | undefined => {
	const nanos = stampNanos(stamp);
	if (!nanos) return undefined;
	const millis = Number(nanos / nanosPerMilli);
	// Before the first second there is the epoch, which is no instant.
	if (isFixed(stamp) && millis >= 1000) {
		knownSecond = stamp.slice(0, fractionStart);
		knownSecondMillis = millis - (millis % 1000);
		for (let index = 0; index < fractionStart; index++)
			knownBytes[index] = knownSecond.charCodeAt(index);
	}
	return millis;
};

/** The form of Docker: nine digits behind the point, and Z. */
const isFixed = (stamp: string): boolean => {
	if (stamp.length !== fixedStampLength || !stamp.endsWith('Z')) return false;
	for (let index = fractionStart; index < fixedStampLength - 1; index++) {
		const digit = digitAt(stamp, index);
		if (digit < 0 || digit > 9) return false;
	}
	return true;
};

const digitAt = (stamp: string, index: number): number => stamp.charCodeAt(index) - digitZero;

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
