import {EngineError} from '../../model/engine-error.ts';
import type {Endpoint} from '../endpoint.ts';
import {readSocketFile} from './socket-file.ts';

export interface SocketWatch {
	/** To be called when a connection begins: from then on another socket is another engine. */
	begin(): Promise<void>;
	look(): Promise<void>;
}

/**
 * An engine that is stopping takes its socket away at once, while old connections may be served for
 * as long as its containers need to stop. So the file tells first.
 */
export const createSocketWatch = ({transport, url}: Endpoint): SocketWatch => {
	let identity: string | undefined;

	const requireSocket = async (path: string): Promise<void> => {
		if (identity === undefined) return;
		const file = await readSocketFile(path);
		if (file === undefined)
			throw new EngineError('unreachable', `The engine at ${url} is stopping: its socket is gone`, {
				brief: 'the engine is stopping',
				hint: 'dockmon goes on when it is back.',
			});
		if (file.identity !== identity)
			throw new EngineError('unreachable', `There is a new socket at ${url}`, {
				brief: 'the socket was replaced',
				hint: 'dockmon connects to the new one.',
			});
	};

	return {
		async begin() {
			const file =
				transport.kind === 'unix' ? await readSocketFile(transport.socketPath) : undefined;
			identity = file?.identity;
		},
		async look() {
			if (transport.kind === 'unix') await requireSocket(transport.socketPath);
		},
	};
};

/**
 * Why nobody answers at a socket that is there: mounted as a file into a container, it stays what it
 * was when the engine makes a new one. The error itself where that is not so.
 */
export const orReplaced = async (error: unknown, {transport, url}: Endpoint): Promise<unknown> => {
	if (transport.kind !== 'unix' || !(error instanceof EngineError)) return error;
	if (error.kind !== 'unreachable') return error;
	const file = await readSocketFile(transport.socketPath);
	if (file === undefined || file.isLinked) return error;
	return new EngineError(
		'unreachable',
		`The socket at ${url} was replaced: the engine made a new one, which cannot be seen from here`,
		{
			brief: 'the socket was replaced',
			hint: 'Mount the folder of the socket instead of the socket (-v /var/run:/var/run), or start this container again.',
			cause: error,
		},
	);
};
