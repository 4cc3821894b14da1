/**
 * The place of an entry below the thing that was asked for, as names from there on: none for the thing
 * itself. Undefined where its path leads elsewhere, or could: nothing is made of such an entry.
 */
export const placeOf = (path: string): readonly string[] | undefined => {
	if (path.startsWith('/') || path.includes('\0') || path.includes('\\')) return undefined;
	const names = path.split('/').filter(name => name !== '' && name !== '.');
	if (names.some(name => name === '..')) return undefined;
	// The first is the name of what was asked for.
	return names.slice(1);
};
