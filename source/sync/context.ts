import type {Engine} from '../engine/engine.ts';
import type {EngineInfo} from '../model/engine-info.ts';
import type {HostSample} from '../model/host-sample.ts';
import type {History} from '../store/history.ts';
import type {LogBook} from '../store/logs/log-book.ts';
import type {Store} from '../store/store.ts';
import type {Viewport} from '../store/viewport.ts';
import type {Clock} from './clock.ts';
import type {Deaths} from './deaths.ts';

export type Pause = (signal: AbortSignal) => Promise<void>;

/** Figures of the machine the engine runs on; what cannot be read is left out of them. Ends quietly when aborted, never rejects. */
export type HostSampler = (
	engine: EngineInfo,
	/** Resolves when the next sample is wanted. */
	pause: Pause,
	signal: AbortSignal,
	/** Whether the next sample shall tell all there is to know. */
	wantsDetail?: () => boolean,
) => AsyncIterable<HostSample>;

/** What every pump gets: where data comes from, where it goes, and until when. */
export interface SyncContext {
	readonly engine: Engine;
	readonly hostSampler: HostSampler;
	readonly store: Store;
	readonly history: History;
	readonly logs: LogBook;
	/** How containers ended, as events told. */
	readonly deaths: Deaths;
	/** What the user is looking at, and whether at all. */
	readonly viewport: Viewport;
	readonly clock: Clock;
	/** Between two samples, as the user chose; undefined: what suits the way they are read. */
	readonly intervalMillis?: number;
	readonly signal: AbortSignal;
}

/** The same context for a shorter time. */
export const until = (context: SyncContext, signal: AbortSignal): SyncContext => ({
	...context,
	signal,
});
