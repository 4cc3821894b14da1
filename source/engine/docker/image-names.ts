import {known} from '../../model/known.ts';
import type {ImageName} from '../engine.ts';
import {unexpectedAnswer} from '../unexpected-answer.ts';
import type {Client} from './client.ts';
import {rawCount, rawObject, rawWords} from './raw.ts';

const listMillis = 15_000;
/** What an image without a name is listed as. */
const nameless = '<none>:<none>';

/** Each name of each image once. */
export const listImageNames = async (
	client: Client,
	signal: AbortSignal,
): Promise<readonly ImageName[]> => {
	const answer = await client.askJson(
		{method: 'GET', path: '/images/json', what: 'list images', deadlineMillis: listMillis},
		signal,
	);
	if (!Array.isArray(answer)) throw unexpectedAnswer('list images');
	return answer.map(rawObject).flatMap(raw =>
		rawWords(raw['RepoTags'])
			.filter(name => name !== nameless)
			.map(name => ({name, ...known('sizeBytes', rawCount(raw['Size']))})),
	);
};
