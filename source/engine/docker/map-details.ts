import type {ContainerDetails, ContainerState, Limits} from '../../model/container.ts';
import {known} from '../../model/known.ts';
import {stampMillis} from '../stamp.ts';
import {containerState} from './map-container.ts';
import {mapHealth, mapProbing} from './map-health.ts';
import {mapCheck} from './map-health-setup.ts';
import {type Raw, rawCount, rawFlag, rawObject, rawText, rawWord, requireObject} from './raw.ts';

/** `GET /containers/ID/json`. Rejects `protocol` when it is no object. */
export const mapDetails = (value: unknown): ContainerDetails => {
	const raw = requireObject(value, 'inspect');
	const state = rawObject(raw['State']);
	const config = rawObject(raw['Config']);
	const hostConfig = rawObject(raw['HostConfig']);
	const health = mapHealth(rawObject(state['Health']));
	const check = mapCheck(rawObject(config['Healthcheck']));
	return {
		...known('state', detailState(state)),
		...known('name', rawWord(raw['Name'])?.replace(/^\//, '')),
		...known('pid', rawCount(state['Pid']) || undefined),
		...known('startedAtMillis', instant(state['StartedAt'])),
		...known('finishedAtMillis', instant(state['FinishedAt'])),
		...known('exitCode', exitCode(state)),
		oomKilled: rawFlag(state['OOMKilled']) ?? false,
		...known('error', rawWord(state['Error'])),
		...known('restartCount', rawCount(raw['RestartCount'])),
		restartPolicy: restartPolicy(rawObject(hostConfig['RestartPolicy'])),
		tty: rawFlag(config['Tty']) ?? false,
		user: rawText(config['User']) ?? '',
		workingDirectory: rawText(config['WorkingDir']) ?? '',
		limits: mapLimits(hostConfig),
		logDriver: rawText(rawObject(hostConfig['LogConfig'])['Type']) ?? '',
		hasHealthCheck: health.kind !== 'none' || check !== undefined,
		...known('probing', check && mapProbing(check, rawObject(state['Health']))),
		health,
	};
};

/** Undefined where the engine has no word for it. */
const detailState = (state: Raw): ContainerState | undefined => {
	const word = rawWord(state['Status']);
	return word === undefined
		? undefined
		: containerState(word, rawFlag(state['Running']) ? 'Up' : '');
};

const instant = (value: unknown): number | undefined => stampMillis(rawText(value) ?? '');

/** The engine gives 0 for one that runs or has never run; one that waits for its restart has ended. */
const exitCode = (state: Raw): number | undefined => {
	const runs = rawFlag(state['Running']) === true && rawFlag(state['Restarting']) !== true;
	const hasEnded = instant(state['FinishedAt']) !== undefined;
	return hasEnded && !runs ? rawCount(state['ExitCode']) : undefined;
};

/** `on-failure:3` as in `docker run --restart`. */
const restartPolicy = (raw: Raw): string => {
	const name = rawWord(raw['Name']) ?? 'no';
	const retries = rawCount(raw['MaximumRetryCount']);
	return name === 'on-failure' && retries ? `${name}:${retries}` : name;
};

const mapLimits = (hostConfig: Raw): Limits => {
	const nanoCpus = rawCount(hostConfig['NanoCpus']);
	const quota = rawCount(hostConfig['CpuQuota']);
	const period = rawCount(hostConfig['CpuPeriod']) || 100_000;
	const cpus = nanoCpus ? nanoCpus / 1e9 : quota ? quota / period : undefined;
	return {
		...known('cpus', cpus),
		...known('memoryBytes', rawCount(hostConfig['Memory']) || undefined),
		...known('pids', rawCount(hostConfig['PidsLimit']) || undefined),
	};
};
