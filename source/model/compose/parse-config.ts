import type {Wait} from '../attention/dependencies.ts';
import {known} from '../known.ts';
import type {FileService, FileVolume} from './project.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The services of what `config` printed, in its order; what is not as it should be is left out. */
export const servicesOf = (config: unknown): readonly FileService[] =>
	Object.entries(fields(fields(config)['services'])).map(([name, value]) =>
		serviceOf(name, fields(value)),
	);

/**
 * The volumes of it with their names on the engine, without external ones: Compose deletes them by name,
 * whatever they are labelled. Compose 2 knows those only that a service uses which is not left out by its
 * profiles; Compose 1 takes all.
 */
export const volumesOf = (
	config: unknown,
	{project, isLegacy}: {readonly project: string; readonly isLegacy: boolean},
): readonly FileVolume[] =>
	Object.entries(fields(fields(config)['volumes'])).flatMap(([key, value]) => {
		const {external, name} = fields(value);
		if (external !== undefined && external !== null && external !== false) return [];
		const own = word(name);
		const profiles = isLegacy ? undefined : profilesOf(config, key);
		if (own !== undefined) return [{name: own, ...known('profiles', profiles)}];
		if (!isLegacy) return [{name: `${project}_${key}`, ...known('profiles', profiles)}];
		// The second is how Compose 1 called it before 1.21, and takes before the first.
		const names = [project.replace(/^[-_]+/, ''), project.replace(/[-_]/g, '')];
		return [...new Set(names)].map(each => ({name: `${each}_${key}`}));
	});

/** Of the services that use it; undefined where one of them has none, or nobody uses it. */
const profilesOf = (config: unknown, volume: string): readonly string[] | undefined => {
	const users = Object.values(fields(fields(config)['services']))
		.map(fields)
		.filter(({volumes}) =>
			list(volumes)
				.map(fields)
				.some(({type, source}) => type === 'volume' && source === volume),
		)
		.map(({profiles}) => words(profiles));
	return users.length === 0 || users.some(({length}) => length === 0)
		? undefined
		: [...new Set(users.flat())];
};

const serviceOf = (name: string, service: Fields): FileService => ({
	name,
	wanted: count(service['scale']) ?? count(fields(service['deploy'])['replicas']) ?? usualReplicas,
	waits: waitsOf(service['depends_on']),
	...known('image', word(service['image'])),
	hasBuild: service['build'] !== undefined && service['build'] !== null,
	profiles: words(service['profiles']),
	ports: list(service['ports']).flatMap(portOf),
});

const usualReplicas = 1;

/** `deploy.replicas` and `scale` of the same service are the same, or Compose refuses the file. */
const count = (value: unknown): number | undefined =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;

/** A list of names, or names with a condition. */
const waitsOf = (value: unknown): readonly Wait[] => {
	if (Array.isArray(value)) {
		return words(value).map(service => ({service, condition: 'service_started'}));
	}
	return Object.entries(fields(value)).map(([service, how]) => ({
		service,
		condition: conditionOf(fields(how)['condition']),
	}));
};

const conditionOf = (value: unknown): Wait['condition'] =>
	value === 'service_healthy' || value === 'service_completed_successfully'
		? value
		: 'service_started';

/** Compose 1 prints a text, Compose 2 an object. */
const portOf = (value: unknown): readonly string[] => {
	if (typeof value === 'string' || typeof value === 'number') return [String(value)];
	const {target, published, protocol} = fields(value);
	if (target === undefined) return [];
	const inside = `${String(target)}${protocol === undefined || protocol === 'tcp' ? '' : `/${String(protocol)}`}`;
	return [published === undefined ? inside : `${String(published)}:${inside}`];
};

/** Lines of `config --hash`: a name and what its configuration comes to. */
export const hashesOf = (lines: readonly string[]): ReadonlyMap<string, string> =>
	new Map(
		lines.flatMap(line => {
			const [, name, hash] = /^(\S+) ([\da-f]{16,128})$/.exec(line.trim()) ?? [];
			return name === undefined || hash === undefined ? [] : [[name, hash] as const];
		}),
	);

const fields = (value: unknown): Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const words = (value: unknown): readonly string[] =>
	list(value).filter((each): each is string => typeof each === 'string');

const word = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;
