import {EngineError} from '../../model/engine-error.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {wait} from '../wait.ts';
import {createOneShotSampler} from './one-shot.ts';
import type {StatsSampler, StatsSource} from './sampler.ts';
import {createStreamSampler} from './stream.ts';

/** Two samples right after each other take an engine that reads directly a few milliseconds. */
const directMillis = 200;
const retryMillis = 100;

/**
 * Picks the driver when the first running container is there to try it on: one-shot reads where the
 * engine answers them directly, else streams. Docker 20.10 lets the second of two reads wait for
 * its next tick, so that streams are cheaper there.
 */
export const createChosenSampler = (
	source: StatsSource,
	{hasOneShot}: {readonly hasOneShot: boolean},
): StatsSampler => {
	let chosen = hasOneShot ? undefined : createStreamSampler(source);
	return {
		async *sample(options, signal) {
			while (!chosen && !signal.aborted) {
				const answer = await tryTargets(source, options.targets(), signal);
				if (answer === 'direct') chosen = createOneShotSampler(source);
				else if (answer === 'late') chosen = createStreamSampler(source);
				else await wait(retryMillis, signal);
			}
			if (chosen && !signal.aborted) yield* chosen.sample(options, signal);
		},
	};
};

/** `unknown`: no container that runs could be asked. */
type Answer = 'direct' | 'late' | 'unknown';

const tryTargets = async (
	source: StatsSource,
	targets: readonly ContainerRef[],
	signal: AbortSignal,
): Promise<Answer> => {
	for (const ref of targets.slice(0, 3)) {
		const answer = await tryTwice(source, ref, signal);
		if (answer !== 'unknown') return answer;
	}
	return 'unknown';
};

const tryTwice = async (
	source: StatsSource,
	ref: ContainerRef,
	signal: AbortSignal,
): Promise<Answer> => {
	const controller = new AbortController();
	const stop = () => controller.abort();
	signal.addEventListener('abort', stop, {once: true});
	const timer = setTimeout(stop, directMillis);
	try {
		const first = await source.readOnce(ref, controller.signal);
		const second = await source.readOnce(ref, controller.signal);
		return first && second ? 'direct' : 'unknown';
	} catch (error) {
		return error instanceof EngineError && error.kind === 'not-found' ? 'unknown' : 'late';
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', stop);
	}
};
