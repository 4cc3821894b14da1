import type {World} from './world/world.ts';

/** A clock that jumps (a suspended laptop) or is frozen by a test is noticed within this time. */
const longestBeatMillis = 1000;
/** Under a frozen clock the next thing is always just ahead: that must not become a busy loop. */
const shortestBeatMillis = 4;

/** Lets a world live with a clock: one timer, set for whatever happens next. */
export class Heart {
	readonly #world: World;
	readonly #now: () => number;
	#timer: NodeJS.Timeout | undefined;
	#isStopped = false;

	constructor(world: World, now: () => number) {
		this.#world = world;
		this.#now = now;
		world.onSooner = () => this.#plan();
		this.#plan();
	}

	/** Brings the world to the present. */
	advance(): void {
		this.#world.advance(this.#now());
		this.#plan();
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#timer);
	}

	#plan(): void {
		clearTimeout(this.#timer);
		if (this.#isStopped) return;
		const next = this.#world.nextMillis ?? Number.POSITIVE_INFINITY;
		const wait = Math.min(longestBeatMillis, Math.max(shortestBeatMillis, next - this.#now()));
		this.#timer = setTimeout(() => this.advance(), wait);
	}
}
