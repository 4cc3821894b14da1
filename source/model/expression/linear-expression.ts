import {Automaton} from './automaton.ts';
import {LetterClasses} from './letter-classes.ts';
import type {Part} from './parse-parts.ts';
import {programOf} from './program.ts';

/**
 * A regular expression as the language has them, which takes time in proportion to the text, whatever text and
 * expression are. It tells where it matches, and not what its groups hold.
 */
export class LinearExpression extends RegExp {
	readonly #finder: Finder;
	/** The text that was looked through last, for all places, and how long that took. */
	#text = '';
	#spent = 0;

	/** `whole`: what the source is made of. Another expression: the same with other flags. */
	constructor(source: string | LinearExpression, flags: string, whole?: Part) {
		super(source, flags);
		// Of the species, for `matchAll`: then there is another expression that knows already.
		this.#finder =
			typeof source === 'string'
				? new Finder(whole ?? {kind: 'sequence', parts: []}, this.ignoreCase)
				: source.#finder;
	}

	/** Letters read, and attempts followed, up to now. */
	get steps(): number {
		return this.#finder.steps;
	}

	override test(text: string): boolean {
		return this.global ? this.exec(text) !== null : this.#finder.isIn(text);
	}

	/** Without groups. With `g` it stops before all is found where each of many finds takes the rest of the text. */
	override exec(text: string): RegExpExecArray | null {
		const from = this.global ? this.lastIndex : 0;
		const found = from > text.length || this.#isTired(text) ? undefined : this.#find(text, from);
		if (this.global) this.lastIndex = found === undefined ? 0 : found[1];
		if (found === undefined) return null;
		const [start, end] = found;
		const match: Pick<RegExpExecArray, 'index' | 'input' | 'groups'> = {index: start, input: text};
		return Object.assign<[string], typeof match>([text.slice(start, end)], match);
	}

	#find(text: string, from: number): readonly [start: number, end: number] | undefined {
		const before = this.#finder.steps;
		const found = this.#finder.find(text, from);
		this.#spent += this.#finder.steps - before;
		return found;
	}

	#isTired(text: string): boolean {
		if (this.lastIndex === 0 || this.#text !== text) {
			this.#text = text;
			this.#spent = 0;
		}
		return this.#spent > mostSteps + text.length * mostRounds;
	}
}

/** All places of one text may take so many steps, and so many for each of its letters. */
const mostSteps = 20_000;
const mostRounds = 32;

/** Finds a match from its end: that is the first thing that is known of it. */
class Finder {
	readonly #forwards: Automaton;
	readonly #backwards: Automaton;

	constructor(whole: Part, isCaseless: boolean) {
		const [forwards, backwards] = [programOf(whole, false), programOf(whole, true)];
		this.#forwards = new Automaton(forwards, new LetterClasses(forwards.letters, isCaseless), true);
		this.#backwards = new Automaton(
			backwards,
			new LetterClasses(backwards.letters, isCaseless),
			false,
		);
	}

	get steps(): number {
		return this.#forwards.steps + this.#backwards.steps;
	}

	isIn(text: string): boolean {
		return this.#forwards.isIn(text);
	}

	find(text: string, from: number): readonly [start: number, end: number] | undefined {
		const end = this.#forwards.endOf(text, from);
		if (end === undefined) return undefined;
		return [this.#backwards.startOf(text, end, from) ?? end, end];
	}
}
