const asciiSize = 128;
const isWord = /^\w$/;

/** Letters of texts in classes, within which an expression does not tell one from another. */
export class LetterClasses {
	readonly #tests: readonly RegExp[];
	readonly #ascii = new Int16Array(asciiSize).fill(-1);
	readonly #others = new Map<number, number>();
	readonly #known = new Map<string, number>();
	/** Of each class: of which kinds its letters are. */
	readonly #kinds: (readonly boolean[])[] = [];
	readonly #words: boolean[] = [];

	/** `letters`: the kinds as they are written in an expression. */
	constructor(letters: readonly string[], isCaseless: boolean) {
		// Whatever a kind means the language itself tells.
		this.#tests = letters.map(source => new RegExp(`^(?:${source})$`, isCaseless ? 'i' : ''));
	}

	of(unit: number): number {
		const found = unit < asciiSize ? this.#ascii[unit] : this.#others.get(unit);
		return found === undefined || found < 0 ? this.#learn(unit) : found;
	}

	/** Whether the letters of a class are of that kind. */
	is(letterClass: number, kind: number): boolean {
		return this.#kinds[letterClass]?.[kind] ?? false;
	}

	isWord(letterClass: number): boolean {
		return this.#words[letterClass] ?? false;
	}

	#learn(unit: number): number {
		const letter = String.fromCharCode(unit);
		const kinds = this.#tests.map(test => test.test(letter));
		const word = isWord.test(letter);
		const name = `${word} ${kinds.join()}`;
		const found = this.#known.get(name) ?? this.#known.size;
		this.#known.set(name, found);
		this.#kinds[found] = kinds;
		this.#words[found] = word;
		if (unit < asciiSize) this.#ascii[unit] = found;
		else this.#others.set(unit, found);
		return found;
	}
}
