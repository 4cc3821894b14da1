import type {EngineEvent} from './engine-event.ts';
import type {ContainerKey} from './ids.ts';

/** What happened here and not in the engine. */
type OwnEvent =
	| {readonly kind: 'connection.lost'; readonly atMillis: number; readonly reason: string}
	| {
			readonly kind: 'connection.back';
			readonly atMillis: number;
			/** How long nothing was known. */
			readonly awayMillis: number;
	  }
	/** The user of this program did something, and this came of it. */
	| {
			readonly kind: 'action.ended';
			readonly atMillis: number;
			/** Docker's word, such as `restart`. */
			readonly verb: string;
			readonly outcome: 'success' | 'info' | 'error';
			/** The sentence that the user was told. */
			readonly text: string;
	  };

/** Something that happened, with all that is needed to tell it after its container has gone. */
export interface TimelineEntry {
	/** Grows by one with each entry and is never used again; below 1 for what was asked for later. */
	readonly seq: number;
	/** By the engine's clock. */
	readonly atMillis: number;
	/** Undefined for what concerns the engine as a whole. */
	readonly key?: ContainerKey;
	/** Service or name; foreign text. Undefined for a container that nothing named. */
	readonly name?: string;
	readonly project?: string;
	readonly event: EngineEvent | OwnEvent;
}

/** More than a busy engine tells in an hour, and little enough to be searched at every key. */
export const maxTimelineEntries = 1000;
