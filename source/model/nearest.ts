/** The word that was probably meant; undefined where none is near. */
export const nearest = (word: string, words: readonly string[]): string | undefined => {
	const [best] = words
		// By as many letters as one is longer they differ at least; and what is foreign may be very long.
		.filter(each => Math.abs(each.length - word.length) <= mostEdits(each))
		.map(each => ({each, edits: editsBetween(word.toLowerCase(), each.toLowerCase())}))
		.toSorted((a, b) => a.edits - b.edits);
	return best !== undefined && best.edits <= mostEdits(best.each) ? best.each : undefined;
};

const mostEdits = ({length}: string): number => Math.max(1, length / 3);

/** Levenshtein: letters put in, left out or exchanged. */
const editsBetween = (from: string, to: string): number => {
	let row = Array.from({length: to.length + 1}, (_, index) => index);
	for (const [index, letter] of [...from].entries()) {
		const next = [index + 1];
		for (let column = 1; column <= to.length; column++) {
			const exchanged = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
			next.push(Math.min(exchanged, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[to.length] ?? 0;
};
