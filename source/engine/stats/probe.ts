import type {ContainerRef} from '../../model/ids.ts';
import type {StatsTarget} from '../engine.ts';
import type {StatsSource} from './sampler.ts';

/**
 * Two samples right after each other take an engine that reads directly a few milliseconds, and one
 * that waits for its next tick a second; the way there and back comes on top of that twice.
 */
const directMillis = 200;
/** One that is just ending says nothing about the engine. */
const tries = 3;

/**
 * True where the engine answers a question for a sample at once, false where it lets the second of
 * two wait for its next tick; undefined when no container that runs could be asked.
 */
export const answersDirectly = async (
	source: StatsSource,
	targets: readonly StatsTarget[],
	signal: AbortSignal,
): Promise<boolean | undefined> => {
	for (const {ref} of targets.slice(0, tries)) {
		const answer = await tryTwice(source, ref, signal);
		if (answer !== undefined) return answer;
	}
	return undefined;
};

const tryTwice = async (
	source: StatsSource,
	ref: ContainerRef,
	signal: AbortSignal,
): Promise<boolean | undefined> => {
	const controller = new AbortController();
	let isLate = false;
	const stop = () => controller.abort();
	const tire = () => {
		isLate = true;
		stop();
	};
	signal.addEventListener('abort', stop, {once: true});
	let timer: NodeJS.Timeout | undefined;
	try {
		const askedAtMillis = performance.now();
		await source.ping(controller.signal);
		const roundTripMillis = performance.now() - askedAtMillis;
		timer = setTimeout(tire, directMillis + 2 * roundTripMillis);
		const first = await source.readOnce(ref, controller.signal);
		const second = await source.readOnce(ref, controller.signal);
		return first && second ? true : undefined;
	} catch {
		// What fails in another way says nothing about the engine.
		return isLate ? false : undefined;
	} finally {
		clearTimeout(timer);
		signal.removeEventListener('abort', stop);
	}
};
