import {containerEvent} from '../world/container-events.ts';
import {mebi, type RestartPolicyName} from '../world/spec.ts';
import {ApiError} from './api-error.ts';
import {readBody} from './body.ts';
import {containerOf} from './engine.ts';
import {hostCpus} from './machine.ts';
import type {Handler} from './router.ts';

const leastMemoryBytes = 6 * mebi;

/** `POST /containers/{id}/update`: limits and restart policy. */
export const update: Handler = async (engine, exchange, parameter) => {
	const container = containerOf(engine, parameter('id'));
	const body = await readBody(exchange);
	const memoryBytes = positive(body['Memory']);
	if (memoryBytes !== undefined && memoryBytes < leastMemoryBytes)
		throw new ApiError(400, 'Minimum memory limit allowed is 6MB');
	const nanoCpus = positive(body['NanoCpus']);
	if (nanoCpus !== undefined && nanoCpus > hostCpus * 1e9)
		throw new ApiError(
			400,
			`Range of CPUs is from 0.01 to ${hostCpus}.00, as there are only ${hostCpus} CPUs available`,
		);
	const pids = positive(body['PidsLimit']);
	const {pids: pidsBefore, ...limits} = container.limits;
	// Of these alone 0 and -1 take the limit away; of the others they mean that it stays.
	const pidsAfter = typeof body['PidsLimit'] === 'number' ? pids : pidsBefore;
	container.limits = {
		...limits,
		...(memoryBytes !== undefined && {memoryBytes}),
		...(nanoCpus !== undefined && {cpus: nanoCpus / 1e9}),
		...(pidsAfter !== undefined && {pids: pidsAfter}),
	};
	const policy = policyOf(body['RestartPolicy']);
	if (policy !== undefined) {
		container.restartPolicy = policy;
		container.restartRetries = retriesOf(body['RestartPolicy']);
	}
	containerEvent(engine.world, container, 'update');
	exchange.reply.json({Warnings: null});
};

const positive = (value: unknown): number | undefined =>
	typeof value === 'number' && value > 0 ? value : undefined;

const retriesOf = (value: unknown): number =>
	positive((value as {MaximumRetryCount?: unknown}).MaximumRetryCount) ?? 0;

const policies: readonly string[] = ['no', 'always', 'unless-stopped', 'on-failure'];

const policyOf = (value: unknown): RestartPolicyName | undefined => {
	const name = (value as {Name?: unknown} | null | undefined)?.Name;
	if (name === undefined || name === '') return undefined;
	if (typeof name !== 'string' || !policies.includes(name))
		throw new ApiError(400, `invalid restart policy: unknown policy '${name}'`);
	return name as RestartPolicyName;
};
