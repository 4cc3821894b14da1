import type {StatsTarget} from '../../engine.ts';

const firstMillis = 5000;
const longestMillis = 5 * 60_000;

/**
 * Containers that were looked for on this machine in vain. Each is looked for again after a while
 * that grows with every time: one that was just starting is found soon, and those of an engine
 * elsewhere cost nothing.
 */
export class Absences {
	readonly #known = new Map<string, {lookAtMillis: number; waitedMillis: number}>();
	readonly #onNote: () => void;

	/** `onNote` hears of each that was not found. */
	constructor(onNote: () => void) {
		this.#onNote = onNote;
	}

	get isEmpty(): boolean {
		return this.#known.size === 0;
	}

	/** Also while it is being looked for again. */
	has(id: string): boolean {
		return this.#known.has(id);
	}

	note(id: string): void {
		const waitedMillis = Math.min(
			(this.#known.get(id)?.waitedMillis ?? firstMillis / 2) * 2,
			longestMillis,
		);
		this.#known.set(id, {waitedMillis, lookAtMillis: performance.now() + waitedMillis});
		this.#onNote();
	}

	forget(id: string): void {
		this.#known.delete(id);
	}

	/** The targets that may be found here now; what is no target any more is forgotten. */
	leaveOut(targets: readonly StatsTarget[]): readonly StatsTarget[] {
		if (this.isEmpty) return targets;
		const wanted = new Set(targets.map(({ref}) => ref.id));
		for (const id of this.#known.keys()) if (!wanted.has(id)) this.#known.delete(id);
		const now = performance.now();
		return targets.filter(({ref}) => (this.#known.get(ref.id)?.lookAtMillis ?? 0) <= now);
	}
}
