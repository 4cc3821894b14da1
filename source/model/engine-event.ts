import type {HealthKind} from './health.ts';
import type {ContainerRef} from './ids.ts';

interface Told {
	readonly ref: ContainerRef;
	/** By the engine's clock. */
	readonly atMillis: number;
	/** As the engine called it then: the service with its replica, else the name; foreign text. */
	readonly name?: string;
	/** Of Compose; foreign text. */
	readonly project?: string;
}

/** What the engine tells by itself, in our words; the reducers accept any order. */
export type EngineEvent =
	/** Created, started, renamed, updated, paused...: list or inspect it again. */
	| (Told & {
			readonly kind: 'container.changed';
			/** Docker's word, such as `start` or `pause`. */
			readonly action: string;
	  })
	| (Told & {readonly kind: 'container.died'; readonly exitCode?: number})
	| (Told & {readonly kind: 'container.health'; readonly health: HealthKind})
	| (Told & {readonly kind: 'container.oom'})
	| (Told & {readonly kind: 'container.destroyed'});
