/** Remembers what was asked for last: at least `size` values, at most twice as many. */
export class Recent<Key, Value> {
	readonly #size: number;
	#young = new Map<Key, Value>();
	#old = new Map<Key, Value>();

	constructor(size: number) {
		this.#size = size;
	}

	get(key: Key): Value | undefined {
		const value = this.#young.get(key);
		if (value !== undefined) return value;
		const known = this.#old.get(key);
		if (known !== undefined) this.set(key, known);
		return known;
	}

	set(key: Key, value: Value): void {
		if (this.#young.size >= this.#size) {
			this.#old = this.#young;
			this.#young = new Map();
		}
		this.#young.set(key, value);
	}
}
