/** Repeatable chance: the same seed gives the same values in the same order. */
export interface Random {
	/** 0 <= value < 1 */
	next(): number;
	/** Whole numbers, both ends included. */
	integer(from: number, to: number): number;
	pick<T>(choices: readonly [T, ...T[]]): T;
	chance(probability: number): boolean;
}

/** 32 bits of FNV-1a over text; good enough to keep streams of chance apart. */
export const hash = (text: string): number => {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value ^= text.charCodeAt(index);
		value = Math.imul(value, 0x01000193);
	}
	return value >>> 0;
};

/**
 * A stream of chance of its own for every `key`, so that one container's fate never depends on how
 * often another was asked. The generator is mulberry32.
 */
export const randomFor = (key: string): Random => {
	let state = hash(key);
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
	return {
		next,
		integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
		pick: choices => choices[Math.floor(next() * choices.length)] ?? choices[0],
		chance: probability => next() < probability,
	};
};

/** `digits` hex digits, as ids of containers (64), images (64) and secrets have them. */
export const hexFor = (key: string, digits = 64): string => {
	const random = randomFor(key);
	let hex = '';
	while (hex.length < digits) hex += random.integer(0, 0xffff_ffff).toString(16).padStart(8, '0');
	return hex.slice(0, digits);
};
