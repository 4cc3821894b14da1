/** What is looked for in the lines of a log: text, or a regular expression between slashes. */
export interface LogPattern {
	/** As the user typed it. */
	readonly text: string;
	/** Finds all places; undefined while nothing is typed or where the expression cannot be read. */
	readonly expression?: RegExp;
	/** Why the expression cannot be read. */
	readonly problem?: string;
}

/** Small letters find capitals too, as in less and vim; a capital wants itself. */
export const parsePattern = (text: string): LogPattern => {
	if (text === '') return {text};
	const [, source] = /^\/(.+?)\/?$/.exec(text) ?? [];
	const flags = /\p{Lu}/u.test(withoutClasses(source ?? text)) ? 'g' : 'gi';
	try {
		return {text, expression: new RegExp(source ?? literal(text), flags)};
	} catch (error) {
		return {text, problem: error instanceof Error ? error.message : String(error)};
	}
};

/** `\S` and `\p{Lu}` are capitals that say nothing of the letters that are wanted. */
const withoutClasses = (source: string): string => source.replaceAll(/\\(?:[pP]\{[^}]*\}|.)/g, '');

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
