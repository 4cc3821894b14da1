import type {Engine} from '../engine/engine.ts';
import type {ActionRequest} from '../store/act/action-request.ts';
import type {History} from '../store/history.ts';
import type {LogBook} from '../store/logs/log-book.ts';
import type {LogSheet} from '../store/logs/log-sheet.ts';
import type {Store} from '../store/store.ts';
import type {Viewport} from '../store/viewport.ts';
import {systemClock} from '../sync/clock.ts';
import type {Session} from '../sync/session.ts';
import {startSession} from '../sync/session.ts';
import type {OpenedEngine} from './open-engine.ts';

export interface WatchPorts {
	readonly store: Store;
	readonly history: History;
	readonly logs: LogBook;
	readonly sheet: LogSheet;
	readonly viewport: Viewport;
	readonly intervalMillis?: number;
}

/** What is watched now: one engine at a time, exchanged as a whole. */
export class Watch {
	readonly #ports: WatchPorts;
	#current: {readonly opened: OpenedEngine; readonly session: Session} | undefined;
	#exchange: Promise<void> | undefined;
	#hasEnded = false;

	constructor(ports: WatchPorts) {
		this.#ports = ports;
	}

	get engine(): Engine | undefined {
		return this.#current?.opened.engine;
	}

	/**
	 * Opens an engine and watches it instead of what was watched before. Does nothing while another one
	 * is being opened: a key pressed twice must not leave two of them running. Rejects where it cannot be
	 * opened; what was watched before then goes on.
	 */
	async begin(open: () => Promise<OpenedEngine>): Promise<void> {
		if (this.#exchange !== undefined || this.#hasEnded) return;
		this.#exchange = this.#exchangeFor(open);
		try {
			await this.#exchange;
		} finally {
			this.#exchange = undefined;
		}
	}

	async #exchangeFor(open: () => Promise<OpenedEngine>): Promise<void> {
		const opened = await open();
		if (this.#hasEnded) {
			opened.engine.dispose();
			await opened.close();
			return;
		}
		await this.#stop();
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

	get bulk(): Session['bulk'] | undefined {
		return this.#current?.session.bulk;
	}

	loadOlder(): void {
		this.#current?.session.loadOlder();
	}

	/** For good; also when an engine is being opened just now. */
	async end(): Promise<void> {
		this.#hasEnded = true;
		// Whether it could be opened is of no interest any more.
		await Promise.allSettled([this.#exchange]);
		await this.#stop();
	}

	async #stop(): Promise<void> {
		const current = this.#current;
		this.#current = undefined;
		await current?.session.end();
		await current?.opened.close();
	}
}
