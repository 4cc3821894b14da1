import type {EngineInfo} from '../../model/engine-info.ts';
import type {Forbidden} from '../../model/forbidden.ts';
import {known} from '../../model/known.ts';
import type {DirectEndpoint} from '../endpoint.ts';
import {type Raw, rawCount, rawWord} from './raw.ts';

/** The machine that dockmon runs on. */
interface Machine {
	readonly platform: NodeJS.Platform;
	readonly name: string;
	readonly memoryBytes: number;
}

export interface InfoSources {
	readonly endpoint: DirectEndpoint;
	/** The negotiated one. */
	readonly apiVersion: string;
	readonly isPodman: boolean;
	/** `GET /version`; empty where a proxy forbids it. */
	readonly version: Raw;
	/** `GET /info`; empty where a proxy forbids it. */
	readonly info: Raw;
	readonly forbidden: readonly Forbidden[];
	readonly machine: Machine;
	readonly clockOffsetMillis: number | undefined;
}

export const mapInfo = (sources: InfoSources): EngineInfo => {
	const {endpoint, apiVersion, version, info, forbidden} = sources;
	return {
		endpoint: endpoint.url,
		source: endpoint.source,
		...known('context', endpoint.context),
		...known('name', rawWord(info['Name'])),
		product: sources.isPodman ? 'podman' : 'docker',
		...known('version', rawWord(version['Version']) ?? rawWord(info['ServerVersion'])),
		apiVersion,
		...known('cpus', rawCount(info['NCPU']) || undefined),
		...known('memoryTotalBytes', rawCount(info['MemTotal']) || undefined),
		...known('operatingSystem', rawWord(info['OperatingSystem'])),
		...factsOf(info),
		...known('clockOffsetMillis', sources.clockOffsetMillis),
		...(forbidden.length > 0 && {forbidden}),
		isLocal: isHere(sources),
	};
};

/** What tells one engine from another. */
const factsOf = (info: Raw): Partial<EngineInfo> => {
	const group = rawWord(info['CgroupVersion']);
	const options = info['SecurityOptions'];
	const isRootless = Array.isArray(options)
		? options.some(each => typeof each === 'string' && /^name=rootless\b/.test(each))
		: undefined;
	return {
		...known('kernel', rawWord(info['KernelVersion'])),
		...known('architecture', rawWord(info['Architecture'])),
		...known('storageDriver', rawWord(info['Driver'])),
		...known('loggingDriver', rawWord(info['LoggingDriver'])),
		...known('cgroupVersion', group && `v${group}`),
		...known('cgroupDriver', rawWord(info['CgroupDriver'])),
		...known('isRootless', isRootless),
		...known('rootFolder', rawWord(info['DockerRootDir'])),
		...known('imageCount', rawCount(info['Images'])),
	};
};

/**
 * A socket may lead elsewhere: forwarded by ssh, by us or by the user, or into the virtual machine of Docker
 * Desktop. The name alone would not do, for many machines are called `debian`; with the very number of
 * bytes of memory it does.
 */
const isHere = ({endpoint, info, machine}: InfoSources): boolean =>
	endpoint.transport.kind === 'unix' &&
	!endpoint.transport.isForwarded &&
	endpoint.source !== 'demo' &&
	machine.platform === 'linux' &&
	info['Name'] === machine.name &&
	info['MemTotal'] === machine.memoryBytes;
