import {connect, createServer, type Socket} from 'node:net';

/** What `silence` makes of an engine: it accepts every connection and answers nothing on any. */
export interface SilentProxy {
	/** Until `speak`: what was sent meanwhile is then passed on. */
	silence(): void;
	speak(): void;
	close(): Promise<void>;
}

interface Pair {
	readonly client: Socket;
	/** Undefined for one that was accepted in silence. */
	engine: Socket | undefined;
}

/** Passes every byte on between a program and an engine, until it is told not to. */
export const startSilentProxy = async (
	listenPath: string,
	enginePath: string,
): Promise<SilentProxy> => {
	const pairs = new Set<Pair>();
	let isSilent = false;

	const join = (pair: Pair): void => {
		const {client} = pair;
		const engine = connect({path: enginePath, allowHalfOpen: true});
		pair.engine = engine;
		engine.on('error', () => client.destroy()).on('close', () => client.destroy());
		client.pipe(engine).pipe(client);
	};

	const server = createServer({allowHalfOpen: true}, client => {
		const pair: Pair = {client, engine: undefined};
		pairs.add(pair);
		client.on('error', () => client.destroy());
		client.on('close', () => {
			pairs.delete(pair);
			pair.engine?.destroy();
		});
		if (!isSilent) join(pair);
	});
	await new Promise<void>((resolve, reject) => {
		server.on('error', reject);
		server.listen(listenPath, resolve);
	});

	return {
		silence() {
			isSilent = true;
			for (const {client, engine} of pairs) {
				client.unpipe(engine);
				engine?.unpipe(client);
			}
		},
		speak() {
			isSilent = false;
			for (const pair of pairs) {
				const {client, engine} = pair;
				if (engine === undefined) join(pair);
				else client.pipe(engine).pipe(client);
			}
		},
		async close() {
			const closed = new Promise(resolve => server.close(resolve));
			for (const {client} of pairs) client.destroy();
			await closed;
		},
	};
};
