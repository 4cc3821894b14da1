import type {EngineEvent} from './engine-event.ts';
import type {ContainerKey} from './ids.ts';

/** Something that happened, with all that is needed to tell it after its container has gone. */
export interface TimelineEntry {
	/** Grows by one with each entry and is never used again. */
	readonly seq: number;
	/** By the engine's clock. */
	readonly atMillis: number;
	readonly key: ContainerKey;
	/** Foreign text; undefined for a container that was never listed. */
	readonly name?: string;
	readonly project?: string;
	readonly event: EngineEvent;
}

/** More than a busy engine tells in an hour, and little enough to be searched at every key. */
export const maxTimelineEntries = 1000;
