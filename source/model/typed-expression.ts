/** What is repeated so often at most costs no more than if it were written out. */
const few = 9;

/** What matters of an expression; escaped signs and classes are found so that nothing in them is. */
const parts = /\\(?:k<|.)|\[(?:\\.|[^\]\\])*\]|[()*+]|\{\d+(?:,\d*)?\}/gs;

/**
 * A regular expression that a user typed. Throws, with the reason, where it cannot be read, and where it
 * repeats what holds a repetition, such as `(a+)+`: where the rest does not fit, all ways to share a text
 * out between the two are tried, twice as many with every character, and nothing can stop that. A
 * backreference in a group counts as a repetition. Not all slow expressions are found: `(a|a)+` is not.
 */
export const typedExpression = (source: string, flags: string): RegExp => {
	const expression = new RegExp(source, flags);
	if (repeatsRepetition(source)) {
		throw new Error('repeats a repetition, which may take for ever');
	}
	return expression;
};

interface Group {
	readonly end: number;
	readonly holdsRepetition: boolean;
}

const repeatsRepetition = (source: string): boolean => {
	/** Of each open group, the whole last: whether a repetition is in it. */
	const open = [false];
	let closed: Group | undefined;
	for (const {0: part, index} of source.matchAll(parts)) {
		const isRepeated = closed?.end === index && closed.holdsRepetition;
		if (isRepeated && mostTimes(part) > few) return true;
		if (part === '(') open.unshift(false);
		else if (part === ')') closed = {end: index + 1, holdsRepetition: close(open)};
		else if (isRepetition(part)) open[0] = true;
	}
	return false;
};

/** What is in a group is in the one around it too. */
const close = (open: boolean[]): boolean => {
	const holds = open.shift() ?? false;
	if (holds) open[0] = true;
	return holds;
};

const bounds = /^\{(\d+)(,)?(\d*)\}$/;

const mostTimes = (part: string): number => {
	if (part === '*' || part === '+') return Number.POSITIVE_INFINITY;
	const [, least, comma, most] = bounds.exec(part) ?? [];
	if (least === undefined) return 1;
	if (comma === undefined) return Number(least);
	return most === '' ? Number.POSITIVE_INFINITY : Number(most);
};

/** What fits in several lengths. */
const isRepetition = (part: string): boolean => {
	const [, least, comma, most] = bounds.exec(part) ?? [];
	if (least !== undefined) return comma !== undefined && most !== least;
	return part === '*' || part === '+' || /^\\(?:k|[1-9])/.test(part);
};
