/** A line of a script that is no rule, in words for the user. */
export class FaultRuleError extends Error {
	override readonly name = 'FaultRuleError';
}

/** One rule as it was written, and where: `faults.txt:3`. */
export interface RuleLine {
	readonly place: string;
	readonly text: string;
}

interface Word {
	readonly text: string;
	readonly isQuoted: boolean;
}

/** The words of a rule, taken from the left. Every failure names the place and what was expected. */
export class Words {
	readonly #place: string;
	readonly #words: readonly Word[];
	#next = 0;

	constructor({place, text}: RuleLine) {
		this.#place = place;
		this.#words = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => ({
			text: quoted ?? bare,
			isQuoted: quoted !== undefined,
		}));
	}

	get isAtEnd(): boolean {
		return this.#next >= this.#words.length;
	}

	/** Takes the next word where `read` makes something of it; undefined leaves it. */
	maybe<T>(read: (word: string) => T | undefined): T | undefined {
		const word = this.#words[this.#next];
		const value = word === undefined || word.isQuoted ? undefined : read(word.text);
		if (value !== undefined) this.#next++;
		return value;
	}

	take<T>(expected: string, read: (word: string) => T | undefined): T {
		return this.maybe(read) ?? this.fail(expected);
	}

	/** Takes this very word. */
	takeWord(wanted: string): void {
		this.take(wanted, word => word === wanted || undefined);
	}

	/** Takes a text in quotes, where there is one. */
	maybeQuoted(): string | undefined {
		const word = this.#words[this.#next];
		if (!word?.isQuoted) return undefined;
		this.#next++;
		return word.text;
	}

	fail(expected: string): never {
		const word = this.#words[this.#next];
		const found = word === undefined ? 'nothing' : JSON.stringify(word.text);
		throw new FaultRuleError(`${this.#place}: expected ${expected}, found ${found}`);
	}
}

const timeUnits: Readonly<Record<string, number>> = {ms: 1, s: 1000, m: 60_000, h: 3_600_000};

/** `800ms`, `1.5s`, `5m`, `2h` in milliseconds. */
export const readTime = (word: string): number | undefined => {
	const [, amount, unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)$/.exec(word) ?? [];
	const millis = pick(timeUnits, unit);
	return amount === undefined || millis === undefined ? undefined : Number(amount) * millis;
};

/** A whole number. */
export const readCount = (word: string): number | undefined =>
	/^\d{1,12}$/.test(word) ? Number(word) : undefined;

/** What a table has under a word; never what every object has. */
export const pick = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
	Object.hasOwn(table, word) ? table[word] : undefined;
