import {type Source, type Token, tokensOf, unexpected, type Word} from './tokens.ts';

export interface Redirect {
	readonly from: Source;
	/** A file, or another stream of the program. */
	readonly to: Word | 'out' | 'err';
}

export interface Command {
	readonly words: readonly Word[];
	readonly redirects: readonly Redirect[];
}

/** Programs joined by `|`, and when they run: in any case, after a success, after a failure. */
export interface Pipeline {
	readonly when: 'always' | 'success' | 'failure';
	readonly commands: readonly Command[];
}

/**
 * Reads a script of the small language that the demo's shells speak: words with quotes and
 * variables, `;`, `&&`, `||`, `|` and redirections. Throws `ShellSyntaxError` for anything else.
 */
export const parseScript = (script: string): Pipeline[] => {
	const pipelines: Pipeline[] = [];
	let when: Pipeline['when'] = 'always';
	let tokens: Token[] = [];
	for (const token of [...tokensOf(script), end]) {
		if (token.kind !== 'operator' || token.text === '|') {
			tokens.push(token);
			continue;
		}
		// `;` may stand alone, at the end of a line; `&&` needs something on both sides.
		if (tokens.length > 0) pipelines.push({when, commands: parsePipeline(tokens)});
		else if (token.text !== ';' || when !== 'always') throw unexpected(token.text);
		tokens = [];
		when = whenAfter[token.text] ?? 'always';
	}
	return pipelines;
};

const end: Token = {kind: 'operator', text: ';'};

const whenAfter: Readonly<Record<string, Pipeline['when']>> = {'&&': 'success', '||': 'failure'};

const parsePipeline = (tokens: readonly Token[]): Command[] => {
	const commands: Command[] = [];
	let rest = tokens;
	for (;;) {
		const pipe = rest.findIndex(token => token.kind === 'operator');
		commands.push(parseCommand(pipe < 0 ? rest : rest.slice(0, pipe)));
		if (pipe < 0) return commands;
		rest = rest.slice(pipe + 1);
	}
};

const parseCommand = (tokens: readonly Token[]): Command => {
	const words: Word[] = [];
	const redirects: Redirect[] = [];
	let pending: Source | undefined;
	for (const token of tokens) {
		if (token.kind === 'word') {
			if (pending === undefined) words.push(token.word);
			else redirects.push({from: pending, to: token.word});
			pending = undefined;
		} else if (pending !== undefined) throw unexpected('>');
		else if (token.kind === 'to-file') pending = token.from;
		else if (token.kind === 'to-stream') redirects.push({from: token.from, to: token.to});
	}
	if (pending !== undefined) throw unexpected('newline');
	if (words.length + redirects.length === 0) throw unexpected('|');
	return {words, redirects};
};
