/** How much more may be done for something that may be too big, in steps of which each takes as good as no time. */
export class Effort {
	#left: number;

	constructor(steps: number) {
		this.#left = steps;
	}

	spend(steps: number): void {
		this.#left -= steps;
	}

	/** More was spent than there was. */
	get isSpent(): boolean {
		return this.#left < 0;
	}
}
