import type {StatsTarget} from '../../engine.ts';

const firstMillis = 5000;
const longestMillis = 5 * 60_000;

/**
 * Containers that were looked for on this machine in vain, each for a while that grows with every
 * time: one that was just starting is found soon, and those of an engine elsewhere cost nothing.
 */
export class Absences {
	readonly #known = new Map<string, {untilMillis: number; millis: number}>();

	get isEmpty(): boolean {
		return this.#known.size === 0;
	}

	has(id: string): boolean {
		return (this.#known.get(id)?.untilMillis ?? 0) > performance.now();
	}

	note(id: string): void {
		const before = this.#known.get(id)?.millis ?? firstMillis / 2;
		const millis = Math.min(before * 2, longestMillis);
		this.#known.set(id, {millis, untilMillis: performance.now() + millis});
	}

	forget(id: string): void {
		this.#known.delete(id);
	}

	/** The targets that may be found here; what is no target any more is forgotten. */
	leaveOut(targets: readonly StatsTarget[]): readonly StatsTarget[] {
		if (this.isEmpty) return targets;
		const wanted = new Set(targets.map(({ref}) => ref.id));
		for (const id of this.#known.keys()) if (!wanted.has(id)) this.#known.delete(id);
		return targets.filter(({ref}) => !this.has(ref.id));
	}
}
