import {hostname} from 'node:os';
import {EngineError} from '../../model/engine-error.ts';
import type {EngineInfo} from '../../model/engine-info.ts';
import type {Call, Client} from './client.ts';
import {known, type Raw, rawCount, rawWord, requireObject} from './raw.ts';

/** The newest API that dockmon was tried with; a newer engine is asked in these words. */
const newestApi = '1.51';
/** Docker 1.12, of 2016: below it answers have other shapes. */
const oldestApi = '1.24';

/** Docker 23, the first where one-shot may be direct. */
const oneShotApi = '1.42';

/** What the adapter itself wants to know, beside what is shown. */
export interface EngineFacts {
	readonly info: EngineInfo;
	/**
	 * One sample may be asked for and may come at once. Docker knows the question since API 1.41, but
	 * 20.10, the only one with that version, lets it wait for its next tick; Podman, which says 1.41
	 * too, does not.
	 */
	readonly hasOneShot: boolean;
}

export const ping = async (client: Client, signal: AbortSignal): Promise<void> => {
	await client.ask(pingCall, signal);
};

/** Agrees on the API version and reads what the engine tells of itself. */
export const connect = async (client: Client, signal: AbortSignal): Promise<EngineFacts> => {
	const {headers} = await client.ask(pingCall, signal);
	const version = await optional(client.askJson(versionCall, signal));
	const rawVersion = version === undefined ? {} : requireObject(version, 'version');
	const offered = rawWord(headers['api-version']) ?? rawWord(rawVersion['ApiVersion']);
	const apiVersion = chooseApiVersion(offered, rawWord(rawVersion['MinAPIVersion']));
	client.setApiVersion(apiVersion);
	const info = await optional(client.askJson(infoCall, signal));
	const rawInfo = info === undefined ? {} : requireObject(info, 'info');
	const isPodman = headers['libpod-api-version'] !== undefined;
	return {
		info: mapInfo(client, apiVersion, rawVersion, rawInfo),
		hasOneShot: isPodman || compareVersions(apiVersion, oneShotApi) >= 0,
	};
};

/**
 * The newest version that both sides know. Rejects `unsupported` when there is none and `protocol`
 * when the engine names no version.
 */
export const chooseApiVersion = (
	offered: string | undefined,
	oldest: string | undefined,
): string => {
	if (offered === undefined || !/^\d+\.\d+$/.test(offered))
		throw new EngineError('protocol', 'The endpoint answers, but names no Docker API version', {
			hint: 'Is something else than a Docker engine, such as a proxy, behind this endpoint?',
		});
	if (compareVersions(offered, oldestApi) < 0)
		throw new EngineError(
			'unsupported',
			`This engine speaks API ${offered}; dockmon needs ${oldestApi} or newer`,
			{hint: 'Update the engine to Docker 1.12 or newer.'},
		);
	if (oldest !== undefined && compareVersions(oldest, newestApi) > 0)
		throw new EngineError(
			'unsupported',
			`This engine wants API ${oldest} or newer; dockmon speaks up to ${newestApi}`,
			{hint: 'Update dockmon.'},
		);
	return compareVersions(offered, newestApi) > 0 ? newestApi : offered;
};

/** Negative, 0 or positive as in `Array.sort`; `1.9` is older than `1.41`. */
export const compareVersions = (left: string, right: string): number => {
	const [leftMajor = 0, leftMinor = 0] = left.split('.').map(Number);
	const [rightMajor = 0, rightMinor = 0] = right.split('.').map(Number);
	return leftMajor - rightMajor || leftMinor - rightMinor;
};

const mapInfo = (client: Client, apiVersion: string, version: Raw, info: Raw): EngineInfo => {
	const {url, source, context, transport} = client.endpoint;
	const name = rawWord(info['Name']);
	return {
		endpoint: url,
		source,
		...known('context', context),
		...known('name', name),
		...known('version', rawWord(version['Version']) ?? rawWord(info['ServerVersion'])),
		apiVersion,
		...known('cpus', rawCount(info['NCPU']) || undefined),
		...known('memoryTotalBytes', rawCount(info['MemTotal']) || undefined),
		...known('operatingSystem', rawWord(info['OperatingSystem'])),
		...known('kernelVersion', rawWord(info['KernelVersion'])),
		...known('cgroupVersion', cgroupVersion(rawWord(info['CgroupVersion']))),
		...known('images', rawCount(info['Images'])),
		isLocal: transport.kind === 'unix' && process.platform === 'linux' && name === hostname(),
	};
};

/** Engines before 20.10 do not say. */
const cgroupVersion = (text: string | undefined): '1' | '2' | undefined =>
	text === '1' || text === '2' ? text : undefined;

/** A proxy may forbid what is only nice to know. */
const optional = async (answer: Promise<unknown>): Promise<unknown> => {
	try {
		return await answer;
	} catch (error) {
		const kind = error instanceof EngineError ? error.kind : undefined;
		if (kind === 'permission' || kind === 'not-found' || kind === 'unsupported') return undefined;
		throw error;
	}
};

const pingCall: Call = {
	method: 'GET',
	path: '/_ping',
	what: 'ping',
	deadlineMillis: 2000,
	isUnversioned: true,
};

const versionCall: Call = {
	method: 'GET',
	path: '/version',
	what: 'version',
	deadlineMillis: 5000,
	isUnversioned: true,
};

const infoCall: Call = {method: 'GET', path: '/info', what: 'info', deadlineMillis: 10_000};
