import {type Container, isUp} from '../model/container.ts';
import {engineMillis} from '../model/engine-clock.ts';
import type {LogSourceId} from '../model/logs/log-source.ts';
import {namesOf} from '../model/logs/source-names.ts';
import {isSame} from '../model/same.ts';
import type {LogSourceState, LogsStatus} from '../store/logs/logs-state.ts';
import type {State} from '../store/state.ts';
import type {SyncContext} from './context.ts';
import {until} from './context.ts';
import type {LogMerger} from './log-merger.ts';
import {LogOpenings} from './log-openings.ts';
import type {LogPlaces} from './log-places.ts';
import type {StartOptions} from './log-resume.ts';
import {followSource, type LogSink} from './log-source.ts';
import {when} from './when.ts';

/** Streams at once; a thousand would cost an engine more than their reader gains. */
const mostSources = 128;
/** Names of sources that have gone are kept for their lines, but not for ever. */
const mostGone = 256;
/** The list may tell so late of a start; lines of that time. */
const lateMillis = 5000;
const lateLines = 2000;

/** What is asked of each log at first: how that depends on their number. */
export type StartOf = (sources: number) => Pick<StartOptions, 'tail' | 'since'>;

export interface LogBeginning {
	readonly startOf: StartOf;
	/** Containers that are not up are left out until they start, and nothing is read of their past. */
	readonly isOfUp: boolean;
}

/** Follows all sources of a target, each on its own; those that come later join while the others go on. */
export class LogFollowers {
	readonly #context: SyncContext;
	readonly #places: LogPlaces;
	readonly #merger: LogMerger;
	readonly #beginning: LogBeginning;
	/** By the engine's clock: containers that are made later join. */
	readonly #openedAtMillis: number;
	readonly #openings: LogOpenings;
	readonly #sources = new Map<LogSourceId, LogSourceState>();
	/** Which spoke for each source last. */
	readonly #containers = new Map<LogSourceId, Container>();
	readonly #running = new Set<Promise<void>>();
	readonly #lives = new Map<LogSourceId, AbortController>();
	#hasToldLimit = false;
	/** What was there at first is followed. */
	#hasBegun = false;

	constructor(
		context: SyncContext,
		parts: {
			readonly places: LogPlaces;
			readonly merger: LogMerger;
			readonly beginning: LogBeginning;
			readonly openedAtMillis: number;
		},
	) {
		this.#context = context;
		this.#places = parts.places;
		this.#merger = parts.merger;
		this.#beginning = parts.beginning;
		this.#openedAtMillis = parts.openedAtMillis;
		this.#openings = new LogOpenings(context);
	}

