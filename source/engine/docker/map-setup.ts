import {known} from '../../model/known.ts';
import type {ContainerSetup} from '../../model/setup.ts';
import {type Raw, rawFlag, rawNumber, rawObject, rawWord, rawWords} from './raw.ts';

/** `GET /containers/ID/json` once more: what `mapDetails` leaves out, because nobody looks at all of them. */
export const mapSetup = (raw: Raw): ContainerSetup => {
	const config = rawObject(raw['Config']);
	const hostConfig = rawObject(raw['HostConfig']);
	return {
		...known('imageId', rawWord(raw['Image'])),
		entrypoint: rawWords(config['Entrypoint']),
		command: rawWords(config['Cmd']),
		...known('hostname', rawWord(config['Hostname'])),
		...known('stopSignal', rawWord(config['StopSignal'])),
		...known('stopTimeoutSeconds', rawNumber(config['StopTimeout'])),
		rights: rightsOf(hostConfig),
	};
};

const rightsOf = (hostConfig: Raw): readonly string[] => [
	...(rawFlag(hostConfig['Privileged']) === true ? ['privileged'] : []),
	...rawWords(hostConfig['CapAdd']).map(name => `+${name}`),
	...rawWords(hostConfig['CapDrop']).map(name => `-${name}`),
	...(rawFlag(hostConfig['ReadonlyRootfs']) === true ? ['read-only root'] : []),
	...rawWords(hostConfig['SecurityOpt']),
	...['PidMode', 'IpcMode', 'UsernsMode']
		.filter(name => rawWord(hostConfig[name]) === 'host')
		.map(name => `${name.slice(0, -'Mode'.length).toLowerCase()} of the host`),
];
