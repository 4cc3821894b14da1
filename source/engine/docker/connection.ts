import {hostname, totalmem} from 'node:os';
import {clockOffset} from '../../model/engine-clock.ts';
import {EngineError} from '../../model/engine-error.ts';
import type {EngineInfo} from '../../model/engine-info.ts';
import {chooseApiVersion, compareVersions} from './api-version.ts';
import type {Call, Client} from './client.ts';
import {mapInfo} from './map-info.ts';
import {rawWord, requireObject} from './raw.ts';

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
	const pingedAtMillis = Date.now();
	const {headers} = await client.ask(pingCall, signal);
	const byPing = {
		told: rawWord(headers.date),
		askedAtMillis: pingedAtMillis,
		answeredAtMillis: Date.now(),
	};
	// Podman asks the package manager for half of it and takes half a second; the rest is in the info.
	const asksVersion = !client.isPodman();
	const askedAtMillis = Date.now();
	const [version, {info, answeredAtMillis}] = await Promise.all([
		asksVersion ? optional(client.askJson(versionCall, signal)) : undefined,
		optional(client.askJson(infoCall, signal)).then(answer => ({
			info: answer,
			answeredAtMillis: Date.now(),
		})),
	]);
	const rawVersion = version === undefined ? {} : requireObject(version, 'version');
	const offered = rawWord(headers['api-version']) ?? rawWord(rawVersion['ApiVersion']);
	const apiVersion = chooseApiVersion(offered, rawWord(rawVersion['MinAPIVersion']));
	client.setApiVersion(apiVersion);
	const rawInfo = info === undefined ? {} : requireObject(info, 'info');
	const byInfo = {told: rawWord(rawInfo['SystemTime']), askedAtMillis, answeredAtMillis};
	return {
		info: mapInfo({
			endpoint: client.endpoint,
			apiVersion,
			isPodman: client.isPodman(),
			version: rawVersion,
			info: rawInfo,
			clockOffsetMillis: clockOffset(byInfo) ?? clockOffset(byPing),
			machine: {platform: process.platform, name: hostname(), memoryBytes: totalmem()},
		}),
		hasOneShot: client.isPodman() || compareVersions(apiVersion, oneShotApi) >= 0,
	};
};

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

/** What is read of it has been the same in all versions. */
const infoCall: Call = {
	method: 'GET',
	path: '/info',
	what: 'info',
	deadlineMillis: 10_000,
	isUnversioned: true,
};
