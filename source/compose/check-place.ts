import type {Stats} from 'node:fs';
import {access, constants, stat} from 'node:fs/promises';
import process from 'node:process';
import type {ComposePlace, NamedPlace, Refusal} from '../model/compose/project.ts';

/** A place that was found, and what its files are like now. */
export interface FoundPlace {
	readonly place: ComposePlace;
	/** Another one when a file was written or exchanged. */
	readonly version: string;
}

/** Looks whether the files of a project are on this machine, can be read, and who may change them. */
export const checkPlace = async (
	project: string,
	{directory, files, envFiles}: NamedPlace,
): Promise<FoundPlace | Refusal> => {
	const folder = await statOf(directory);
	if (folder === undefined) return {problem: `${directory} is not on this machine`};
	if (!folder.isDirectory()) return {problem: `${directory} is not a directory`};
	const looks: Stats[] = [folder];
	for (const file of [...files, ...envFiles]) {
		const look = await statOf(file);
		if (look === undefined) return {problem: `${file} is not on this machine`};
		if (!look.isFile()) return {problem: `${file} is not a file`};
		if (!(await isReadable(file))) return {problem: `${file} may not be read`};
		looks.push(look);
	}
	if (files.length === 0) return {problem: 'its containers name no files'};
	const values = await statOf(`${directory}/.env`);
	const version = [...looks.slice(1), ...(values === undefined ? [] : [values])].map(versionOf);
	const names = [directory, ...files, ...envFiles, `${directory}/.env`];
	const cautions = [...looks, ...(values === undefined ? [] : [values])].flatMap((look, index) =>
		cautionsOf(names[index] ?? '', look),
	);
	return {place: {project, directory, files, envFiles, cautions}, version: version.join(' ')};
};

const versionOf = ({ino, mtimeMs, size}: Stats): string => `${ino}:${mtimeMs}:${size}`;

const worldWrites = 0o002;
const isSticky = 0o1000;

/** Whoever can write a file of Compose decides what is run as the user, and as root on the engine. */
const cautionsOf = (path: string, {uid, mode}: Stats): readonly string[] => {
	const own = process.getuid?.();
	const isForeign = own !== undefined && uid !== own && uid !== 0;
	const isOpen = (mode & worldWrites) !== 0 && (mode & isSticky) === 0;
	return [
		...(isForeign ? [`${path} belongs to another user (${uid}).`] : []),
		...(isOpen ? [`${path} may be written by anybody.`] : []),
	];
};

const statOf = async (path: string): Promise<Stats | undefined> => {
	try {
		return await stat(path);
	} catch {
		return undefined;
	}
};

const isReadable = async (path: string): Promise<boolean> => {
	try {
		await access(path, constants.R_OK);
		return true;
	} catch {
		return false;
	}
};
