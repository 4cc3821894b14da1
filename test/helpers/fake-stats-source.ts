import type {StatsSource} from '../../source/engine/stats/sampler.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';
import type {StatsSample} from '../../source/model/stats-sample.ts';

export const refOf = (id: string): ContainerRef => ({hostId: localHost, id});

export const sampleOf = (ref: ContainerRef): StatsSample => ({
	ref,
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
	/** Ids of streams that are open now. */
	readonly open: Set<string>;
}

/** Answers by id: `hung…` never, `gone…` with a failure, `stopped…` with nothing, others with a sample. */
export const fakeSource = ({readMillis = 5} = {}): FakeSource => {
	const asked: string[] = [];
	const open = new Set<string>();
	let atOnce = 0;
	let most = 0;
	const answer = async (ref: ContainerRef, signal: AbortSignal) => {
		await millis(ref.id.startsWith('hung') ? 1e9 : readMillis, signal);
		if (ref.id.startsWith('gone')) throw new Error('no such container');
		return ref.id.startsWith('stopped') ? undefined : sampleOf(ref);
	};
	return {
		asked,
		open,
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
		async stream(ref, signal) {
			await millis(1, signal);
			if (ref.id.startsWith('gone')) throw new Error('no such container');
			return streamOf(ref, signal, open, () => answer(ref, signal));
		},
	};
};

async function* streamOf(
	ref: ContainerRef,
	signal: AbortSignal,
	open: Set<string>,
	answer: () => Promise<StatsSample | undefined>,
) {
	open.add(ref.id);
	try {
		while (!signal.aborted) {
			yield await answer();
			await millis(1000, signal);
		}
	} finally {
		open.delete(ref.id);
	}
}
