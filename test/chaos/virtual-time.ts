/** What `setTimeout` gives back; all that is done with it is clearing it, and `unref`. */
class Handle {
	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}

	hasRef(): boolean {
		return true;
	}
}

interface Timer {
	readonly handle: Handle;
	readonly dueMillis: number;
	/** Of two that are due at once the one that was set first runs first. */
	readonly order: number;
	readonly everyMillis: number | undefined;
	readonly run: () => void;
}

/** As Node does it. */
const most = 2 ** 31 - 1;
const delayOf = (millis: unknown): number => {
	const number = Number(millis);
	return number >= 1 && number <= most ? Math.trunc(number) : 1;
};

/**
 * Time for the whole process: it passes only in `advance`, from timer to timer, and between two of them
 * all that is under way on sockets and files goes on as far as it can. So minutes take seconds, a busy
 * machine changes nothing, and the same steps lead to the same end, or nearly so.
 */
export class VirtualTime {
	#monotonicMillis = 1000;
	#wallMillis: number;
	#order = 0;
	readonly #timers = new Map<unknown, Timer>();
	readonly #immediates = new Map<unknown, NodeJS.Immediate>();

	constructor(startMillis: number) {
		this.#wallMillis = startMillis;
	}

	/** For good, and before anything is loaded that keeps `setTimeout` for itself. */
	install(): void {
		const real = {clearTimeout, clearInterval, Date};
		const set =
			(isRepeated: boolean) =>
			(run: (...values: unknown[]) => void, millis?: unknown, ...values: unknown[]): Handle =>
				isRepeated || Number(millis) >= 1
					? this.#add(() => run(...values), delayOf(millis), isRepeated)
					: this.#soon(() => run(...values));
		const clear = (otherwise: (handle: never) => void) => (handle: unknown) => {
			clearImmediate(this.#immediates.get(handle));
			this.#immediates.delete(handle);
			if (!this.#timers.delete(handle) && !(handle instanceof Handle)) otherwise(handle as never);
		};
		const wall = (): number => this.#wallMillis;
		class VirtualDate extends real.Date {
			constructor(...given: readonly unknown[]) {
				super(...((given.length === 0 ? [wall()] : given) as [number]));
			}

			static override now(): number {
				return wall();
			}
		}
		Object.assign(globalThis, {
			...{setTimeout: set(false), setInterval: set(true), Date: VirtualDate},
			...{clearTimeout: clear(real.clearTimeout), clearInterval: clear(real.clearInterval)},
		});
		Object.defineProperty(performance, 'now', {value: () => this.#monotonicMillis});
	}

	get pendingTimers(): number {
		return this.#timers.size;
	}

	get monotonicMillis(): number {
		return this.#monotonicMillis;
	}

	/** The clock is set, or the machine has slept: no timer hears of that. */
	jump(millis: number): void {
		this.#wallMillis += millis;
	}

	async advance(millis: number): Promise<void> {
		const untilMillis = this.#monotonicMillis + millis;
		await settle();
		for (;;) {
			const due = this.#nextDue(untilMillis);
			if (due.length === 0) break;
			this.#pass(due[0]?.dueMillis ?? untilMillis);
			for (const timer of due) this.#fire(timer);
			await settle();
		}
		this.#pass(untilMillis);
	}

	#pass(untilMillis: number): void {
		const millis = Math.max(0, untilMillis - this.#monotonicMillis);
		this.#monotonicMillis += millis;
		this.#wallMillis += millis;
	}

	/** Those that are due first, all at one instant. */
	#nextDue(untilMillis: number): readonly Timer[] {
		let due: Timer[] = [];
		let firstMillis = untilMillis;
		for (const timer of this.#timers.values()) {
			if (timer.dueMillis > firstMillis) continue;
			if (timer.dueMillis < firstMillis) due = [];
			firstMillis = timer.dueMillis;
			due.push(timer);
		}
		return due.toSorted((a, b) => a.order - b.order);
	}

	#fire(timer: Timer): void {
		const {handle, everyMillis, run} = timer;
		// One that ran before it may have cleared it.
		if (this.#timers.get(handle) !== timer) return;
		this.#timers.delete(handle);
		if (everyMillis !== undefined) this.#add(run, everyMillis, true, handle);
		run();
	}

	/** What asks for no time gets none: so the emulator of a terminal reads what was written to it. */
	#soon(run: () => void): Handle {
		const handle = new Handle();
		const immediate = setImmediate(() => {
			this.#immediates.delete(handle);
			run();
		});
		this.#immediates.set(handle, immediate);
		return handle;
	}

	#add(run: () => void, millis: number, isRepeated: boolean, handle = new Handle()): Handle {
		this.#timers.set(handle, {
			...{handle, run, order: this.#order++, dueMillis: this.#monotonicMillis + millis},
			everyMillis: isRepeated ? millis : undefined,
		});
		return handle;
	}
}

const nextTurn = (): Promise<void> =>
	new Promise(resolve => {
		setImmediate(resolve);
	});

/** What ends by itself in a moment: files, connections being made, what waits for the next turn. */
const fleeting = /^(?:FSReq|Immediate$|GetAddrInfo)|(?:Connect|Write|Shutdown)Wrap$/;

/** More than the longest work that is done in slices needs. */
const mostTurns = 5000;
/** A request and its answer over a socket of this process take two. */
const quietTurns = 5;

let requestCount = 0;

/** Told for each request of the engine: one that follows from the answer to another is no end. */
export const noteRequest = (): void => {
	requestCount++;
};

/** Resolves when all that can go on without time passing has done so. */
export const settle = async (): Promise<void> => {
	let quiet = 0;
	for (let turn = 0; turn < mostTurns && quiet < quietTurns; turn++) {
		const before = requestCount;
		await nextTurn();
		const isGoingOn =
			requestCount !== before || process.getActiveResourcesInfo().some(name => fleeting.test(name));
		quiet = isGoingOn ? 0 : quiet + 1;
	}
};
