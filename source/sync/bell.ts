/** Stays rung until it is reset. */
export class Bell {
	#bell = Promise.withResolvers<void>();

	ring(): void {
		this.#bell.resolve();
	}

	reset(): void {
		this.#bell = Promise.withResolvers();
	}

	/** Resolves as soon as it rings, at once when it has. */
	rings(): Promise<void> {
		return this.#bell.promise;
	}
}
