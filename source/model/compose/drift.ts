import type {Container} from '../container.ts';
import {hashOf, isMadeBy} from './labels.ts';
import type {ComposeTool, Drift, FileService} from './project.ts';

/**
 * How the containers of a service compare with what the files say.
 *
 * @param files all services of the files, by name; undefined where they were not read
 * @param tool that read them: Compose 1 and 2 count differently, so that one says nothing of what the other made
 */
export const driftOf = (
	service: string,
	containers: readonly Container[],
	files: ReadonlyMap<string, FileService> | undefined,
	tool: ComposeTool | undefined,
): Drift => {
	if (files === undefined) return 'unknown';
	const file = files.get(service);
	if (file === undefined) return containers.length > 0 ? 'orphan' : 'unknown';
	if (containers.length === 0) return isAskedFor(file) ? 'not-created' : 'same';
	if (tool !== undefined && !containers.every(each => isMadeBy(each, tool))) return 'unknown';
	const hashes = containers.map(hashOf);
	if (file.hash === undefined || hashes.includes(undefined)) return 'unknown';
	return hashes.every(hash => hash === file.hash) ? 'same' : 'differs';
};

/** Those of a profile are made when they are asked for, and those of which none is wanted are not. */
export const isAskedFor = ({profiles, wanted}: FileService): boolean =>
	profiles.length === 0 && wanted > 0;
