type Quote = 'none' | 'single' | 'double';

/**
 * A script with each match of the pattern replaced by an argument of the shell that runs it, such as
 * `${1}`, in the quotes that the place needs: what the argument holds is then neither parted nor
 * expanded. Where the quotes are read wrong, as inside of `$(…)` in quotes, it may be parted, but nothing
 * of it is ever run.
 */
export const withArguments = (
	script: string,
	pattern: RegExp,
	placeOf: (name: string) => number,
): string => {
	let quote: Quote = 'none';
	let end = 0;
	let text = '';
	for (const match of script.matchAll(pattern)) {
		const before = script.slice(end, match.index);
		quote = quoteAfter(before, quote);
		text += before + inQuotes(`\${${placeOf(match[1] ?? '')}}`, quote);
		end = match.index + match[0].length;
	}
	return text + script.slice(end);
};

const inQuotes = (argument: string, quote: Quote): string => {
	if (quote === 'double') return argument;
	return quote === 'single' ? `'"${argument}"'` : `"${argument}"`;
};

/** Which quotes are open behind a piece of a script. */
const quoteAfter = (text: string, before: Quote): Quote => {
	let quote = before;
	for (const [mark] of text.matchAll(/\\.|['"]/gs)) quote = turned(quote, mark);
	return quote;
};

const turned = (quote: Quote, mark: string): Quote => {
	// Between single quotes a backslash is one, and what is behind it may end them.
	if (quote === 'single') return mark.endsWith("'") ? 'none' : 'single';
	if (mark === '"') return quote === 'double' ? 'none' : 'double';
	return mark === "'" && quote === 'none' ? 'single' : quote;
};
