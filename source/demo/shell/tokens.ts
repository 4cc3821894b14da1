/** A part of a word: literal, or the value of a variable. */
type WordPart = {readonly literal: string} | {readonly variable: string};

export type Word = readonly WordPart[];

export type Source = 'input' | 'out' | 'err' | 'both';

export type Token =
	| {readonly kind: 'word'; readonly word: Word}
	| {readonly kind: 'operator'; readonly text: string}
	/** To a file, the word that follows. */
	| {readonly kind: 'to-file'; readonly from: Source}
	| {readonly kind: 'to-stream'; readonly from: Source; readonly to: 'out' | 'err'};

export class ShellSyntaxError extends Error {}

export const unexpected = (token: string): ShellSyntaxError =>
	new ShellSyntaxError(`syntax error near unexpected token \`${token}'`);

/** Tries patterns in turn at the place it has reached; all of them are sticky. */
class Scanner {
	readonly #text: string;
	#index = 0;

	constructor(text: string) {
		this.#text = text;
	}

	get isAtEnd(): boolean {
		return this.#index >= this.#text.length;
	}

	match(pattern: RegExp): RegExpExecArray | undefined {
		pattern.lastIndex = this.#index;
		const found = pattern.exec(this.#text) ?? undefined;
		this.#index += found?.[0].length ?? 0;
		return found;
	}

	/** What the first fitting rule makes of its match. */
	first<T>(rules: readonly Rule<T>[]): T | undefined {
		for (const [pattern, make] of rules) {
			const match = this.match(pattern);
			if (match) return make(match);
		}
		return undefined;
	}
}

type Rule<T> = readonly [pattern: RegExp, make: (match: RegExpExecArray) => T];

const skipped = /(?:[ \t]|\\\n|#[^\n]*)+/y;

const streamOf = (digit: string | undefined): 'out' | 'err' => (digit === '2' ? 'err' : 'out');

const tokenRules: readonly Rule<Token>[] = [
	[
		/([12]?)>&([12])/y,
		([, from, to]) => ({kind: 'to-stream', from: streamOf(from), to: streamOf(to)}),
	],
	[/&>>?/y, () => ({kind: 'to-file', from: 'both'})],
	[/([12]?)>>?/y, ([, from]) => ({kind: 'to-file', from: streamOf(from)})],
	[/0?</y, () => ({kind: 'to-file', from: 'input'})],
	[/&&|\|\||[;|]/y, ([text]) => ({kind: 'operator', text})],
	[/\n/y, () => ({kind: 'operator', text: ';'})],
	[
		/[&()`]/y,
		([text]) => {
			throw unexpected(text);
		},
	],
];

/** Splits a script into words and operators. Throws `ShellSyntaxError` for what the demo does not speak. */
export function* tokensOf(script: string): Generator<Token> {
	const scanner = new Scanner(script);
	while (true) {
		scanner.match(skipped);
		if (scanner.isAtEnd) return;
		yield scanner.first(tokenRules) ?? {kind: 'word', word: readWord(scanner)};
	}
}

const variable = /\$(?:\{(\w+|\?)\}|(\w+|[?$]))/y;

const toVariable = ([, braced, bare]: RegExpExecArray): Word => [{variable: braced ?? bare ?? ''}];

const quotedRules: readonly Rule<Word>[] = [
	[variable, toVariable],
	[/\\(["\\$`])/y, ([, literal = '']) => [{literal}]],
	[/[^\\$]+|[\\$]/y, ([literal]) => [{literal}]],
];

const wordRules: readonly Rule<Word>[] = [
	[/'([^']*)'/y, ([, literal = '']) => [{literal}]],
	[/"((?:[^"\\]|\\[\s\S])*)"/y, ([, quoted = '']) => readQuoted(quoted)],
	[variable, toVariable],
	[/\\\n/y, () => []],
	[/\\([\s\S])/y, ([, literal = '']) => [{literal}]],
	[
		/['"]/y,
		([quote]) => {
			throw new ShellSyntaxError(`unexpected EOF while looking for matching \`${quote}'`);
		},
	],
	[/[^\s;&|<>()`'"\\$]+|[\\$]/y, ([literal]) => [{literal}]],
];

const readQuoted = (quoted: string): Word => {
	const scanner = new Scanner(quoted);
	const parts: WordPart[] = [{literal: ''}];
	while (!scanner.isAtEnd) parts.push(...(scanner.first(quotedRules) ?? []));
	return parts;
};

/** Up to the next unquoted separator. */
const readWord = (scanner: Scanner): Word => {
	const parts: WordPart[] = [];
	for (;;) {
		const piece = scanner.first(wordRules);
		if (!piece) return parts;
		parts.push(...piece);
	}
};
