/** A file with its path from the project's root, forward slashes. */
export interface SourceFile {
	readonly path: string;
	readonly text: string;
}

/** Where a slash begins a regular expression: after an operator, an opening bracket or a keyword. */
const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%<>~^\n]|\breturn|\btypeof|\bcase)\s*$/u;

const patterns = {
	lineComment: /\/\/[^\n]*/uy,
	blockComment: /\/\*.*?\*\//suy,
	/** Ends at the line's end when it never closes: then it was an apostrophe in the text of JSX. */
	string: /'(?:[^'\\\n]|\\.)*(?:'|(?=\n)|$)|"(?:[^"\\\n]|\\.)*(?:"|(?=\n)|$)/suy,
	template: /`(?:[^`\\]|\\.)*`/suy,
	regex: /\/(?:\[(?:[^\]\\\n]|\\.)*\]|[^/\\\n[]|\\.)+\/[a-z]*/uy,
};

const matchAt = (pattern: RegExp, text: string, index: number): string | undefined => {
	pattern.lastIndex = index;
	return pattern.exec(text)?.[0];
};

const blank = (text: string): string => text.replaceAll(/[^\n]/gu, ' ');

const commentAt = (text: string, index: number): string | undefined =>
	matchAt(patterns.lineComment, text, index) ?? matchAt(patterns.blockComment, text, index);

const literalAt = (text: string, index: number): string | undefined => {
	const literal = matchAt(patterns.string, text, index) ?? matchAt(patterns.template, text, index);
	if (literal !== undefined) return literal;
	const before = text.slice(Math.max(0, index - 40), index);
	return beforeRegex.test(before) ? matchAt(patterns.regex, text, index) : undefined;
};

/** Keeps every line where it is; what is blanked becomes spaces. */
const scan = (text: string, keepLiterals: boolean): string => {
	let result = '';
	let index = 0;
	while (index < text.length) {
		const comment = commentAt(text, index);
		const literal = comment === undefined ? literalAt(text, index) : undefined;
		const token = comment ?? literal ?? text.charAt(index);
		const isKept = comment === undefined && (literal === undefined || keepLiterals);
		result += isKept ? token : blank(token);
		index += token.length;
	}
	return result;
};

/** The text without comments; strings stay, so that imports can be read. */
export const withoutComments = (text: string): string => scan(text, true);

/** The text without comments, strings, templates and regular expressions: names that are used. */
export const codeOnly = (text: string): string => scan(text, false);

const importPattern = /\b(?:from|import)\s*\(?\s*'([^'\n]+)'/gu;

/** What a file imports or re-exports, types and lazy imports included, as written. */
export const importsOf = (file: SourceFile): readonly string[] =>
	[...withoutComments(file.text).matchAll(importPattern)].map(match => match[1] ?? '');

/** Path from the project's root of a relative import. */
export const resolveImport = (from: string, specifier: string): string => {
	const parts = from.split('/').slice(0, -1);
	for (const part of specifier.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
};
