import type {StatsTarget} from '../../source/engine/engine.ts';
import type {StatsSource} from '../../source/engine/stats/sampler.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';
import type {StatsSample} from '../../source/model/stats-sample.ts';

export const refOf = (id: string): ContainerRef => ({hostId: localHost, id});

/** On the screen, and with a network of its own. */
export const targetOf = (
	ref: ContainerRef,
	change: {readonly isWatched?: boolean; readonly hasTraffic?: boolean | undefined} = {},
): StatsTarget => ({
	ref,
	isWatched: change.isWatched ?? true,
	hasTraffic: change.hasTraffic ?? true,
});

export const sampleOf = (ref: ContainerRef): StatsSample => ({
	ref,
	origin: 'api',
	readAtNanos: BigInt(Math.round(performance.now() * 1_000_000)),
	cpuTotalNanos: 1,
});

const millis = (time: number, signal: AbortSignal): Promise<void> =>
	new Promise((resolve, reject) => {
		const timer = setTimeout(resolve, time);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			reject(new DOMException('aborted', 'AbortError'));
		});
	});

export interface FakeSource extends StatsSource {
	/** Ids of `readOnce`, in order. */
	readonly asked: string[];
	/** Most `readOnce` at once. */
	mostAtOnce(): number;
}

/** Answers by id: `hung…` never, `gone…` with a failure, `stopped…` with nothing, others with a sample. */
export const fakeSource = ({readMillis = 5, pingMillis = 1} = {}): FakeSource => {
	const asked: string[] = [];
	let atOnce = 0;
	let most = 0;
	const answer = async (ref: ContainerRef, signal: AbortSignal) => {
		await millis(ref.id.startsWith('hung') ? 1e9 : readMillis, signal);
		if (ref.id.startsWith('gone')) throw new Error('no such container');
		return ref.id.startsWith('stopped') ? undefined : sampleOf(ref);
	};
	return {
		asked,
		ping: signal => millis(pingMillis, signal),
		mostAtOnce: () => most,
		async readOnce(ref, signal) {
			asked.push(ref.id);
			atOnce++;
			most = Math.max(most, atOnce);
			try {
				return await answer(ref, signal);
			} finally {
				atOnce--;
			}
		},
	};
};
