import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {isPlainPath, isProjectName} from '../model/compose/labels.ts';
import type {NamedPlace} from '../model/compose/project.ts';

/** In the order of Compose; what overrides it stands beside it. */
const fileNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
/** More are no project any more. */
const mostFolders = 40;
const mostBytes = 1024 * 1024;

/** The project of a directory, or of the first above it that has files of Compose. */
export interface ProjectHere extends NamedPlace {
	readonly project: string;
}

/**
 * @param env of dockmon: `COMPOSE_FILE` and `COMPOSE_PROJECT_NAME` count here as they do for Compose
 */
export const findHere = async (
	start: string,
	env: Readonly<Record<string, string | undefined>>,
): Promise<ProjectHere | undefined> => {
	const named = env['COMPOSE_FILE'];
	const found = named ? {directory: start, files: split(named, start, env)} : await upwards(start);
	if (found === undefined || ![found.directory, ...found.files].every(isPlainPath))
		return undefined;
	const project = await nameOf(found, env);
	return isProjectName(project) ? {...found, envFiles: [], project} : undefined;
};

type Found = Pick<NamedPlace, 'directory' | 'files'>;

const split = (
	named: string,
	start: string,
	env: Readonly<Record<string, string | undefined>>,
): readonly string[] =>
	named
		.split(env['COMPOSE_PATH_SEPARATOR'] || path.delimiter)
		.filter(Boolean)
		.map(file => path.resolve(start, file));

const upwards = async (start: string): Promise<Found | undefined> => {
	let directory = path.resolve(start);
	for (let count = 0; count < mostFolders; count++) {
		const files = await filesIn(directory);
		if (files.length > 0) return {directory, files};
		const above = path.dirname(directory);
		if (above === directory) return undefined;
		directory = above;
	}
	return undefined;
};

const filesIn = async (directory: string): Promise<readonly string[]> => {
	for (const name of fileNames) {
		const file = path.join(directory, name);
		if (!(await isFile(file))) continue;
		const beside = [
			file.replace(/\.ya?ml$/, '.override.yml'),
			file.replace(/\.ya?ml$/, '.override.yaml'),
		];
		for (const override of beside) if (await isFile(override)) return [file, override];
		return [file];
	}
	return [];
};

/** As Compose names it: what is asked for, what the file says, the name of the directory. */
const nameOf = async (
	{directory, files}: Found,
	env: Readonly<Record<string, string | undefined>>,
): Promise<string> => {
	const asked = env['COMPOSE_PROJECT_NAME'] || (await nameInValues(directory));
	if (asked) return asked;
	for (const file of files.toReversed()) {
		// Only a plain name: what is put together of values is Compose's to know.
		const text = await textOf(file);
		const [, name] = /^name:[ \t]*["']?([a-z0-9][a-z0-9_-]*)["']?[ \t]*(?:#.*)?$/m.exec(text) ?? [];
		if (name !== undefined) return name;
	}
	return path
		.basename(directory)
		.toLowerCase()
		.replaceAll(/[^a-z0-9_-]/g, '')
		.replace(/^[_-]+/, '');
};

const nameInValues = async (directory: string): Promise<string | undefined> => {
	const text = await textOf(path.join(directory, '.env'));
	return /^[ \t]*COMPOSE_PROJECT_NAME[ \t]*=[ \t]*["']?([^"'\s#]+)/m.exec(text)?.[1];
};

const textOf = async (file: string): Promise<string> => {
	try {
		return (await stat(file)).size > mostBytes ? '' : await readFile(file, 'utf8');
	} catch {
		return '';
	}
};

const isFile = async (file: string): Promise<boolean> => {
	try {
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
};
