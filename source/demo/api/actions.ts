import {type DemoContainer, isAlive} from '../world/container.ts';
import {containerEvent} from '../world/container-events.ts';
import {
	killContainer,
	pauseContainer,
	restartContainer,
	startContainer,
	stopContainer,
	unpauseContainer,
} from '../world/lifecycle.ts';
import {cancelPlans} from '../world/plans.ts';
import {ApiError} from './api-error.ts';
import {containerOf} from './engine.ts';
import type {Query} from './exchange.ts';
import type {Handler} from './router.ts';
import {signalNumber} from './signals.ts';

/** What the engine waits for a program to heed its stop signal. */
const defaultStopSeconds = 10;

const timeoutOf = (query: Query): number => query.integer('t') ?? defaultStopSeconds;

export const start: Handler = (engine, {reply}, parameter) => {
	const container = containerOf(engine, parameter('id'));
	if (container.state === 'paused')
		throw new ApiError(409, 'cannot start a paused container, try unpause instead');
	if (isAlive(container)) return reply.empty(304);
	startContainer(engine.world, container);
	reply.empty(204);
};

export const stop: Handler = async (engine, {query, reply}, parameter) => {
	const container = containerOf(engine, parameter('id'));
	if (!isAlive(container) && container.state !== 'restarting') return reply.empty(304);
	await stopContainer(engine.world, container, timeoutOf(query));
	reply.empty(204);
};

export const restart: Handler = async (engine, {query, reply}, parameter) => {
	const container = containerOf(engine, parameter('id'));
	await restartContainer(engine.world, container, timeoutOf(query));
	reply.empty(204);
};

export const kill: Handler = async (engine, {query, reply}, parameter) => {
	const container = containerOf(engine, parameter('id'));
	const signal = signalNumber(query.text('signal') ?? 'KILL');
	if (!isAlive(container))
		throw new ApiError(
			409,
			`cannot kill container: ${parameter('id')}: container ${container.id} is not running`,
		);
	await killContainer(engine.world, container, signal);
	reply.empty(204);
};

export const pause: Handler = (engine, {reply}, parameter) => {
	const container = containerOf(engine, parameter('id'));
	if (container.state === 'paused')
		throw new ApiError(409, `container ${container.id} is already paused`);
	requireRunning(container);
	pauseContainer(engine.world, container);
	reply.empty(204);
};

export const unpause: Handler = (engine, {reply}, parameter) => {
	const container = containerOf(engine, parameter('id'));
	if (container.state !== 'paused')
		throw new ApiError(500, `Container ${container.id} is not paused`);
	unpauseContainer(engine.world, container);
	reply.empty(204);
};

/** Throws 409 unless there is a process. */
export const requireRunning = (container: DemoContainer): void => {
	if (container.state === 'restarting')
		throw new ApiError(
			409,
			`Container ${container.id} is restarting, wait until the container is running`,
		);
	if (!isAlive(container)) throw new ApiError(409, `container ${container.id} is not running`);
};

export const remove: Handler = async (engine, {query, reply}, parameter) => {
	const {world} = engine;
	const container = containerOf(engine, parameter('id'));
	if (isAlive(container) || container.state === 'restarting') {
		if (!query.flag('force'))
			throw new ApiError(
				409,
				`cannot remove container "/${container.name}": container is ${container.state}: stop the container before removing or force remove`,
			);
		if (isAlive(container)) await killContainer(world, container, 9);
	}
	cancelPlans(container);
	world.remove(container);
	containerEvent(world, container, 'destroy');
	reply.empty(204);
};

export const rename: Handler = (engine, {query, reply}, parameter) => {
	const {world} = engine;
	const container = containerOf(engine, parameter('id'));
	const name = (query.text('name') ?? '').replace(/^\//, '');
	if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name))
		throw new ApiError(
			400,
			`Error when allocating new name: Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`,
		);
	if (name === container.name)
		throw new ApiError(400, 'Renaming a container with the same name as its current name');
	const holder = world.containers.find(other => other.name === name);
	if (holder)
		throw new ApiError(
			409,
			`Error when allocating new name: Conflict. The container name "/${name}" is already in use by container "${holder.id}". You have to remove (or rename) that container to be able to reuse that name.`,
		);
	const oldName = `/${container.name}`;
	container.name = name;
	containerEvent(world, container, 'rename', {oldName});
	reply.empty(204);
};
