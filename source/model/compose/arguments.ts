import {isPlainPath, isProjectName, isServiceName} from './labels.ts';
import type {ComposePlace, ComposeTool, Refusal} from './project.ts';

/** What Compose is to do; without services, to all of the project. */
export type ComposeOrder =
	| {
			readonly verb: 'up' | 'build' | 'pull' | 'recreate' | 'hashes';
			readonly services: readonly string[];
	  }
	| {readonly verb: 'config'}
	/** `volumes`: all too that its files declare, with what is in them; never external ones. */
	| {readonly verb: 'down'; readonly volumes?: true}
	| {readonly verb: 'scale'; readonly service: string; readonly count: number}
	| {
			readonly verb: 'run';
			readonly service: string;
			readonly argv: readonly string[];
			/** It is given a terminal; else its output goes into a window. */
			readonly isTerminal?: true;
			/** Of its container, by which that is found where it outlives what has made it. */
			readonly name?: string;
	  };

/** More is a slip of the finger. */
export const mostReplicas = 100;

/**
 * The program with its arguments. There is no shell, and whatever comes from labels or files is either of
 * harmless letters or joined to its option by `=`, so that none of it becomes an option itself.
 *
 * @param profiles those that are in use besides what the files start anyway
 */
export const composeArguments = (
	tool: ComposeTool,
	place: ComposePlace,
	order: ComposeOrder,
	profiles: readonly string[] = [],
): readonly string[] | Refusal => {
	const problem = whyNot(place, order);
	if (problem !== undefined) return {problem};
	const reads = order.verb === 'config' || order.verb === 'hashes';
	// Compose 2 leaves out what is not asked for; Compose 1 shows all, and knows no `*`.
	const shown = reads ? (tool.isLegacy ? [] : ['*']) : profiles.filter(isServiceName);
	return [
		...tool.argv,
		`--project-name=${place.project}`,
		`--project-directory=${place.directory}`,
		...place.files.map(file => `--file=${file}`),
		...place.envFiles.map(file => `--env-file=${file}`),
		...shown.map(profile => `--profile=${profile}`),
		...words(tool, order),
	];
};

const words = (tool: ComposeTool, order: ComposeOrder): readonly string[] => {
	switch (order.verb) {
		case 'up':
			return ['up', '--detach', ...order.services];
		case 'recreate': {
			const alone = order.services.length > 0 ? ['--no-deps'] : [];
			return ['up', '--detach', '--force-recreate', ...alone, ...order.services];
		}
		case 'scale':
			// What has drifted stays as it is: nobody asked for more than another number.
			return [
				...['up', '--detach', '--no-deps', '--no-recreate'],
				...[`--scale=${order.service}=${order.count}`, order.service],
			];
		case 'run':
			return [
				...['run', '--rm', ...(order.isTerminal ? [] : ['-T'])],
				...(order.name === undefined ? [] : [`--name=${order.name}`]),
				...[order.service, ...order.argv],
			];
		case 'hashes':
			return ['config', `--hash=${tool.isLegacy ? order.services.join(',') : '*'}`];
		case 'build':
		case 'pull':
			return [order.verb, ...order.services];
		case 'down':
			return ['down', ...(order.volumes ? ['--volumes'] : [])];
		case 'config':
			return [order.verb];
	}
};

const whyNot = (place: ComposePlace, order: ComposeOrder): string | undefined => {
	if (!isProjectName(place.project)) return 'the project has a name that Compose does not take';
	const paths = [place.directory, ...place.files, ...place.envFiles];
	if (!paths.every(path => isPlainPath(path) && path.startsWith('/'))) {
		return 'the place of its files is odd';
	}
	if (place.files.length === 0) return 'it has no files';
	if (!servicesOf(order).every(isServiceName)) {
		return 'a service has a name that Compose does not take';
	}
	if (order.verb === 'scale' && !isReplicaCount(order.count)) {
		return `a number from 0 to ${mostReplicas} is needed`;
	}
	return order.verb === 'run' && order.argv.some(word => word.includes('\0'))
		? 'it has a zero byte'
		: undefined;
};

/** As Compose itself would call it, but for its end. */
export const runName = (project: string, service: string, nowMillis: number): string =>
	`${project}-${service}-run-${nowMillis.toString(36)}`.replace(/^[^a-z\d]+/i, '');

const isReplicaCount = (count: number): boolean =>
	Number.isInteger(count) && count >= 0 && count <= mostReplicas;

const servicesOf = (order: ComposeOrder): readonly string[] => {
	if ('services' in order) return order.services;
	return 'service' in order ? [order.service] : [];
};
