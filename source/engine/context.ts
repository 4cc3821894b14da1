import {createHash} from 'node:crypto';
import {EngineError} from '../model/engine-error.ts';
import type {TextFiles} from './endpoint-files.ts';
import {readTlsFolder, type TlsMaterial} from './tls-material.ts';

export interface DockerContext {
	readonly host: string;
	readonly tls: TlsMaterial | undefined;
}

/** Name of the context that `docker context use` chose; undefined when there is none. */
export const readCurrentContext = async (
	dockerDirectory: string,
	files: TextFiles,
): Promise<string | undefined> => {
	const path = `${dockerDirectory}/config.json`;
	const text = await readFile(path, files);
	if (text === undefined) return undefined;
	const name = field(parseJson(path, text), 'currentContext');
	return typeof name === 'string' && name !== '' && name !== 'default' ? name : undefined;
};

/**
 * Reads a context from the store of docker's CLI, where folders are named by the SHA-256 of the
 * context. Rejects `invalid` for one that does not exist or cannot be understood.
 */
export const readContext = async (
	dockerDirectory: string,
	name: string,
	files: TextFiles,
): Promise<DockerContext> => {
	const folder = createHash('sha256').update(name).digest('hex');
	const path = `${dockerDirectory}/contexts/meta/${folder}/meta.json`;
	const text = await readFile(path, files);
	if (text === undefined)
		throw new EngineError('invalid', `There is no Docker context named ${name}`, {
			hint: 'See `docker context ls` for those that exist.',
		});
	const endpoint = field(field(parseJson(path, text), 'Endpoints'), 'docker');
	const host = field(endpoint, 'Host');
	if (typeof host !== 'string' || host === '') throw unreadable(path, 'it names no Docker host');
	const verify = field(endpoint, 'SkipTLSVerify') !== true;
	const tls = await readTlsFolder(
		`${dockerDirectory}/contexts/tls/${folder}/docker`,
		verify,
		files,
	);
	return {host, tls: tls ?? (verify ? undefined : {verify})};
};

const readFile = async (path: string, files: TextFiles): Promise<string | undefined> => {
	try {
		return await files.readText(path);
	} catch (error) {
		throw unreadable(path, error instanceof Error ? error.message : String(error), error);
	}
};

const parseJson = (path: string, text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw unreadable(path, 'it is not JSON', error);
	}
};

const field = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? (value as Readonly<Record<string, unknown>>)[name]
		: undefined;

const unreadable = (path: string, reason: string, cause?: unknown): EngineError =>
	new EngineError('invalid', `${path} cannot be used: ${reason}`, {
		hint: 'Repair the file, or name the engine with -H.',
		cause,
	});
