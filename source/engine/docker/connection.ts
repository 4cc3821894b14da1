import type {IncomingHttpHeaders} from 'node:http';
import {hostname, totalmem} from 'node:os';
import {clockOffset} from '../../model/engine-clock.ts';
import {EngineError, isForbidden} from '../../model/engine-error.ts';
import type {EngineInfo} from '../../model/engine-info.ts';
import {chooseApiVersion, compareVersions} from './api-version.ts';
import type {Call, Client} from './client.ts';
import {mapInfo} from './map-info.ts';
import {type Raw, rawWord, requireObject} from './raw.ts';

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

export type Ping = (signal: AbortSignal) => Promise<void>;

/** Asks for the least that the engine, or a proxy in front of it, lets one ask for. */
export const createPing = (client: Client): Ping => {
	let ways: readonly Call[] = [pingCall, versionCall, leastListCall];
	return async signal => {
		for (const way of ways) {
			try {
				await client.ask({...way, deadlineMillis: pingCall.deadlineMillis}, signal);
				return;
			} catch (error) {
				if (!isForbidden(error) || way === ways.at(-1)) throw error;
				// Not knocked at every two seconds: proxies write down what they refuse. Another ping at the
				// same time may have left it out already.
				if (ways[0] === way) ways = ways.slice(1);
			}
		}
	};
};

/** Agrees on the API version and reads what the engine tells of itself. */
export const connect = async (client: Client, signal: AbortSignal): Promise<EngineFacts> => {
	const pingedAtMillis = Date.now();
	const pinged = await unlessForbidden(client.ask(pingCall, signal));
	const headers: IncomingHttpHeaders = pinged === forbidden ? {} : pinged.headers;
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
	const rawVersion = toObject(version, 'version');
	const offered = rawWord(headers['api-version']) ?? rawWord(rawVersion['ApiVersion']);
	if (pinged === forbidden && version === forbidden) throw noVersionError(client.endpoint.url);
	const apiVersion = chooseApiVersion(offered, rawWord(rawVersion['MinAPIVersion']));
	client.setApiVersion(apiVersion);
	const rawInfo = toObject(info, 'info');
	const byInfo = {told: rawWord(rawInfo['SystemTime']), askedAtMillis, answeredAtMillis};
	return {
		info: mapInfo({
			endpoint: client.endpoint,
			apiVersion,
			isPodman: client.isPodman(),
			version: rawVersion,
			info: rawInfo,
			forbidden: [
				...(version === forbidden ? (['version'] as const) : []),
				...(info === forbidden ? (['info'] as const) : []),
			],
			clockOffsetMillis: clockOffset(byInfo) ?? clockOffset(byPing),
			machine: {platform: process.platform, name: hostname(), memoryBytes: totalmem()},
		}),
		hasOneShot: client.isPodman() || compareVersions(apiVersion, oneShotApi) >= 0,
	};
};

/** In place of an answer that a proxy would not let through. */
const forbidden = Symbol('forbidden');

const unlessForbidden = async <T>(answer: Promise<T>): Promise<T | typeof forbidden> => {
	try {
		return await answer;
	} catch (error) {
		if (isForbidden(error)) return forbidden;
		throw error;
	}
};

/** What is only nice to know; undefined where this engine does not know it. */
const optional = async (answer: Promise<unknown>): Promise<unknown> => {
	try {
		return await unlessForbidden(answer);
	} catch (error) {
		const kind = error instanceof EngineError ? error.kind : undefined;
		if (kind === 'not-found' || kind === 'unsupported') return undefined;
		throw error;
	}
};

const noVersionError = (url: string): EngineError =>
	new EngineError('permission', `What answers at ${url} forbids to ask for its API version`, {
		hint: 'Have the proxy let GET /_ping or GET /version pass.',
		brief: 'all is forbidden',
		isForbidden: true,
	});

const toObject = (answer: unknown, what: string): Raw =>
	answer === undefined || answer === forbidden ? {} : requireObject(answer, what);

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

/** Whoever lets nothing else through lets this, for without the list there is nothing to show. */
const leastListCall: Call = {
	method: 'GET',
	path: '/containers/json',
	query: {limit: 1},
	what: 'ping',
	deadlineMillis: 2000,
};

/** What is read of it has been the same in all versions. */
const infoCall: Call = {
	method: 'GET',
	path: '/info',
	what: 'info',
	deadlineMillis: 10_000,
	isUnversioned: true,
};
