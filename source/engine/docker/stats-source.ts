import type {ContainerRef} from '../../model/ids.ts';
import type {StatsSample} from '../../model/stats-sample.ts';
import {jsonLines} from '../ndjson.ts';
import type {StatsSource} from '../stats/sampler.ts';
import type {Call, Client} from './client.ts';
import {mapStats} from './map-stats.ts';
import {parseJson} from './raw.ts';

/** A container whose answer takes longer is shown with its old values. */
const readMillis = 3000;

/** The stats calls of the API. */
export const createStatsSource = (client: Client): StatsSource => ({
	async readOnce(ref, signal) {
		const query = {stream: false, 'one-shot': true};
		const {text} = await client.ask(statsCall(ref, query, readMillis), signal);
		// Podman 4 answers with nothing for a container that does not run.
		return text.trim() === '' ? undefined : mapStats(parseJson(text, 'stats'), ref);
	},
	async stream(ref, signal) {
		const {chunks} = await client.open(statsCall(ref, {stream: true}, 10_000), signal);
		return toSamples(chunks, ref);
	},
});

const statsCall = (
	ref: ContainerRef,
	query: Record<string, boolean>,
	deadlineMillis: number,
): Call => ({
	method: 'GET',
	path: `/containers/${ref.id}/stats`,
	query,
	what: 'stats',
	deadlineMillis,
});

async function* toSamples(
	chunks: AsyncIterable<Uint8Array>,
	ref: ContainerRef,
): AsyncGenerator<StatsSample | undefined> {
	for await (const value of jsonLines(chunks)) yield mapStats(value, ref);
}
