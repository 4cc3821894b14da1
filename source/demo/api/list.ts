import {type DemoContainer, isAlive} from '../world/container.ts';
import {imageIdOf} from '../world/images.ts';
import {labelsOf} from '../world/labels.ts';
import {networksOf} from '../world/networks.ts';
import type {World} from '../world/world.ts';
import {ApiError} from './api-error.ts';
import {endpointsOf} from './endpoints.ts';
import {isAtLeast} from './exchange.ts';
import {type Filters, filtersOf, fits, fitsLabels} from './filters.ts';
import {mountsOf} from './mounts.ts';
import type {Handler} from './router.ts';
import {statusOf} from './words.ts';

const knownFilters = [
	'ancestor',
	'before',
	'exited',
	'expose',
	'health',
	'id',
	'is-task',
	'isolation',
	'label',
	'name',
	'network',
	'publish',
	'since',
	'status',
	'volume',
];

const states = ['created', 'restarting', 'running', 'removing', 'paused', 'exited', 'dead'];

/** `GET /containers/json`: newest first. */
export const listContainers: Handler = async (engine, exchange) => {
	const {query, reply, apiVersion} = exchange;
	const filters = filtersOf(query, knownFilters);
	for (const status of filters.get('status') ?? [])
		if (!states.includes(status)) throw new ApiError(400, `invalid filter 'status=${status}'`);
	const limit = query.integer('limit') ?? 0;
	const wantsAll = query.flag('all') || limit > 0 || filters.has('status') || filters.has('exited');
	const containers = engine.world.newestFirst
		.filter(container => wantsAll || isAlive(container) || container.state === 'restarting')
		.filter(container => filters.size === 0 || isWanted(container, filters));
	const limited = limit > 0 ? containers.slice(0, limit) : containers;
	const hasHealth = isAtLeast(apiVersion, '1.52');
	await reply.jsonList(limited, container => itemOf(engine.world, container, hasHealth));
};

const isWanted = (container: DemoContainer, filters: Filters): boolean => {
	const {spec, id, name, state, health} = container;
	return (
		fits(filters, 'status', wanted => wanted === state) &&
		fits(filters, 'health', wanted => wanted === (health?.status ?? 'none')) &&
		fits(filters, 'id', wanted => id.startsWith(wanted)) &&
		fits(filters, 'name', wanted => nameFits(name, wanted)) &&
		fits(filters, 'ancestor', wanted => imageFits(spec.image, wanted)) &&
		fits(
			filters,
			'exited',
			wanted => state === 'exited' && wanted === String(container.exitCode),
		) &&
		fits(filters, 'network', wanted => networksOf(spec).includes(wanted)) &&
		fits(filters, 'volume', wanted =>
			(spec.mounts ?? []).some(mount => mount.source === wanted || mount.target === wanted),
		) &&
		(!filters.has('label') || fitsLabels(filters, labelsOf(spec)))
	);
};

/** The real engine matches with and without the leading slash, as a regular expression. */
const nameFits = (name: string, wanted: string): boolean => {
	try {
		const pattern = new RegExp(wanted);
		return pattern.test(name) || pattern.test(`/${name}`);
	} catch {
		// Not a regular expression: then it is meant literally.
		return name === wanted;
	}
};

const imageFits = (image: string, wanted: string): boolean =>
	image === wanted || image.split(':')[0] === wanted || imageIdOf(image).includes(wanted);

/**
 * One entry as JSON. Written anew only when something in it changed: of thousands of containers that
 * stopped long ago nothing does.
 */
const itemOf = (world: World, container: DemoContainer, hasHealth: boolean): Uint8Array => {
	const {name, state, health} = container;
	const status = statusOf(container, world.nowMillis);
	const key = `${hasHealth} ${name} ${state} ${status} ${health?.status} ${health?.failingStreak}`;
	const known = itemsOf(world);
	const item = known.get(container.id);
	if (item?.key === key) return item.json;
	const json = Buffer.from(JSON.stringify(listItem(world, container, {status, hasHealth})));
	known.set(container.id, {key, json});
	return json;
};

type Items = Map<string, {readonly key: string; readonly json: Uint8Array}>;

/** By container id; those of removed containers stay, which are few. */
const itemsOf = (world: World): Items => {
	const known = items.get(world) ?? new Map();
	items.set(world, known);
	return known;
};

const items = new WeakMap<World, Items>();

const listItem = (
	world: World,
	container: DemoContainer,
	{status, hasHealth}: {status: string; hasHealth: boolean},
) => {
	const {spec, health} = container;
	return {
		Id: container.id,
		Names: [`/${container.name}`],
		Image: spec.image,
		ImageID: imageIdOf(spec.image),
		Command: spec.command.join(' '),
		Created: Math.floor(container.createdAtMillis / 1000),
		Ports: portsOf(container),
		Labels: labelsOf(spec),
		State: container.state,
		Status: status,
		...(hasHealth && {
			Health: {Status: health?.status ?? 'none', FailingStreak: health?.failingStreak ?? 0},
		}),
		HostConfig: {NetworkMode: networksOf(spec)[0]},
		NetworkSettings: {Networks: endpointsOf(world, container)},
		Mounts: mountsOf(spec),
	};
};

/** Published ports only while there is a process; exposed ones likewise, as the engine does. */
const portsOf = (container: DemoContainer) =>
	isAlive(container)
		? (container.spec.ports ?? []).flatMap(({container: PrivatePort, host, protocol = 'tcp'}) =>
				host === undefined
					? [{PrivatePort, Type: protocol}]
					: ['0.0.0.0', '::'].map(IP => ({IP, PrivatePort, PublicPort: host, Type: protocol})),
			)
		: [];
