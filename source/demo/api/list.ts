import {type DemoContainer, isAlive} from '../world/container.ts';
import {imageIdOf} from '../world/images.ts';
import {labelsOf} from '../world/labels.ts';
import {networksOf} from '../world/networks.ts';
import {ApiError} from './api-error.ts';
import {endpointsOf} from './endpoints.ts';
import type {Engine} from './engine.ts';
import {type Exchange, isAtLeast} from './exchange.ts';
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
export const listContainers: Handler = (engine, exchange) => {
	const {query, reply} = exchange;
	const filters = filtersOf(query, knownFilters);
	for (const status of filters.get('status') ?? [])
		if (!states.includes(status)) throw new ApiError(400, `invalid filter 'status=${status}'`);
	const limit = query.integer('limit') ?? 0;
	const wantsAll = query.flag('all') || limit > 0 || filters.has('status') || filters.has('exited');
	const containers = engine.world.containers
		.filter(container => wantsAll || isAlive(container) || container.state === 'restarting')
		.filter(container => isWanted(container, filters))
		.sort((a, b) => b.createdAtMillis - a.createdAtMillis);
	const limited = limit > 0 ? containers.slice(0, limit) : containers;
	reply.json(limited.map(container => listItem(engine, exchange, container)));
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
		fitsLabels(filters, labelsOf(spec))
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

const listItem = ({world}: Engine, {apiVersion}: Exchange, container: DemoContainer) => {
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
		Status: statusOf(container, world.nowMillis),
		...(isAtLeast(apiVersion, '1.52') && {
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
