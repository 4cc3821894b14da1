import type {StatsSource} from '../stats/sampler.ts';
import type {Call, Client} from './client.ts';
import type {Ping} from './connection.ts';
import {mapStats} from './map-stats.ts';
import {parseJson} from './raw.ts';

/** A container whose answer takes longer is shown with its old values. */
const readMillis = 5000;

/** The stats call of the API; older engines than 1.41 do not know one-shot and take two ticks. */
export const createStatsSource = (client: Client, ping: Ping): StatsSource => ({
	async readOnce(ref, signal) {
		const call: Call = {
			method: 'GET',
			path: `/containers/${ref.id}/stats`,
			query: {stream: false, 'one-shot': true},
			what: 'stats',
			deadlineMillis: readMillis,
		};
		const {text} = await client.ask(call, signal);
		// Podman 4 answers with nothing for a container that does not run.
		return text.trim() === '' ? undefined : mapStats(parseJson(text, 'stats'), ref);
	},
	ping,
});
