import type {Engine} from '../../engine/engine.ts';
import type {Container} from '../../model/container.ts';
import type {LogLine} from '../../model/log-line.ts';
import {type LogSourceId, logSourceOf} from '../../model/logs/log-source.ts';
import {isInTarget, type LogTarget} from '../../model/logs/log-target.ts';
import type {EndpointState} from '../../store/connection.ts';
import {History} from '../../store/history.ts';
import {initialState} from '../../store/initial-state.ts';
import {LogBook} from '../../store/logs/log-book.ts';
import type {ArrivedLine} from '../../store/logs/log-entry.ts';
import type {State} from '../../store/state.ts';
import {createStore} from '../../store/store.ts';
import {Viewport} from '../../store/viewport.ts';
import {systemClock} from '../../sync/clock.ts';
import {startLogSession} from '../../sync/session.ts';
import {everything} from './read-entries.ts';

export interface FollowPorts {
	readonly engine: Engine;
	readonly endpoint: EndpointState;
	readonly signal: AbortSignal;
	/** Lines in order; `containers`: all that were ever followed, for their names. */
	readonly onLines: (
		lines: readonly ArrivedLine[],
		containers: ReadonlyMap<LogSourceId, Container>,
	) => void;
	/** The engine is lost, or there again: a sentence. */
	readonly onConnection: (sentence: string) => void;
}

export interface FollowRange {
	/** Containers that are not up are left out until they start. */
	readonly isOfUp: boolean;
	readonly sinceMillis?: number;
	/** Lines of the past of each container; undefined: all. */
	readonly tail?: number;
}

/** Long enough for the lines of one moment to come together. */
const noticeMillis = 50;

/** A log that is handed on instead of kept. */
class PassedLog extends LogBook {
	readonly #take: (lines: readonly ArrivedLine[]) => void;

	constructor(take: (lines: readonly ArrivedLine[]) => void) {
		super();
		this.#take = take;
	}

	override append(lines: readonly ArrivedLine[]): void {
		this.#take(lines);
	}

	override appendOf(source: LogSourceId, lines: readonly LogLine[]): void {
		this.#take(lines.map(line => ({source, line})));
	}
}

/**
 * What is written from now on, and so much of the past as is asked for: through restarts, through new
 * containers in the place of old ones, through a lost engine. Resolves after the signal.
 */
export const followLines = async (
	{engine, endpoint, signal, onLines, onConnection}: FollowPorts,
	target: LogTarget,
	{isOfUp, sinceMillis, tail = everything}: FollowRange,
): Promise<void> => {
	const followed = new Map<LogSourceId, Container>();
	const store = createStore(initialState(endpoint, systemClock.now()), flush =>
		setTimeout(flush, noticeMillis),
	);
	const look = (): void => {
		for (const container of store.getState().containers.listed.values()) {
			if (isInTarget(target, container)) followed.set(logSourceOf(container), container);
		}
	};
	store.dispatch({type: 'logs/pinned', target});
	store.subscribe(telling(store.getState, onConnection));
	const logs = new PassedLog(lines => {
		look();
		onLines(lines, followed);
	});
	const context = {
		...{engine, store, logs, history: new History(), viewport: new Viewport(), clock: systemClock},
		hostSampler: noHost,
	};
	const since = sinceMillis === undefined ? {} : {since: new Date(sinceMillis).toISOString()};
	const session = startLogSession(context, {startOf: () => ({tail, ...since}), isOfUp});
	if (!signal.aborted) {
		await new Promise(resolve => signal.addEventListener('abort', resolve, {once: true}));
	}
	await session.end();
};

async function* noHost(): AsyncGenerator<never> {
	// Nobody asks for figures.
}

/** Tells each loss once, and its end. */
const telling = (getState: () => State, tell: (sentence: string) => void): (() => void) => {
	let isLost = false;
	return () => {
		const {connection} = getState();
		if (connection.status === 'lost' && !isLost) {
			isLost = true;
			tell(`${connection.failure.message}; waiting for it`);
		} else if (connection.status === 'live' && isLost) {
			isLost = false;
			tell('the engine is there again');
		}
	};
};
