import {isAlive} from '../world/container.ts';
import {ApiError} from './api-error.ts';
import {containerOf} from './engine.ts';
import type {Handler} from './router.ts';

const conditions = ['not-running', 'next-exit', 'removed'];

/** `POST /containers/{id}/wait`: headers at once, the exit code when it is known. */
export const wait: Handler = (engine, {query, reply}, parameter) => {
	const {world} = engine;
	const container = containerOf(engine, parameter('id'));
	const condition = query.text('condition') ?? 'not-running';
	if (!conditions.includes(condition)) throw new ApiError(400, `invalid condition: "${condition}"`);
	const sink = reply.stream('application/json');
	const answer = () => {
		sink.write(`${JSON.stringify({StatusCode: container.exitCode})}\n`);
		sink.end();
	};
	if (condition === 'not-running' && !isAlive(container)) return answer();
	const awaited = condition === 'removed' ? 'destroy' : 'die';
	const unsubscribe = world.hub.subscribe(event => {
		if (event.id === container.id && event.action === awaited) answer();
	});
	sink.onClose(unsubscribe);
};
