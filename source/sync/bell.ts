/** Stays rung until it is reset. */
export class Bell {
	#isRung = false;
	readonly #waiting = new Set<() => void>();

	ring(): void {
		this.#isRung = true;
		for (const goOn of this.#waiting) goOn();
	}

	reset(): void {
		this.#isRung = false;
	}

	/**
	 * Resolves as soon as it rings, at once when it has, or when the signal fires. Nothing of who waited is
	 * left then: a bell may be silent for days while others wait for it again and again.
	 */
	rings(signal: AbortSignal): Promise<void> {
		const {promise, resolve} = Promise.withResolvers<void>();
		const goOn = (): void => {
			this.#waiting.delete(goOn);
			signal.removeEventListener('abort', goOn);
			resolve();
		};
		this.#waiting.add(goOn);
		signal.addEventListener('abort', goOn);
		if (this.#isRung || signal.aborted) goOn();
		return promise;
	}
}
