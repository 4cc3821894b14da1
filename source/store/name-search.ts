import {type FuzzyPattern, fuzzyPattern, fuzzyScore} from '../model/fuzzy.ts';
import {type Named, type Names, namedStretches} from './names.ts';

export interface Found {
	readonly named: Named;
	readonly score: number;
}

/** Nobody looks further down than this. */
const mostFound = 100;
/** Looked through when it is asked for; the rest is left for the pauses between other work. */
const atOnce = 4;

type Stretch = () => readonly Named[];

/** What is found by some typed letters among all names, the best first; looked for a stretch at a time. */
export class NameSearch {
	readonly names: Names;
	readonly typed: string;
	readonly #pattern: FuzzyPattern;
	readonly #stretches: readonly Stretch[];
	#next = 0;
	#matching: Named[] = [];
	#best: Found[] = [];

	/** Who types on finds less: only what was found before is looked at again. */
	constructor(names: Names, typed: string, before?: NameSearch) {
		this.names = names;
		this.typed = typed;
		this.#pattern = fuzzyPattern(typed);
		const isNarrower =
			before?.names === names &&
			before.typed.length >= leastLiteral &&
			typed.startsWith(before.typed);
		this.#stretches = isNarrower ? before.#left() : namedStretches(names);
	}

	/** The best of those that were looked at, at most a hundred. */
	get best(): readonly Found[] {
		return this.#best;
	}

	/** How many there are of those that were looked at. */
	get count(): number {
		return this.#matching.length;
	}

	get isComplete(): boolean {
		return this.#next >= this.#stretches.length;
	}

	/** How far it is: changes with each step. */
	get step(): number {
		return this.#next;
	}

	/** Looks at some of the names that were not looked at yet. */
	work(stretches = 1): void {
		const end = Math.min(this.#stretches.length, this.#next + stretches);
		for (; this.#next < end; this.#next++) {
			for (const named of this.#stretches[this.#next]?.() ?? []) this.#look(named);
		}
	}

	#look(named: Named): void {
		const score = fuzzyScore(this.#pattern, named.text) ?? literalScore(named, this.typed);
		if (score === undefined) return;
		this.#matching.push(named);
		const last = this.#best.at(-1);
		if (this.#best.length < mostFound || last === undefined || score > last.score) {
			this.#insert({named, score});
		}
	}

	#insert(found: Found): void {
		// Behind its equals: what stands first in the list stays first.
		const place = this.#best.findIndex(each => isBetter(found, each));
		this.#best = this.#best.toSpliced(place < 0 ? this.#best.length : place, 0, found);
		if (this.#best.length > mostFound) this.#best = this.#best.slice(0, mostFound);
	}

	/** Those found, and those not looked at. */
	#left(): readonly Stretch[] {
		const found = this.#matching;
		const size = 256;
		const starts = Array.from({length: Math.ceil(found.length / size)}, (_, at) => at * size);
		return [
			...starts.map(start => () => found.slice(start, start + size)),
			...this.#stretches.slice(this.#next),
		];
	}
}

/** Of two that match as well the shorter one is more likely meant. */
const isBetter = (some: Found, other: Found): boolean =>
	some.score === other.score
		? some.named.text.text.length < other.named.text.text.length
		: some.score > other.score;

const leastLiteral = 3;
const forLetter = 16;

/** By the name that the engine gave, or the start of the id. */
const literalScore = (named: Named, typed: string): number | undefined => {
	if (named.kind === 'group' || typed.length < leastLiteral) return undefined;
	const at = named.also.indexOf(typed);
	return at === 0 || at >= idDigits ? typed.length * forLetter : undefined;
};

const idDigits = 64;

/** The search for this; the one that goes on while it is the same. */
export const searchNames = (names: Names, typed: string): NameSearch => {
	const text = typed.trim();
	if (latest?.names !== names || latest.typed !== text) {
		latest = new NameSearch(names, text, latest);
		latest.work(atOnce);
	}
	return latest;
};

let latest: NameSearch | undefined;
