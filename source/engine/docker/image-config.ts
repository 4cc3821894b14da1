import type {ImageConfig} from '../../model/image-config.ts';
import {boundedJson} from '../../model/json.ts';
import type {Client} from './client.ts';
import {rawLabels, rawObject, rawText, rawWord, rawWords, requireObject} from './raw.ts';

const what = 'inspect image';

/** `GET /images/ID/json` */
export const readImageConfig = async (
	client: Client,
	imageId: string,
	signal: AbortSignal,
): Promise<ImageConfig> => {
	const path = `/images/${encodeURIComponent(imageId)}/json`;
	const answer = await client.askJson({method: 'GET', path, what, deadlineMillis: 10_000}, signal);
	return mapImageConfig(answer, imageId);
};

/** Rejects `protocol` when it is no object. */
export const mapImageConfig = (value: unknown, imageId: string): ImageConfig => {
	const raw = requireObject(value, what);
	const config = rawObject(raw['Config']);
	return {
		id: rawWord(raw['Id']) ?? imageId,
		names: rawWords(raw['RepoTags']),
		env: rawWords(config['Env']),
		entrypoint: rawWords(config['Entrypoint']),
		command: rawWords(config['Cmd']),
		labels: rawLabels(config['Labels'], text => text),
		user: rawText(config['User']) ?? '',
		workingDirectory: rawText(config['WorkingDir']) ?? '',
		config: boundedJson(config),
	};
};
