/** The words of a command as a shell would part them, with quotes and backslashes and nothing else; undefined where a quote is open. */
export const splitWords = (text: string): readonly string[] | undefined => {
	const words: string[] = [];
	let word: string | undefined;
	for (const [part, blank, single, double, escaped, letter] of text.matchAll(pattern)) {
		if (blank !== undefined) {
			if (word !== undefined) words.push(word);
			word = undefined;
			continue;
		}
		if (part === "'" || part === '"' || part === '\\') return undefined;
		const inDouble = double?.replaceAll(/\\(["\\])/g, '$1');
		word = (word ?? '') + (single ?? inDouble ?? escaped ?? letter ?? '');
	}
	return word === undefined ? words : [...words, word];
};

const pattern = /(\s+)|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|(.)/gs;
