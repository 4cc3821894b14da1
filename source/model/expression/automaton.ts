import type {LetterClasses} from './letter-classes.ts';
import type {Edge} from './parse-parts.ts';
import type {Program, Step} from './program.ts';

/** Where all attempts stand that are under way, those that are preferred first. */
interface State {
	readonly at: readonly number[];
	/** Nothing stands before it. */
	readonly isFirst: boolean;
	readonly isBehindWord: boolean;
	/** More may begin here. */
	readonly isOpen: boolean;
	/** What the next letter leads to, by its class. */
	readonly moves: (Move | undefined)[];
	/** Whether there is a match where the text ends here. */
	isMatchAtEnd: boolean | undefined;
}

interface Move {
	/** There is a match that ends before the letter. */
	readonly isMatch: boolean;
	readonly state: State;
}

/** What stands behind a place. */
interface Behind {
	readonly isLast: boolean;
	readonly isWord: boolean;
}

type LetterStep = Extract<Step, {kind: 'letter'}>;

interface Attempts {
	/** Those that go on with a letter, the preferred ones first. */
	readonly waiting: readonly LetterStep[];
	readonly isMatch: boolean;
}

/** An expression may have more states than memory; they are learned anew then. */
const mostStates = 1000;

/**
 * Reads a text once, letter by letter, whatever the expression is: it follows all attempts at the same time. What a
 * letter does to them is worked out when it is first met, and remembered.
 */
export class Automaton {
	/** Letters read and attempts followed. */
	steps = 0;
	readonly #program: Program;
	readonly #classes: LetterClasses;
	/** A match may begin behind any letter, and the one that begins first is meant; else the longest from the first place. */
	readonly #isSearch: boolean;
	#states = new Map<string, State>();
	/** Before the first letter, behind a word and behind something else. */
	#starts: (State | undefined)[] = [];

	constructor(program: Program, classes: LetterClasses, isSearch: boolean) {
		this.#program = program;
		this.#classes = classes;
		this.#isSearch = isSearch;
	}

	/** Where the match ends that is meant of those from `from` on; undefined where there is none. */
	endOf(text: string, from: number): number | undefined {
		return this.#read(text, from, text.length, 1, false);
	}

	/** Where the longest match begins that ends there and begins at `from` or later. */
	startOf(text: string, end: number, from: number): number | undefined {
		return this.#read(text, end, from, -1, false);
	}

	/** Whether there is a match in it. */
	isIn(text: string): boolean {
		return this.#read(text, 0, text.length, 1, true) !== undefined;
	}

	#read(
		text: string,
		from: number,
		to: number,
		direction: 1 | -1,
		isAnyEnough: boolean,
	): number | undefined {
		const classes = this.#classes;
		const [ahead, behind] = direction === 1 ? [0, -1] : [-1, 0];
		let state = this.#first(text, from + behind);
		let found: number | undefined;
		let place = from;
		for (; place !== to && state.at.length > 0; place += direction) {
			const letterClass = classes.of(text.charCodeAt(place + ahead));
			const move = state.moves[letterClass] ?? this.#learn(state, letterClass);
			if (move.isMatch) {
				found = place;
				if (isAnyEnough) break;
			}
			state = move.state;
		}
		this.steps += 1 + Math.abs(place - from);
		if (place === to && this.#isMatch(state, text, to + ahead)) found = to;
		return found;
	}

	#first(text: string, before: number): State {
		const isFirst = before < 0 || before >= text.length;
		const isBehindWord = !isFirst && this.#isWordAt(text, before);
		const start = isFirst ? 0 : isBehindWord ? 1 : 2;
		const known = this.#starts[start];
		if (known !== undefined) return known;
		const place = {isFirst, isBehindWord, isOpen: this.#isSearch};
		const made = this.#intern([this.#program.start], place);
		this.#starts[start] = made;
		return made;
	}

	/** Whether there is a match before the letter at this place, or before the end of the text. */
	#isMatch(state: State, text: string, next: number): boolean {
		if (state.at.length === 0) return false;
		if (next >= 0 && next < text.length) {
			const letterClass = this.#classes.of(text.charCodeAt(next));
			return (state.moves[letterClass] ?? this.#learn(state, letterClass)).isMatch;
		}
		state.isMatchAtEnd ??= this.#attempts(state, {isLast: true, isWord: false}).isMatch;
		return state.isMatchAtEnd;
	}

	#isWordAt(text: string, place: number): boolean {
		return this.#classes.isWord(this.#classes.of(text.charCodeAt(place)));
	}

	#learn(state: State, letterClass: number): Move {
		const isWord = this.#classes.isWord(letterClass);
		const {waiting, isMatch} = this.#attempts(state, {isLast: false, isWord});
		const next = new Set<number>();
		for (const {letter, next: then} of waiting)
			if (this.#classes.is(letterClass, letter)) next.add(then);
		// What begins later is not meant any more.
		const isOpen = state.isOpen && !isMatch;
		if (isOpen) next.add(this.#program.start);
		const place = {isFirst: false, isBehindWord: isWord, isOpen};
		const move = {isMatch, state: this.#intern([...next], place)};
		state.moves[letterClass] = move;
		return move;
	}

	/** Without those that are less preferred than a match, where the preferred one is meant. */
	#attempts(state: State, behind: Behind): Attempts {
		const {steps} = this.#program;
		const waiting: LetterStep[] = [];
		const seen = new Set<number>();
		let isMatch = false;
		const open = state.at.toReversed();
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			const step = steps[at];
			if (step === undefined || seen.has(at)) continue;
			seen.add(at);
			this.steps++;
			if (step.kind === 'letter') waiting.push(step);
			else if (step.kind !== 'match') open.push(...onwards(step, state, behind));
			else {
				isMatch = true;
				if (this.#isSearch) break;
			}
		}
		return {waiting, isMatch};
	}

	#intern(at: readonly number[], place: Pick<State, 'isFirst' | 'isBehindWord' | 'isOpen'>): State {
		const name = `${place.isFirst} ${place.isBehindWord} ${place.isOpen} ${at.join()}`;
		const known = this.#states.get(name);
		if (known !== undefined) return known;
		if (this.#states.size >= mostStates) {
			this.#states.clear();
			this.#starts = [];
		}
		const state: State = {...place, at, moves: [], isMatchAtEnd: undefined};
		this.#states.set(name, state);
		return state;
	}
}

/** Where a step leads without a letter; what is preferred comes last. */
const onwards = (
	step: Exclude<Step, {kind: 'letter' | 'match'}>,
	state: State,
	behind: Behind,
): readonly number[] => {
	if (step.kind === 'fork') return [step.second, step.first];
	return holds(step.edge, state, behind) ? [step.next] : [];
};

const holds = (edge: Edge, {isFirst, isBehindWord}: State, {isLast, isWord}: Behind): boolean => {
	if (edge === 'start') return isFirst;
	if (edge === 'end') return isLast;
	return (isBehindWord !== isWord) === (edge === 'word');
};
