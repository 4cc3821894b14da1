import {parse, stringify} from 'yaml';
import {composeArguments} from '../model/compose/arguments.ts';
import type {Environment} from '../model/compose/environment.ts';
import {maskConfig} from '../model/compose/mask-config.ts';
import {hashesOf, servicesOf, volumesOf} from '../model/compose/parse-config.ts';
import type {ComposePlace, ComposeTool, ProjectFiles} from '../model/compose/project.ts';
import {known} from '../model/known.ts';
import {maskSecrets} from '../model/secrets.ts';
import {runTool} from './run-tool.ts';

/** Compose 1 takes seconds on a busy machine. */
const deadlineMillis = 30_000;

export interface ReadOptions {
	readonly tool: ComposeTool;
	readonly place: ComposePlace;
	readonly env: Environment;
	readonly signal: AbortSignal;
}

/** Services and volumes of a project as Compose understands its files. Rejects with what Compose complains about. */
export const readProject = async (options: ReadOptions): Promise<ProjectFiles> => {
	const config = await configOf(options);
	const services = servicesOf(config);
	const {isLegacy} = options.tool;
	const volumes = volumesOf(config, {project: options.place.project, isLegacy});
	if (services.length === 0) return {services, volumes};
	const order = {verb: 'hashes', services: services.map(({name}) => name)} as const;
	const hashes = hashesOf((await ask(options, order)).split('\n'));
	const hashed = services.map(each => ({...each, ...known('hash', hashes.get(each.name))}));
	return {services: hashed, volumes};
};

/** The configuration with all values in place and all secrets covered, as lines of YAML. */
export const renderConfig = async (options: ReadOptions): Promise<readonly string[]> => {
	const text = stringify(maskConfig(await configOf(options)), {lineWidth: 0});
	return text.trimEnd().split('\n');
};

const configOf = async (options: ReadOptions): Promise<unknown> =>
	parse(await ask(options, {verb: 'config'}));

const ask = async (
	{tool, place, env, signal}: ReadOptions,
	order: Parameters<typeof composeArguments>[2],
): Promise<string> => {
	const argv = composeArguments(tool, place, order);
	if ('problem' in argv) throw new Error(argv.problem);
	const run = {directory: place.directory, env, deadlineMillis, signal};
	const {code, stdout, complaint} = await runTool(argv, run);
	if (code === 0) return stdout;
	throw new Error(complaint === '' ? `exit code ${code}` : maskSecrets(complaint));
};
