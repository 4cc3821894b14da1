/** Numbers below `sides`, by a seed, so that a failure comes again. */
export const dice = (seed: number) => {
	let state = seed;
	return (sides: number): number => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		return Math.floor((state / 2 ** 32) * sides);
	};
};
