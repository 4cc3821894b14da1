import {known} from '../../model/known.ts';
import type {ContainerSetup, MountSetup, NetworkSetup, PortSetup} from '../../model/setup.ts';
import {mapHealthSetup} from './map-health-setup.ts';
import {
	type Raw,
	rawCount,
	rawFlag,
	rawList,
	rawNumber,
	rawObject,
	rawText,
	rawWord,
	rawWords,
} from './raw.ts';

/** `GET /containers/ID/json` once more: what `mapDetails` leaves out, because nobody looks at all of them. */
export const mapSetup = (raw: Raw): ContainerSetup => {
	const config = rawObject(raw['Config']);
	const hostConfig = rawObject(raw['HostConfig']);
	const network = rawObject(raw['NetworkSettings']);
	return {
		...known('imageId', rawWord(raw['Image'])),
		entrypoint: wordsOf(config['Entrypoint']),
		command: wordsOf(config['Cmd']),
		...known('hostname', rawWord(config['Hostname'])),
		...known('stopSignal', rawWord(config['StopSignal'])),
		...known('stopTimeoutSeconds', rawNumber(config['StopTimeout'])),
		rights: rightsOf(hostConfig),
		env: rawWords(config['Env']),
		mounts: [...rawList(raw['Mounts']).flatMap(mapMount), ...temporaryMounts(hostConfig)],
		...known('networkMode', rawWord(hostConfig['NetworkMode'])),
		networks: Object.entries(rawObject(network['Networks'])).map(mapNetwork),
		ports: portsOf(config, hostConfig, network),
		extraHosts: rawWords(hostConfig['ExtraHosts']),
		health: mapHealthSetup(raw),
	};
};

/** Podman gives one text instead of a list. */
const wordsOf = (value: unknown): readonly string[] => {
	const text = rawWord(value);
	return text === undefined ? rawWords(value) : [text];
};

const rightsOf = (hostConfig: Raw): readonly string[] => [
	...(rawFlag(hostConfig['Privileged']) === true ? ['privileged'] : []),
	...rawWords(hostConfig['CapAdd']).map(name => `+${name}`),
	...rawWords(hostConfig['CapDrop']).map(name => `-${name}`),
	...(rawFlag(hostConfig['ReadonlyRootfs']) === true ? ['read-only root'] : []),
	...rawWords(hostConfig['SecurityOpt']),
	...['Pid', 'Ipc', 'Userns']
		.filter(name => rawWord(hostConfig[`${name}Mode`]) === 'host')
		.map(name => `${name.toLowerCase()} of the host`),
];

const mapMount = (value: unknown): MountSetup[] => {
	const raw = rawObject(value);
	const target = rawWord(raw['Destination']);
	if (target === undefined) return [];
	return [
		{
			type: rawWord(raw['Type']) ?? 'bind',
			...known('name', rawWord(raw['Name'])),
			...known('source', rawWord(raw['Source'])),
			target,
			isWritable: rawFlag(raw['RW']) ?? true,
			...known('driver', rawWord(raw['Driver'])),
			...known('options', rawWord(raw['Propagation'])),
		},
	];
};

/** `--tmpfs` is not among the mounts. */
const temporaryMounts = (hostConfig: Raw): readonly MountSetup[] =>
	Object.entries(rawObject(hostConfig['Tmpfs'])).map(([target, options]) => ({
		type: 'tmpfs',
		target,
		isWritable: !(rawText(options) ?? '').split(',').includes('ro'),
		...known('options', rawWord(options)),
	}));

const mapNetwork = ([name, value]: readonly [string, unknown]): NetworkSetup => {
	const raw = rawObject(value);
	return {
		name,
		...known('address', withPrefix(rawWord(raw['IPAddress']), raw['IPPrefixLen'])),
		...known('gateway', rawWord(raw['Gateway'])),
		...known('address6', withPrefix(rawWord(raw['GlobalIPv6Address']), raw['GlobalIPv6PrefixLen'])),
		...known('macAddress', rawWord(raw['MacAddress'])),
		aliases: [...new Set([...rawWords(raw['Aliases']), ...rawWords(raw['DNSNames'])])],
	};
};

const withPrefix = (address: string | undefined, length: unknown): string | undefined => {
	const bits = rawCount(length);
	return address === undefined || !bits ? address : `${address}/${bits}`;
};

/** Those that lead to it now; of one that does not run those that will when it is started. */
const portsOf = (config: Raw, hostConfig: Raw, network: Raw): readonly PortSetup[] => {
	const now = rawObject(network['Ports']);
	const bound = Object.keys(now).length > 0 ? now : rawObject(hostConfig['PortBindings']);
	const exposed = Object.keys(rawObject(config['ExposedPorts']));
	return [...new Set([...Object.keys(bound), ...exposed])].map(inside => ({
		inside,
		outside: rawList(bound[inside]).flatMap(value => {
			const {HostIp: ip, HostPort: port} = rawObject(value);
			const number = rawWord(port);
			return number === undefined ? [] : [`${bracketed(rawWord(ip) ?? '0.0.0.0')}:${number}`];
		}),
	}));
};

const bracketed = (ip: string): string => (ip.includes(':') ? `[${ip}]` : ip);
