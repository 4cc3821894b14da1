/**
 * Numbers from 0 in two bytes, ordered as the numbers are: floats without a sign, with 6 bits of
 * exponent and 10 of mantissa. The error is at most 0.05 %. Whole numbers up to 2048 and powers of two
 * are exact, and rounding never leads past one: what was below a round figure is not above it.
 */
const cell = new DataView(new ArrayBuffer(4));

/** Nothing is known. It is what a new array is full of. */
export const gapCode = 0;
const zeroCode = 1;
const smallestCode = 2;
const largestCode = 0xffff;

/** Less than this is kept as 0. */
const smallest = 2 ** -10;
/** The lower bits of a 32-bit float are dropped; the upper ones are counted from those of `smallest`. */
const droppedBits = 13;
const half = 1 << (droppedBits - 1);
cell.setFloat32(0, smallest);
const offset = (cell.getUint32(0) >>> droppedBits) - smallestCode;

/** What is no number from 0 on is a gap; more than 10^16 is kept as that. */
export const encode = (value: number): number => {
	if (!(value >= 0)) return gapCode;
	if (value < smallest) return zeroCode;
	cell.setFloat32(0, value);
	return Math.min(largestCode, ((cell.getUint32(0) + half) >>> droppedBits) - offset);
};

/** NaN for a gap. */
export const decode = (code: number): number => {
	if (code <= zeroCode) return code === zeroCode ? 0 : Number.NaN;
	cell.setUint32(0, (code + offset) << droppedBits);
	return cell.getFloat32(0);
};

/**
 * Distances between the codes of an extreme and of the mean, by the byte they are kept in: up to a
 * factor of 64, in steps of less than a percent near the mean and of up to 4 % far from it. They are
 * rounded towards the mean, so that no extreme is beyond what was measured.
 */
const distances = Uint16Array.from({length: 256}, (_, byte) => 6 * 1024 * (byte / 255) ** 2);
const farthest = 255;

const nearestByte = (distance: number): number => {
	const byte = Math.min(farthest, Math.ceil(255 * Math.sqrt(Math.max(0, distance) / (6 * 1024))));
	return (distances[byte] ?? 0) > distance ? byte - 1 : byte;
};

/** A maximum of more than 64 times the mean is kept as that. */
export const encodeMax = (mean: number, max: number): number => nearestByte(max - mean);

export const decodeMax = (mean: number, byte: number): number =>
	decode(Math.min(largestCode, mean + (distances[byte] ?? 0)));

/** A minimum of less than a 64th of the mean is kept as 0. */
export const encodeMin = (mean: number, min: number): number =>
	min === zeroCode ? farthest : nearestByte(mean - min);

export const decodeMin = (mean: number, byte: number): number =>
	byte === farthest ? 0 : decode(Math.max(zeroCode, mean - (distances[byte] ?? 0)));
