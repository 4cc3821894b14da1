import type {Client} from './client.ts';
import {rawList, rawObject, rawWord, requireObject} from './raw.ts';

/** `GET /volumes`: the names of all of them. */
export const listVolumeNames = async (
	client: Client,
	signal: AbortSignal,
): Promise<readonly string[]> => {
	const what = 'list volumes';
	const answer = await client.askJson(
		{method: 'GET', path: '/volumes', what, deadlineMillis: 15_000},
		signal,
	);
	return rawList(requireObject(answer, what)['Volumes'])
		.map(rawObject)
		.flatMap(raw => rawWord(raw['Name']) ?? [])
		.toSorted();
};
