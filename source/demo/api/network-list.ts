import {isAlive} from '../world/container.ts';
import type {DemoNetwork} from '../world/networks.ts';
import {hexFor} from '../world/random.ts';
import type {World} from '../world/world.ts';
import {ApiError} from './api-error.ts';
import {macOf} from './endpoints.ts';
import {filtersOf, fits, fitsLabels} from './filters.ts';
import type {Handler} from './router.ts';
import {timeText} from './words.ts';

const knownFilters = ['driver', 'id', 'label', 'name', 'scope', 'type', 'dangling'];

/** `GET /networks` */
export const listNetworks: Handler = ({world}, {query, reply}) => {
	const filters = filtersOf(query, knownFilters);
	reply.json(
		world.networks.all
			.filter(
				network =>
					fits(filters, 'name', wanted => network.name.includes(wanted)) &&
					fits(filters, 'id', wanted => network.id.startsWith(wanted)) &&
					fits(filters, 'driver', wanted => network.driver === wanted) &&
					fitsLabels(filters, labelsOf(network)),
			)
			.map(network => networkJson(network)),
	);
};

/** `GET /networks/{id}`, with its members. */
export const inspectNetwork: Handler = ({world}, {reply}, parameter) => {
	const reference = parameter('id');
	const network = world.networks.all.find(
		one => one.name === reference || one.id.startsWith(reference),
	);
	if (!network) throw new ApiError(404, `network ${reference} not found`);
	reply.json({...networkJson(network), Containers: membersOf(world, network)});
};

const networkJson = (network: DemoNetwork) => ({
	Name: network.name,
	Id: network.id,
	Created: timeText(network.createdAtMillis),
	Scope: 'local',
	Driver: network.driver,
	EnableIPv6: false,
	IPAM: {
		Driver: 'default',
		Options: null,
		Config:
			network.driver === 'bridge'
				? [{Subnet: `${network.prefix}.0.0/16`, Gateway: `${network.prefix}.0.1`}]
				: [],
	},
	Internal: false,
	Attachable: false,
	Ingress: false,
	ConfigFrom: {Network: ''},
	ConfigOnly: false,
	Containers: {},
	Options: {},
	Labels: labelsOf(network),
});

const labelsOf = ({project, name}: DemoNetwork): Record<string, string> =>
	project === undefined
		? {}
		: {
				'com.docker.compose.project': project,
				'com.docker.compose.network': name.replace(`${project}_`, ''),
			};

const membersOf = (world: World, network: DemoNetwork) =>
	Object.fromEntries(
		[...network.members].flatMap(([id, part]) => {
			const container = world.find(id);
			if (container === undefined || container === 'ambiguous' || !isAlive(container)) return [];
			const address = `${network.prefix}.${part}`;
			return [
				[
					id,
					{
						Name: container.name,
						EndpointID: hexFor(`endpoint ${id} ${network.name}`),
						MacAddress: macOf(address),
						IPv4Address: `${address}/16`,
						IPv6Address: '',
					},
				],
			];
		}),
	);
