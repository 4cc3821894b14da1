import {type DemoContainer, isAlive} from '../world/container.ts';
import {hexFor} from '../world/random.ts';
import type {World} from '../world/world.ts';

/** `NetworkSettings.Networks`: addresses only while there is a process. */
export const endpointsOf = (world: World, container: DemoContainer) =>
	Object.fromEntries(
		world.networks.of(container).map(({network, address}) => {
			const isUp = isAlive(container) && address !== '';
			return [
				network.name,
				{
					IPAMConfig: null,
					Links: null,
					Aliases: aliasesOf(container),
					MacAddress: isUp ? macOf(address) : '',
					DriverOpts: null,
					NetworkID: network.id,
					EndpointID: isUp ? hexFor(`endpoint ${container.id} ${network.name}`) : '',
					Gateway: isUp ? `${network.prefix}.0.1` : '',
					IPAddress: isUp ? address : '',
					IPPrefixLen: isUp ? 16 : 0,
					IPv6Gateway: '',
					GlobalIPv6Address: '',
					GlobalIPv6PrefixLen: 0,
					DNSNames: [container.name, container.id.slice(0, 12)],
				},
			];
		}),
	);

const aliasesOf = ({name, spec}: DemoContainer): string[] | null =>
	spec.compose ? [name, spec.compose.service] : null;

export const macOf = (address: string): string =>
	['02:42', ...address.split('.').map(part => Number(part).toString(16).padStart(2, '0'))].join(
		':',
	);
