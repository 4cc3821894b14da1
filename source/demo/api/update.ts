import {containerEvent} from '../world/container-events.ts';
import {mebi, type RestartPolicyName} from '../world/spec.ts';
import {ApiError} from './api-error.ts';
import {readBody} from './body.ts';
import {containerOf} from './engine.ts';
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
	const pids = positive(body['PidsLimit']);
	container.limits = {
		...container.limits,
		...(memoryBytes !== undefined && {memoryBytes}),
		...(nanoCpus !== undefined && {cpus: nanoCpus / 1e9}),
		...(pids !== undefined && {pids}),
	};
	container.restartPolicy = policyOf(body['RestartPolicy']) ?? container.restartPolicy;
	containerEvent(engine.world, container, 'update');
	exchange.reply.json({Warnings: null});
};

const positive = (value: unknown): number | undefined =>
	typeof value === 'number' && value > 0 ? value : undefined;

const policies: readonly string[] = ['no', 'always', 'unless-stopped', 'on-failure'];

const policyOf = (value: unknown): RestartPolicyName | undefined => {
	const name = (value as {Name?: unknown} | null | undefined)?.Name;
	if (name === undefined || name === '') return undefined;
	if (typeof name !== 'string' || !policies.includes(name))
		throw new ApiError(400, `invalid restart policy: unknown policy '${name}'`);
	return name as RestartPolicyName;
};
