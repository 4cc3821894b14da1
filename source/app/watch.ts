import type {Engine} from '../engine/engine.ts';
import type {History} from '../store/history.ts';
import type {LogBook} from '../store/log-book.ts';
import type {ActionRequest} from '../store/state.ts';
import type {Store} from '../store/store.ts';
import {systemClock} from '../sync/clock.ts';
import type {Session} from '../sync/session.ts';
import {startSession} from '../sync/session.ts';
import type {OpenedEngine} from './open-engine.ts';

export interface WatchPorts {
	readonly store: Store;
	readonly history: History;
	readonly logs: LogBook;
	readonly intervalMillis: number;
}

/** What is watched now: one engine at a time, exchanged as a whole. */
export class Watch {
	readonly #ports: WatchPorts;
	#current: {readonly opened: OpenedEngine; readonly session: Session} | undefined;

	constructor(ports: WatchPorts) {
		this.#ports = ports;
	}

	get engine(): Engine | undefined {
		return this.#current?.opened.engine;
	}

	/** Stops what was watched before and begins with this engine. */
	async begin(opened: OpenedEngine): Promise<void> {
		await this.end();
		const {store} = this.#ports;
		store.dispatch({
			type: 'endpoint/chosen',
			endpoint: opened.endpoint,
			atMillis: systemClock.now(),
		});
		const {engine, hostSampler} = opened;
		const session = startSession({...this.#ports, engine, hostSampler, clock: systemClock});
		this.#current = {opened, session};
	}

	retry(): void {
		this.#current?.session.retry();
	}

	runAction(request: ActionRequest): void {
		this.#current?.session.runAction(request);
	}

	async end(): Promise<void> {
		const current = this.#current;
		this.#current = undefined;
		await current?.session.end();
		await current?.opened.close();
	}
}
