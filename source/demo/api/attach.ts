import {isAlive} from '../world/container.ts';
import {toNanos} from '../world/journal.ts';
import {ApiError} from './api-error.ts';
import {containerOf} from './engine.ts';
import {isAtLeast} from './exchange.ts';
import {switchingHead} from './exec-stream.ts';
import {multiplexedType, rawType} from './frames.ts';
import {follow} from './log-follow.ts';
import {writerOf} from './logs.ts';
import type {Handler} from './router.ts';

/**
 * `POST /containers/{id}/attach`: what the container writes from now on. No program of the demo reads what
 * is typed; on a terminal it is echoed all the same, as the kernel does.
 */
export const attach: Handler = async (engine, exchange, parameter) => {
	const {query, reply, upgrade, apiVersion} = exchange;
	const container = containerOf(engine, parameter('id'));
	if (!isAlive(container)) throw new ApiError(409, `container ${container.id} is not running`);
	if (container.state === 'paused')
		throw new ApiError(
			409,
			`container ${container.id} is paused, unpause the container before attach`,
		);
	const isTty = container.spec.tty === true;
	const type = isTty || !isAtLeast(apiVersion, '1.42') ? rawType : multiplexedType;
	upgrade?.connection.write(switchingHead(engine, type));
	const sink = upgrade ? reply.raw(upgrade.connection) : reply.untilClose(type);
	upgrade?.connection.on('data', (bytes: Buffer) => {
		if (isTty && query.flag('stdin')) sink.write(bytes.toString().replaceAll('\r', '\r\n'));
	});
	upgrade?.connection.on('end', () => sink.end());
	upgrade?.connection.resume();
	const after = toNanos(engine.world.nowMillis);
	await follow(
		engine.world,
		container,
		{after, until: undefined},
		sink,
		writerOf(container, query, sink),
	);
	sink.end();
};

/** `POST /containers/{id}/resize` */
export const resizeContainer: Handler = (engine, {reply}, parameter) => {
	const container = containerOf(engine, parameter('id'));
	if (!isAlive(container)) throw new ApiError(409, `container ${container.id} is not running`);
	reply.empty(200);
};
