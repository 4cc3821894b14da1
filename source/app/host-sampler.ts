import type {HostSampler} from '../sync/context.ts';

/** Reads the machine the engine is on; loaded when first asked, after the first frame. */
export const hostSampler: HostSampler = async function* (engine, pause, signal, wantsDetail) {
	const {hostSamples} = await import('../engine/host/host-samples.ts');
	yield* hostSamples(engine, pause, signal, wantsDetail);
};
