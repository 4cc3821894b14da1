/** Fails where a newer version of the package reads otherwise. */
export const replaced = (text: string, before: string | RegExp, after: string): string => {
	const changed = text.replace(before, () => after);
	if (changed === text) throw new Error(`nothing like this to replace: ${before}`);
	return changed;
};
