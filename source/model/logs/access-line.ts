import type {PlacedLevel} from './log-level.ts';

const searched = 4096;

/** `"GET / HTTP/1.1" 200`, also the empty request of a connection that said nothing. */
const request = / "(?:[A-Z]+ [^"]*|-|)" (\d{3})(?= |$)/y;
/** HAProxy: `web shop/s1 0/0/1/2/3 200 `. */
const haproxy = / [\w.~-]+ [\w.-]+\/[\w.<>-]+ -?\d+\/-?\d+\/-?\d+\/-?\d+\/\+?\d+ (\d{3})(?= )/y;
const gin = /^\[GIN\] [\d/]+ - [\d:]+ \| +(\d{3})(?= )/;
const rails = /^Completed (\d{3})(?= )/;

/**
 * The level of a line about a request, in the formats that are certain: answers of 500 and above are
 * errors, of 400 and above warnings, all others information.
 */
export const accessLevel = (text: string): PlacedLevel | undefined => {
	const line = text.length > searched ? text.slice(0, searched) : text;
	const status = statusAt(line);
	if (status === undefined) return undefined;
	const code = Number(line.slice(status, status + 3));
	const at = [status, status + 3] as const;
	if (code >= 500) return {level: 'error', at};
	return code >= 400 ? {level: 'warn', at} : {level: 'info'};
};

const statusAt = (line: string): number | undefined => {
	if (line.startsWith('[GIN]')) return found(gin, line);
	if (line.startsWith('Completed ')) return found(rails, line);
	const quote = line.indexOf(' "');
	if (quote > 0 && isAfterTime(line, quote)) return found(request, line, quote);
	const bracket = line.indexOf('] ');
	return bracket > 0 ? found(haproxy, line, bracket + 1) : undefined;
};

/** `[26/Nov/2026:10:45:32 +0000] "`, and `+0000 "` of php-fpm. */
const isAfterTime = (line: string, quote: number): boolean =>
	line[quote - 1] === ']' || line[quote - 5] === '+' || line[quote - 5] === '-';

/** Where the three digits are. */
const found = (pattern: RegExp, line: string, from = 0): number | undefined => {
	pattern.lastIndex = from;
	const match = pattern.exec(line);
	return match ? match.index + match[0].length - 3 : undefined;
};
