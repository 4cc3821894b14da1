import {known} from '../../model/known.ts';
import type {VolumeUse} from '../../model/volume-use.ts';
import {compareVersions} from './api-version.ts';
import type {Client} from './client.ts';
import {rawCount, rawList, rawObject, rawWord, requireObject} from './raw.ts';

/** Docker 23, the first that can leave out images and containers, which take as long again. */
const typedUsageApi = '1.42';

/** `GET /system/df`, of which only the volumes are read. */
export const readVolumeSizes = async (
	client: Client,
	signal: AbortSignal,
): Promise<readonly VolumeUse[]> => {
	const isTyped = compareVersions(client.apiVersion() ?? '0.0', typedUsageApi) >= 0;
	const answer = await client.askJson(
		{
			method: 'GET',
			path: '/system/df',
			...(isTyped && {query: {type: 'volume'}}),
			what: 'measure volumes',
			deadlineMillis: 120_000,
		},
		signal,
	);
	return mapVolumes(answer);
};

/** Rejects `protocol` when it is no object. */
export const mapVolumes = (value: unknown): readonly VolumeUse[] =>
	rawList(requireObject(value, 'measure volumes')['Volumes']).flatMap(item => {
		const raw = rawObject(item);
		const name = rawWord(raw['Name']);
		if (name === undefined) return [];
		// -1: the driver cannot tell.
		const usage = rawObject(raw['UsageData']);
		return [
			{
				name,
				...known('bytes', rawCount(usage['Size'])),
				...known('users', rawCount(usage['RefCount'])),
			},
		];
	});
