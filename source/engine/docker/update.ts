import type {ContainerAction, RestartPolicy} from '../../model/act/container-action.ts';
import {EngineError} from '../../model/engine-error.ts';
import type {ContainerRef} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import type {Client} from './client.ts';
import {inspectRaw} from './inspect.ts';
import {rawNumber, rawObject, requireObject} from './raw.ts';

type Update = ContainerAction & {readonly verb: 'update'};

/** The body of `POST /containers/{id}/update`; what is not in the action stays as it is. */
export const updateBody = async (
	client: Client,
	ref: ContainerRef,
	{limits = {}, restartPolicy}: Update,
	signal: AbortSignal,
): Promise<object> => {
	const {cpus, memoryBytes, pids} = limits;
	return {
		...(cpus === undefined ? {} : await cpuLimit(client, ref, cpus, signal)),
		...(memoryBytes === undefined ? {} : await memoryLimit(client, memoryBytes, signal)),
		// 0 is no limit, to all engines.
		...known('PidsLimit', pids),
		...known('RestartPolicy', restartPolicy && policyOf(restartPolicy)),
	};
};

const nanosPerCore = 1e9;
const usualPeriodMicros = 100_000;

/**
 * The engine has two ways to limit CPU and refuses to have both, so it goes on in the way that the
 * container has. `NanoCpus: 0` means unchanged, and a quota of -1 beside it would win over every
 * later limit at the next start: what is to have no limit gets all cores of the machine.
 */
const cpuLimit = async (
	client: Client,
	ref: ContainerRef,
	cpus: number,
	signal: AbortSignal,
): Promise<object> => {
	const hostConfig = rawObject((await inspectRaw(client, ref, signal))['HostConfig']);
	const isByQuota =
		!rawNumber(hostConfig['NanoCpus']) && Boolean(rawNumber(hostConfig['CpuQuota']));
	if (isByQuota) {
		const period = rawNumber(hostConfig['CpuPeriod']) || usualPeriodMicros;
		return {CpuQuota: cpus === 0 ? -1 : Math.round(cpus * period)};
	}
	const cores = cpus === 0 ? await machineFigure(client, 'NCPU', signal) : cpus;
	return {NanoCpus: Math.round(cores * nanosPerCore)};
};

/**
 * Memory and swap go together: the engine refuses a limit above that of both. 0 means unchanged and
 * -1 is refused, so what is to have no limit gets as much as the machine has.
 */
const memoryLimit = async (
	client: Client,
	memoryBytes: number,
	signal: AbortSignal,
): Promise<object> => {
	const bytes = memoryBytes === 0 ? await machineFigure(client, 'MemTotal', signal) : memoryBytes;
	return {Memory: bytes, MemorySwap: bytes};
};

const machineFigure = async (
	client: Client,
	name: 'NCPU' | 'MemTotal',
	signal: AbortSignal,
): Promise<number> => {
	const call = {method: 'GET', path: '/info', what: 'info', deadlineMillis: 5000} as const;
	const figure = rawNumber(requireObject(await client.askJson(call, signal), 'info')[name]);
	if (figure) return figure;
	throw new EngineError('protocol', `The engine does not say how much the machine has (${name})`, {
		hint: 'Set a limit instead of taking it away.',
		isUnsent: true,
	});
};

const policyOf = (policy: RestartPolicy) => ({
	Name: policy.name,
	...(policy.name === 'on-failure' ? {MaximumRetryCount: policy.retries} : {}),
});
