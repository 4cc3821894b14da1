import {LinearExpression} from './expression/linear-expression.ts';
import {holdsOther, sizeOf, waysOf} from './expression/measure-parts.ts';
import {parseParts} from './expression/parse-parts.ts';

/** In so few ways at each place of a text an engine that goes back is the quickest. */
const fewWays = 32;
/** Repetitions written out: what is longer takes too long for each letter of a text. */
const mostSize = 400;

/**
 * A regular expression that a user typed. Where it can fit a text in many ways, as `.*` or `(a|ab)+` can, all of them are
 * looked at together, so that it takes no longer than in proportion to the text: the engine of the language would try one
 * after the other, which may take for ever and cannot be stopped. Throws, with the reason, where it cannot be read, and where
 * only that engine could do it.
 */
export const typedExpression = (source: string, flags: string): RegExp => {
	const expression = new RegExp(source, flags);
	const whole = parseParts(source);
	if (whole === undefined) throw new Error('is written in a way that may take for ever');
	if (waysOf(whole) <= fewWays) return expression;
	if (holdsOther(whole))
		throw new Error('repeats beside (?=…), (?!…) or \\1, which may take for ever');
	if (sizeOf(whole) > mostSize) throw new Error(`repeats more than ${mostSize} parts in all`);
	return new LinearExpression(source, flags, whole);
};

/** The same with other flags. */
export const withFlags = (expression: RegExp, flags: string): RegExp =>
	expression instanceof LinearExpression
		? new LinearExpression(expression, flags)
		: new RegExp(expression.source, flags);
