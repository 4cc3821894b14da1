/** What is repeated so often at most costs no more than if it were written out. */
const few = 9;

/** What matters of an expression; escaped signs and classes are found so that nothing in them is. */
const parts = /\\(?:k<|.)|\[(?:\\.|[^\]\\])*\]|[()*+|]|\{\d+(?:,\d*)?\}/gs;

/**
 * A regular expression that a user typed. Throws, with the reason, where it cannot be read, and where it
 * repeats what holds a repetition, such as `(a+)+`, or alternatives that may begin alike, such as
 * `(a|ab)+`: where the rest does not fit, all ways to share a text out are tried, twice as many with every
 * character, and nothing can stop that. A backreference in a group counts as a repetition. Harmless ones
 * are refused too, such as `(info|\\w+)+`.
 */
export const typedExpression = (source: string, flags: string): RegExp => {
	const expression = new RegExp(source, flags);
	if (repeatsChoice(source)) {
		throw new Error('repeats what fits in several ways, which may take for ever');
	}
	return expression;
};

interface Group {
	readonly end: number;
	readonly holdsChoice: boolean;
}

interface OpenGroup {
	/** A repetition, or alternatives that may begin alike. */
	holdsChoice: boolean;
	/** What each alternative begins with; undefined: with anything. */
	readonly beginnings: (string | undefined)[];
}

const repeatsChoice = (source: string): boolean => {
	/** Those that are open, the whole last. */
	const open = [groupAt(source, 0)];
	let closed: Group | undefined;
	for (const {0: part, index} of source.matchAll(parts)) {
		const end = index + part.length;
		const isRepeated = closed?.end === index && closed.holdsChoice;
		if (isRepeated && mostTimes(part) > few) return true;
		if (part === '(') open.unshift(groupAt(source, end));
		else if (part === ')') closed = {end, holdsChoice: close(open)};
		else if (part === '|') begin(open[0], beginning(source, end));
		else if (isRepetition(part) && open[0]) open[0].holdsChoice = true;
	}
	return false;
};

const groupAt = (source: string, start: number): OpenGroup => ({
	holdsChoice: false,
	beginnings: [
		beginning(source, start + (/^\?(?:[:=!]|<[^>]*>?)/.exec(source.slice(start))?.[0].length ?? 0)),
	],
});

/** The letter that has to come first, small; undefined where it may be one of several. */
const beginning = (source: string, start: number): string | undefined => {
	const [, escaped, plain] =
		/^(?:\\([^\w])|([^\\[(.^$|)]))(?![*?{])/.exec(source.slice(start)) ?? [];
	return (escaped ?? plain)?.toLowerCase();
};

const begin = (group: OpenGroup | undefined, first: string | undefined): void => {
	if (group === undefined) return;
	const {beginnings} = group;
	if (first === undefined || beginnings.includes(undefined) || beginnings.includes(first)) {
		group.holdsChoice = true;
	}
	beginnings.push(first);
};

/** What is in a group is in the one around it too. */
const close = (open: OpenGroup[]): boolean => {
	const holds = open.shift()?.holdsChoice ?? false;
	if (holds && open[0]) open[0].holdsChoice = true;
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
