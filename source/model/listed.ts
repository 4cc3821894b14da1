/** `a, b and c` or, where there are more than are to be named, `a, b and 3 more`. */
export const listed = (names: readonly string[], most: number): string => {
	const shown = names.length <= most ? names.slice(0, -1) : names.slice(0, most);
	const last = names.length <= most ? names.at(-1) : `${names.length - most} more`;
	return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`;
};
