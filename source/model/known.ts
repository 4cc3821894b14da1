/** A piece to spread into an object: without the key when the value is unknown. */
export const known = <K extends string, V>(
	key: K,
	value: V | undefined,
): {readonly [P in K]?: V} =>
	value === undefined ? {} : ({[key]: value} as {readonly [P in K]?: V});
