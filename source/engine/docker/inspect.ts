import type {ContainerRef} from '../../model/ids.ts';
import type {Client} from './client.ts';
import {requireObject} from './raw.ts';

/** `GET /containers/ID/json`. Rejects `not-found` for a container that has gone. */
export const inspectRaw = async (client: Client, ref: ContainerRef, signal: AbortSignal) =>
	requireObject(
		await client.askJson(
			{method: 'GET', path: `/containers/${ref.id}/json`, what: 'inspect', deadlineMillis: 5000},
			signal,
		),
		'inspect',
	);
