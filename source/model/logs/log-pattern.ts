import {typedExpression} from '../typed-expression.ts';

/** What is looked for in the lines of a log: text, or a regular expression between slashes. */
export interface LogPattern {
	/** As the user typed it. */
	readonly text: string;
	/** Finds all places; undefined while nothing is typed or where there is a problem. */
	readonly expression?: RegExp;
	/** Why the expression cannot be read, or is not used. */
	readonly problem?: string;
}

/** Small letters find capitals too, as in less and vim; a capital wants itself. */
export const parsePattern = (text: string): LogPattern => {
	if (text === '') return {text};
	const [, source] = /^\/(.+?)\/?$/.exec(text) ?? [];
	const flags = /\p{Lu}/u.test(withoutClasses(source ?? text)) ? 'g' : 'gi';
	try {
		const expression =
			source === undefined ? new RegExp(literal(text), flags) : typedExpression(source, flags);
		return {text, expression};
	} catch (error) {
		return {text, problem: error instanceof Error ? error.message : String(error)};
	}
};

/** `\S` and `\p{Lu}` are capitals that say nothing of the letters that are wanted. */
const withoutClasses = (source: string): string => source.replaceAll(/\\(?:[pP]\{[^}]*\}|.)/g, '');

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
