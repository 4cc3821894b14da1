/**
 * JSON on lines of its own, indented by two; undefined where the text is none. It is cut up and not
 * written anew: numbers keep their digits, and keys that come twice are there twice.
 */
export const indentJson = (text: string): readonly string[] | undefined =>
	isJson(text) ? indent(text) : undefined;

const isJson = (text: string): boolean => {
	if (!/^\s*[[{]/.test(text)) return false;
	try {
		JSON.parse(text);
		return true;
	} catch {
		// An ordinary line that begins with a bracket.
		return false;
	}
};

/** Strings, single signs, and all that stands between them. */
const tokens = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+/g;

/** Further in nobody reads on, and a line of brackets alone would be indented by the square of its length. */
const deepest = 40;

const opening = /^[[{]$/;
const closing = /^[\]}]$/;

const indent = (text: string): readonly string[] => {
	const lines: string[] = [];
	let line = '';
	let depth = 0;
	let before = '';
	for (const [token] of text.matchAll(tokens)) {
		const closes = closing.test(token);
		if (closes) depth--;
		// What is empty stays on its line.
		if (before === ',' || opening.test(before) !== closes) {
			lines.push(line);
			line = '  '.repeat(Math.min(depth, deepest));
		}
		line += token === ':' ? ': ' : token;
		if (opening.test(token)) depth++;
		before = token;
	}
	return [...lines, line];
};
