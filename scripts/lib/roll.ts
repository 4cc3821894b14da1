import type {Roll} from './spiteful-text.ts';

/** The same numbers for a seed and a place, and others for each other place. */
export const rollOf = (seed: number, place: number): Roll => {
	let state = Math.imul(seed, 0x9e37_79b1) ^ Math.imul(place + 1, 0x85eb_ca6b);
	return sides => {
		// As xorshift has it, which is never stuck but at 0.
		state = state === 0 ? 0x2545_f491 : state;
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return Math.floor(((state >>> 0) / 2 ** 32) * sides);
	};
};
