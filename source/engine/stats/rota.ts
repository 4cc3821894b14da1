import type {StatsTarget} from '../engine.ts';

/** From the first sample of a container to its second, which tells its CPU use. */
const firstGapMillis = 200;
/** A turn that is so near is taken now, rather than by a timer of its own. */
const earlyMillis = 20;
/** What is sampled seldom takes its turns one after the other, in so many parts. */
const parts = 5;

interface Turn {
	takenAt: number;
	nextAt: number;
	isFirst: boolean;
	isWatched: boolean;
}

/**
 * Decides whose turn it is to be sampled. All that are watched have their turns together, so that the
 * screen changes once; what is new does not wait.
 */
export class Rota {
	readonly #intervalOf: (isWatched: boolean) => number;
	#turns = new Map<string, Turn>();
	#nextAt = Number.POSITIVE_INFINITY;
	/** One was busy, whose turn may have come long ago. */
	#hasSkipped = false;
	/** Of the latest question. */
	#targets: readonly StatsTarget[] | undefined;

	constructor(intervalOf: (isWatched: boolean) => number) {
		this.#intervalOf = intervalOf;
	}

	/** Milliseconds until the next turn of those that `take` was given last. */
	waitMillis(now: number): number {
		return Math.max(0, this.#nextAt - now);
	}

	/**
	 * The targets whose turn it is, which they have had then. Those that are busy with the turn before
	 * have theirs as soon as they are not. What is no target any more is forgotten.
	 */
	take(
		targets: readonly StatsTarget[],
		now: number,
		busy: ReadonlySet<string> = nobody,
	): readonly StatsTarget[] {
		const isSame = targets === this.#targets;
		// Asked several times a second, while most turns are a second away.
		if (isSame && !this.#hasSkipped && this.#nextAt > now + earlyMillis) return nothing;
		this.#hasSkipped = false;
		const before = this.#turns;
		if (!isSame) this.#turns = new Map();
		this.#targets = targets;
		this.#nextAt = Number.POSITIVE_INFINITY;
		return targets.filter(target => {
			const {id} = target.ref;
			const turn = before.get(id) ?? newTurn(now);
			if (!isSame) this.#turns.set(id, turn);
			this.#look(turn, target.isWatched, now);
			if (busy.has(id)) {
				this.#hasSkipped = true;
				return false;
			}
			const isDue = turn.nextAt <= now + earlyMillis;
			if (isDue) this.#pass(turn, id, now);
			this.#nextAt = Math.min(this.#nextAt, turn.nextAt);
			return isDue;
		});
	}

	/** It counts as new from now on, as after a restart; its next turn is the usual one. */
	restart(id: string): void {
		const turn = this.#turns.get(id);
		if (turn !== undefined) turn.isFirst = true;
	}

	/** What comes into view is shown up to date. */
	#look(turn: Turn, isWatched: boolean, now: number): void {
		if (isWatched && !turn.isWatched)
			turn.nextAt = Math.min(turn.nextAt, Math.max(now, turn.takenAt + this.#intervalOf(true)));
		turn.isWatched = isWatched;
	}

	#pass(turn: Turn, id: string, now: number): void {
		const interval = this.#intervalOf(turn.isWatched);
		const shift = turn.isWatched ? 0 : (partOf(id) * interval) / parts;
		turn.nextAt = turn.isFirst
			? now + Math.min(firstGapMillis, interval)
			: nextBeat(now - shift, interval) + shift;
		turn.takenAt = now;
		turn.isFirst = false;
	}
}

const nobody: ReadonlySet<string> = new Set();
const nothing: readonly StatsTarget[] = [];

const newTurn = (now: number): Turn => ({
	takenAt: Number.NEGATIVE_INFINITY,
	nextAt: now,
	isFirst: true,
	isWatched: true,
});

/** The next multiple of the interval, or the one after where it is too near for a good figure. */
const nextBeat = (now: number, interval: number): number =>
	(Math.floor((now + interval / 2) / interval) + 1) * interval;

/** Ids are random digits; any of them will do. */
const partOf = (id: string): number => (Number.parseInt(id.slice(0, 2), 16) || 0) % parts;
