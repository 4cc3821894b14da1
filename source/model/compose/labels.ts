import type {Container} from '../container.ts';
import type {ComposeTool, NamedPlace, Refusal} from './project.ts';

const prefix = 'com.docker.compose.';

/** Of the configuration a container was made of; undefined where Compose left none. */
export const hashOf = ({labels}: Container): string | undefined =>
	labels[`${prefix}config-hash`] || undefined;

/** `1.29.2` or `2.26.1`: the Compose that made it. */
export const madeBy = ({labels}: Container): string | undefined =>
	labels[`${prefix}version`] || undefined;

/** True where it was made by the same of the two Composes, as far as it says by which. */
export const isMadeBy = (container: Container, {isLegacy}: ComposeTool): boolean =>
	(madeBy(container)?.startsWith('1.') ?? isLegacy) === isLegacy;

/** Names of projects that Compose takes; nothing else gets into an argument list. */
export const isProjectName = (name: string): boolean => /^[a-z0-9][a-z0-9_-]*$/.test(name);

export const isServiceName = (name: string): boolean => /^[a-zA-Z0-9][\w.-]*$/.test(name);

/** A path that can be an argument and be shown: no control character hides in it. */
export const isPlainPath = (path: string): boolean =>
	path !== '' && !/[\0-\u001f\u007f]/.test(path);

/**
 * Where the files are that the containers of a project were made of, as the newest of them says. Labels
 * are foreign text: whoever made the container chose them.
 */
export const namedPlace = (containers: readonly Container[]): NamedPlace | Refusal => {
	const newest = containers.toSorted(
		(some, other) => (other.createdAtMillis ?? 0) - (some.createdAtMillis ?? 0),
	);
	const labels = newest.find(each => each.labels[`${prefix}project.config_files`])?.labels;
	const directory = labels?.[`${prefix}project.working_dir`] ?? '';
	if (labels === undefined || directory === '') {
		return {problem: 'its containers do not say where its files are'};
	}
	if (!isPlainPath(directory) || !directory.startsWith('/')) {
		return {problem: 'its containers name an odd directory'};
	}
	const files = paths(labels[`${prefix}project.config_files`], directory);
	if (files.some(file => file.endsWith('/-'))) {
		return {problem: 'its file was piped in and is not kept anywhere'};
	}
	const envFiles = paths(labels[`${prefix}project.environment_file`], directory);
	return [...files, ...envFiles].every(isPlainPath)
		? {directory, files, envFiles}
		: {problem: 'its containers name an odd file'};
};

/** Compose 1 leaves them as they were typed, from the directory on. */
const paths = (list: string | undefined, directory: string): readonly string[] =>
	(list ?? '')
		.split(',')
		.filter(Boolean)
		.map(path => (path.startsWith('/') ? path : `${directory.replace(/\/$/, '')}/${path}`));
