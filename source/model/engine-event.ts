import type {HealthKind} from './health.ts';
import type {ContainerRef} from './ids.ts';

/** What the engine tells by itself, in our words; the reducers accept any order. */
export type EngineEvent =
	/** Created, started, renamed, updated, paused...: list or inspect it again. */
	| {
			readonly kind: 'container.changed';
			readonly ref: ContainerRef;
			readonly atMillis: number;
			/** Docker's word, such as `start` or `pause`. */
			readonly action: string;
	  }
	| {
			readonly kind: 'container.died';
			readonly ref: ContainerRef;
			readonly atMillis: number;
			readonly exitCode?: number;
	  }
	| {
			readonly kind: 'container.health';
			readonly ref: ContainerRef;
			readonly atMillis: number;
			readonly health: HealthKind;
	  }
	| {readonly kind: 'container.oom'; readonly ref: ContainerRef; readonly atMillis: number}
	| {readonly kind: 'container.destroyed'; readonly ref: ContainerRef; readonly atMillis: number};
