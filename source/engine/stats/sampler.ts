import type {ContainerRef} from '../../model/ids.ts';
import type {StatsSample} from '../../model/stats-sample.ts';
import type {StatsOptions} from '../engine.ts';

/** Where the engine's samples come from. */
export interface StatsSource {
	/** One sample, as soon as the engine has it; undefined for a container that does not run. */
	readOnce(ref: ContainerRef, signal: AbortSignal): Promise<StatsSample | undefined>;
	/** A question that costs the engine nothing, to see how far away it is. */
	ping(signal: AbortSignal): Promise<void>;
}

interface SamplerOptions extends StatsOptions {
	/** Tells at once when there are more targets; without it they are looked for now and then. */
	readonly onMore?: (listener: () => void) => () => void;
}

/**
 * A way to sample many containers. Yields batches of what is new, at most one sample a container in
 * each; never an empty one. A container that fails or hangs is left out and never delays the others.
 * Ends quietly when aborted, with nothing left open.
 */
export interface StatsSampler {
	sample(options: SamplerOptions, signal: AbortSignal): AsyncIterable<readonly StatsSample[]>;
}
