import {connect, createServer, type Socket} from 'node:net';
import {afterTest} from './after-test.ts';
import {temporarySocket} from './demo-engine.ts';

export interface CuttingProxy {
	readonly socketPath: string;
	/** Breaks the connections over which such a request was sent last; tells how many. */
	cut(request: RegExp): number;
	/** From now on breaks a connection when the engine answers such a request: it was done, and nobody hears of it. */
	swallow(request: RegExp): void;
}

/** Stands between a test and an engine, passes on every byte, and breaks connections when told to. */
export const cuttingProxy = async (enginePath: string): Promise<CuttingProxy> => {
	const socketPath = await temporarySocket();
	/** With the first line of the latest request. */
	const open = new Map<Socket, string>();
	let swallowed: RegExp | undefined;
	const server = createServer(client => {
		const engine = connect(enginePath);
		open.set(client, '');
		client.on('data', bytes => {
			const [line = ''] = bytes.toString('latin1').split('\r\n', 1);
			if (/^[A-Z]+ \//.test(line)) open.set(client, line);
		});
		client.pipe(engine);
		engine.on('data', bytes => {
			if (swallowed?.test(open.get(client) ?? '')) client.destroy();
			else client.write(bytes);
		});
		engine.once('end', () => client.end());
		const end = (): void => {
			open.delete(client);
			client.destroy();
			engine.destroy();
		};
		for (const side of [client, engine]) side.on('error', end).on('close', end);
	});
	await new Promise<void>(resolve => server.listen(socketPath, resolve));
	afterTest(() => {
		for (const client of open.keys()) client.destroy();
		server.close();
	});
	return {
		socketPath,
		swallow(request) {
			swallowed = request;
		},
		cut(request) {
			const hit = [...open].filter(([, line]) => request.test(line));
			for (const [client] of hit) client.destroy();
			return hit.length;
		},
	};
};