	/** Resolves when the signal has fired and all streams have ended. */
	async run(): Promise<void> {
		const {store, signal} = this.#context;
		while (!signal.aborted) {
			const places = this.#places.at(store.getState());
			this.#update(store.getState());
			await when(store, state => this.#places.at(state) !== places, signal);
		}
		await Promise.all(this.#running);
	}

	#update(state: State): void {
		const sources = [...this.#places.at(state).keys()];
		const isFirst = this.#sources.size === 0;
		const fresh = sources.filter(
			source => !this.#sources.has(source) && (isFirst || this.#isWorthJoining(source, state)),
		);
		const open = [...this.#sources.values()].filter(({status}) => !hasEnded(status)).length;
		const taken = fresh.slice(0, Math.max(0, mostSources - open));
		const start = this.#beginning.startOf(open + taken.length);
		for (const source of taken) this.#register(source, state);
		for (const source of taken) {
			const isLate = !isFirst && !this.#isNew(source, state);
			this.#follow(source, state, isLate ? this.#fromNow(state) : start);
			if (isLate) this.#mayHaveOlder();
		}
		this.#rename(state);
		if (state.containers.status !== 'loading') this.#tell();
		if (state.containers.status === 'ready') this.#hasBegun = true;
		const followed = sources.filter(source => this.#sources.has(source)).length;
		if (followed === sources.length || this.#hasToldLimit) return;
		this.#hasToldLimit = true;
		this.#merger.note(`following ${followed} of ${sources.length}`);
	}

	/** It was made after the log was opened. */
	#isNew(source: LogSourceId, state: State): boolean {
		const {createdAtMillis = 0} = this.#places.containerOf(state, source) ?? {};
		return createdAtMillis >= this.#openedAtMillis;
	}

	/** What has stopped before anybody read it says nothing new. */
	#isWorthJoining(source: LogSourceId, state: State): boolean {
		const container = this.#places.containerOf(state, source);
		return this.#isNew(source, state) || (container !== undefined && isUp(container));
	}

	/** Of one that was there and is followed only now: its past would stand behind what is newer. */
	#fromNow(state: State): Pick<StartOptions, 'tail' | 'since'> {
		const nowMillis = engineMillis(this.#context.clock.now(), state.engine);
		return {tail: lateLines, since: new Date(nowMillis - lateMillis).toISOString()};
	}

	/** The log no longer begins where all that were followed before begin. */
	#mayHaveOlder(): void {
		const {store} = this.#context;
		const {older} = store.getState().logs;
		if (older === 'none' || older === 'window') store.dispatch({type: 'logs/older-changed'});
	}

	/** All together before the first is opened, so that they wait for each other. */
	#register(source: LogSourceId, state: State): void {
		const container = this.#places.containerOf(state, source);
		if (container === undefined) return;
		this.#merger.join(source);
		this.#containers.set(source, container);
		this.#sources.set(source, {name: container.name, status: {kind: 'opening'}});
	}

	#follow(source: LogSourceId, state: State, start: ReturnType<StartOf>): void {
		const isNew = this.#isNew(source, state);
		const hasStarted = this.#beginning.isOfUp && this.#hasBegun;
		const since = {since: new Date(this.#openedAtMillis).toISOString()};
		const begin = {
			...start,
			...(hasStarted && !isNew ? since : {}),
			isJoining: isNew || hasStarted,
		};
		const ports = {places: this.#places, openings: this.#openings, sink: this.#sink};
		const life = new AbortController();
		this.#lives.set(source, life);
		const inner = until(this.#context, AbortSignal.any([this.#context.signal, life.signal]));
		const running = followSource(inner, source, ports, begin);
		this.#running.add(running);
		void running.finally(() => this.#running.delete(running));
	}

	readonly #sink: LogSink = {
		lines: (source, lines) => this.#merger.add(source, lines),
		status: (source, status) => {
			this.#merger.opened(source);
			const state = this.#sources.get(source);
			if (state === undefined || isSame(state.status, status)) return;
			this.#sources.set(source, {...state, status});
			this.#tell();
			if (status.kind === 'gone') this.#forgetGone();
			// Its stream is free for one that found no place.
			if (hasEnded(status)) this.#update(this.#context.store.getState());
		},
	};

	/** A service that is scaled names its containers by their numbers from then on. */
	#rename(state: State): void {
		for (const source of this.#sources.keys()) {
			const container = this.#places.containerOf(state, source);
			if (container !== undefined) this.#containers.set(source, container);
		}
		for (const [source, name] of namesOf(this.#containers.values())) {
			const before = this.#sources.get(source);
			if (before !== undefined && before.name !== name)
				this.#sources.set(source, {...before, name});
		}
	}

	#forgetGone(): void {
		const gone = [...this.#sources].filter(([, {status}]) => status.kind === 'gone');
		for (const [source] of gone.slice(0, Math.max(0, gone.length - mostGone))) {
			this.#lives.get(source)?.abort();
			this.#lives.delete(source);
			this.#sources.delete(source);
			this.#containers.delete(source);
			this.#merger.leave(source);
		}
	}

	#tell(): void {
		const {store, signal} = this.#context;
		if (signal.aborted) return;
		const sources = new Map(this.#sources);
		store.dispatch({type: 'logs/changed', status: overall(sources), sources});
	}
}

const hasEnded = ({kind}: LogsStatus): boolean => kind === 'ended' || kind === 'gone';

/** The first of these that one of them is in says what the log does as a whole. */
const ranks: readonly LogsStatus['kind'][] = ['following', 'opening', 'ended', 'failed', 'gone'];

const overall = (sources: ReadonlyMap<LogSourceId, LogSourceState>): LogsStatus => {
	const statuses = [...sources.values()].map(({status}) => status);
	const rank = ranks.find(kind => statuses.some(status => status.kind === kind));
	return statuses.findLast(({kind}) => kind === rank) ?? {kind: 'gone'};
};
