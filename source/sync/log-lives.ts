import type {Container, ContainerDetails} from '../model/container.ts';
import {isRunning, isUp} from '../model/container.ts';
import {engineMillis} from '../model/engine-clock.ts';
import type {ContainerKey} from '../model/ids.ts';
import {refKey} from '../model/ids.ts';
import type {LogLine} from '../model/log-line.ts';
import type {State} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import type {Death} from './deaths.ts';
import {LogPosition} from './log-position.ts';
import type {StartOptions} from './log-resume.ts';
import {restartLine, startLine, stopLine} from './log-separators.ts';
import {when, whenWithin} from './when.ts';

/** The stream ends before the list tells that the container stopped, and a quick restart may never show. */
const noticeMillis = 500;
/** One that is started again within this was restarted; else it has stopped. */
const restartMillis = 500;

type FindContainer = (state: State) => Container | undefined;

interface Life {
	readonly key: ContainerKey;
	/** Undefined for a container that was made and never started. */
	readonly startedAtMillis: number | undefined;
	/** Its end is known to the reader, because it was told, or because it was over when it was first read. */
	readonly isKnownToEnd: boolean;
	/** It took the place of another container, and that was not said yet. */
	readonly isUntold: boolean;
}

/**
 * The lives of what is read as one log: starts of a container, and containers that follow each other in one place.
 * Knows which line has to stand between two of them.
 */
export class LogLives {
	readonly #context: SyncContext;
	readonly #start: StartOptions;
	/** By the engine's clock. */
	#openedAtMillis = 0;
	/** It is not the container that was here at first. */
	#isOther = false;
	#life: Life | undefined;
	#position = new LogPosition();
	#positionKey: ContainerKey | undefined;

	/** `start`: how the first container is read. Where it was not there at first, its start is worth a line. */
	constructor(context: SyncContext, start: StartOptions) {
		this.#context = context;
		this.#start = start;
	}

	get hasAny(): boolean {
		return this.#life !== undefined;
	}

	/** How far the log of this container was read. */
	positionIn({ref}: Container): LogPosition {
		const key = refKey(ref);
		if (this.#positionKey !== key) this.#position = new LogPosition();
		this.#positionKey = key;
		return this.#position;
	}

	/** How the log of this container is read as long as nothing of it was: what came after the opening is new. */
	startOf({ref}: Container): StartOptions {
		const {store, clock} = this.#context;
		const life = this.#life;
		if (life === undefined) {
			this.#openedAtMillis = engineMillis(clock.now(), store.getState().engine);
			return this.#start;
		}
		const isWhole = this.#isOther || life.key !== refKey(ref) || this.#start.isJoining;
		const since = isWhole ? {} : {since: new Date(this.#openedAtMillis).toISOString()};
		return {...this.#start, ...since, isJoining: true};
	}

	/** Notes which life is read from now on, and tells what stands before it; nothing where it is still the same. */
	begin(container: Container, {startedAtMillis}: ContainerDetails): LogLine | undefined {
		const key = refKey(container.ref);
		const before = this.#life;
		const isOther = before !== undefined && before.key !== key;
		const isSame = before !== undefined && !isOther && before.startedAtMillis === startedAtMillis;
		if (isSame) return undefined;
		this.#isOther ||= isOther;
		this.#life = {
			key,
			startedAtMillis,
			isKnownToEnd: before === undefined && !isUp(container),
			isUntold: startedAtMillis === undefined && isOther,
		};
		return startedAtMillis === undefined
			? undefined
			: this.#startLineOf(before, isOther, startedAtMillis);
	}

	#startLineOf(
		before: Life | undefined,
		isOther: boolean,
		startedAtMillis: number,
	): LogLine | undefined {
		if (before === undefined)
			return this.#start.isJoining ? startLine('started', startedAtMillis) : undefined;
		if (isOther || before.isUntold) return startLine('recreated', startedAtMillis);
		if (before.startedAtMillis === undefined || before.isKnownToEnd)
			return startLine('started', startedAtMillis);
		return restartLine(this.#deathOf(before, startedAtMillis), startedAtMillis);
	}

	/** After a stream has ended: tells of a stop, and resolves when there is something to read again. */
	async next(current: FindContainer, tell: (line: LogLine) => void): Promise<void> {
		const {store, signal} = this.#context;
		const isStopped = (state: State): boolean => {
			const container = current(state);
			return container === undefined || !isRunning(container);
		};
		const isNext = (state: State): boolean => this.#isNext(current(state));
		const goesOn = (state: State): boolean => !isStopped(state) || isNext(state);
		await whenWithin(this.#context, state => isStopped(state) || isNext(state), noticeMillis);
		if (goesOn(store.getState())) return;
		await whenWithin(this.#context, goesOn, restartMillis);
		// One that the engine is about to start again has not stopped.
		const isAboutTo = (state: State): boolean => current(state)?.state === 'restarting';
		await when(store, state => goesOn(state) || !isAboutTo(state), signal);
		if (goesOn(store.getState())) return;
		const container = current(store.getState());
		const line = this.#stopOf(container);
		if (line !== undefined && !signal.aborted) tell(line);
		if (container === undefined) return;
		await when(store, state => goesOn(state) || current(state) === undefined, signal);
	}

	/** One that dies again at once is never listed as running, but its start was inspected. */
	#isNext(container: Container | undefined): boolean {
		if (container === undefined || this.#life === undefined) return false;
		if (refKey(container.ref) !== this.#life.key) return true;
		const startedAtMillis = container.details?.startedAtMillis;
		return startedAtMillis !== undefined && startedAtMillis > (this.#life.startedAtMillis ?? 0);
	}

	#stopOf(container: Container | undefined): LogLine | undefined {
		const life = this.#life;
		if (life === undefined || life.isKnownToEnd || life.startedAtMillis === undefined)
			return undefined;
		const isSame = container !== undefined && refKey(container.ref) === life.key;
		const death = this.#deathOf(life);
		if (!isSame && death === undefined) return undefined;
		this.#life = {...life, isKnownToEnd: true};
		return stopLine(isSame ? container : undefined, death);
	}

	#deathOf({key, startedAtMillis}: Life, beforeMillis?: number): Death | undefined {
		return this.#context.deaths.between(key, startedAtMillis ?? 0, beforeMillis);
	}
}
