import {isForbidden} from '../../model/engine-error.ts';
import {sampleInterval} from '../../model/pace.ts';
import type {StatsTarget} from '../engine.ts';
import {createGatherer} from './gather.ts';
import {answersDirectly} from './probe.ts';
import {Rota} from './rota.ts';
import type {StatsSampler, StatsSource} from './sampler.ts';

/** How soon a new target is noticed. */
const lookMillis = 250;
/** The same before the first one: all figures wait for it. */
const firstLookMillis = 25;
/** From an answer to the look at whose turn it is now; more answers come in that time. */
const answeredMillis = 20;
/** More at once make an engine slower for everybody, fewer make the round longer. */
const concurrency = 8;
/** From a refusal to the next try: proxies write down what they refuse. */
const forbiddenMillis = 60_000;

/**
 * Asks the engine for each sample by itself. One that answers at once (Docker 23 and newer, Podman)
 * gets a few questions at a time. Docker 20.10 answers all that wait at its next tick, each second:
 * there all are asked in one burst, for a few at a time would take a second each.
 */
export const createApiSampler = (
	source: StatsSource,
	{mayBeDirect}: {readonly mayBeDirect: boolean},
): StatsSampler => ({
	async *sample({targets, intervalMillis, onMore, onForbidden}, signal) {
		const gatherer = createGatherer();
		const rota = new Rota(isWatched => sampleInterval('api', isWatched, intervalMillis));
		const end = new AbortController();
		/** Those whose answer is awaited; a slow one is not asked again meanwhile. */
		const asked = new Set<string>();
		let wanted: ReadonlySet<string> = new Set();
		let watched: ReadonlySet<string> = new Set();
		/** Until when they are not asked for, by id. */
		const forbidden = new Map<string, number>();
		const waiting: StatsTarget[] = [];
		let active = 0;
		let atOnce = mayBeDirect ? concurrency : Number.POSITIVE_INFINITY;
		let isProbed = !mayBeDirect;

		const ask = async ({ref}: StatsTarget) => {
			active++;
			try {
				const sample = await source.readOnce(ref, end.signal);
				if (sample && wanted.has(ref.id)) gatherer.put(sample);
			} catch (error) {
				// Left out of this round and asked again in the next; the heartbeat watches the engine.
				if (isForbidden(error)) {
					forbidden.set(ref.id, performance.now() + forbiddenMillis);
					onForbidden?.();
				}
			}
			asked.delete(ref.id);
			active--;
			askNext();
			planned.within(answeredMillis);
		};

		/** Hundreds may wait, and the figures on the screen need two answers each. */
		const takeNext = (): StatsTarget | undefined => {
			const index = waiting.findIndex(({ref}) => watched.has(ref.id));
			return waiting.splice(Math.max(0, index), 1)[0];
		};

		const askNext = () => {
			while (active < atOnce && !end.signal.aborted) {
				const target = takeNext();
				if (target === undefined) return;
				void ask(target);
			}
		};

		const probe = async (candidates: readonly StatsTarget[]) => {
			isProbed = true;
			const isDirect = await answersDirectly(source, candidates, end.signal);
			if (isDirect === undefined) isProbed = false;
			else if (!isDirect) atOnce = Number.POSITIVE_INFINITY;
			askNext();
		};

		const allowed = (known: readonly StatsTarget[], now: number): readonly StatsTarget[] => {
			for (const [id, until] of forbidden) if (until <= now) forbidden.delete(id);
			return forbidden.size === 0 ? known : known.filter(({ref}) => !forbidden.has(ref.id));
		};

		const look = () => {
			const now = performance.now();
			const known = targets();
			const all = allowed(known, now);
			wanted = new Set(all.map(({ref}) => ref.id));
			watched = new Set(all.filter(({isWatched}) => isWatched).map(({ref}) => ref.id));
			if (!isProbed && all.length > 0) void probe(all);
			for (const target of rota.take(all, now, asked)) {
				asked.add(target.ref.id);
				waiting.push(target);
			}
			askNext();
			const soon = known.length === 0 && !onMore ? firstLookMillis : lookMillis;
			planned.within(Math.min(soon, rota.waitMillis(now)));
		};
		const planned = createPlan(look);

		const stopListening = onMore?.(() => planned.within(0));
		look();
		try {
			yield* gatherer.batches(signal);
		} finally {
			end.abort();
			planned.cancel();
			stopListening?.();
		}
	},
});

/** One timer for what is wanted soon for several reasons: the earliest counts. */
const createPlan = (work: () => void) => {
	let timer: NodeJS.Timeout | undefined;
	let dueAt = Number.POSITIVE_INFINITY;
	let isOver = false;
	const run = () => {
		dueAt = Number.POSITIVE_INFINITY;
		work();
	};
	return {
		within(millis: number) {
			const at = performance.now() + millis;
			if (isOver || at >= dueAt) return;
			clearTimeout(timer);
			dueAt = at;
			timer = setTimeout(run, millis);
		},
		cancel() {
			isOver = true;
			clearTimeout(timer);
		},
	};
};
