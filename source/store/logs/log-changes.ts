/** So many are told one by one; whoever missed more looks at everything again. */
const keptChanges = 16_384;

/** Numbers of entries that were dropped or have grown, for those who look only now and then. */
export class LogChanges {
	#seqs: number[] = [];
	/** Of all that were ever noted, those before the first in the array. */
	#forgotten = 0;

	/** Where to go on later. */
	get end(): number {
		return this.#forgotten + this.#seqs.length;
	}

	note(seq: number): void {
		this.#seqs.push(seq);
		if (this.#seqs.length < 2 * keptChanges) return;
		this.#seqs = this.#seqs.slice(keptChanges);
		this.#forgotten += keptChanges;
	}

	/** Whoever was here before has to look at everything again. */
	noteAll(): void {
		this.#forgotten = this.end + 1;
		this.#seqs = [];
	}

	/** Those that were noted since; undefined where that is no longer known. */
	since(end: number): readonly number[] | undefined {
		return end < this.#forgotten ? undefined : this.#seqs.slice(end - this.#forgotten);
	}
}
