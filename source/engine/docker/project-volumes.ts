import type {Client} from './client.ts';
import {rawList, rawObject, rawText, rawWord, requireObject} from './raw.ts';

const label = 'com.docker.compose.project';

/** `GET /volumes`: those that Compose made for a project, by name; one that it only uses is none of them. */
export const listProjectVolumes = async (
	client: Client,
	project: string,
	signal: AbortSignal,
): Promise<readonly string[]> => {
	const what = 'list volumes';
	const answer = await client.askJson(
		{
			...{method: 'GET', path: '/volumes', what, deadlineMillis: 15_000},
			query: {filters: JSON.stringify({label: [`${label}=${project}`]})},
		},
		signal,
	);
	return (
		rawList(requireObject(answer, what)['Volumes'])
			.map(rawObject)
			// A proxy, or an engine of another kind, may overlook the filter.
			.filter(raw => rawText(rawObject(raw['Labels'])[label]) === project)
			.flatMap(raw => rawWord(raw['Name']) ?? [])
			.toSorted()
	);
};
