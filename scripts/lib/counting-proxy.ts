/** Stands between a program and an engine, passes everything on as it comes, and counts requests. */
import {Agent, createServer, type IncomingMessage, request, type ServerResponse} from 'node:http';
import {connect} from 'node:net';
import type {Duplex} from 'node:stream';

export interface CountingProxy {
	/** Requests that began since the proxy did, by what `requestName` makes of them. */
	counts(): ReadonlyMap<string, number>;
	/** Those whose answer has not ended, such as streams. */
	openRequests(): readonly string[];
	close(): Promise<void>;
}

/** `GET /containers/{id}/stats` of `GET /v1.41/containers/4f…/stats?stream=1`. */
export const requestName = (method: string, url: string): string => {
	const [path = ''] = url.split('?');
	const plain = path
		.replace(/^\/v\d+\.\d+(?=\/)/u, '')
		.replace(/(?<=\/)[0-9a-f]{12,64}(?=\/|$)/gu, '{id}');
	return `${method} ${plain}`;
};

/** How many more there are of each than before; what did not grow is left out. */
export const countsSince = (
	before: ReadonlyMap<string, number>,
	after: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> =>
	new Map(
		[...after]
			.map(([name, count]): [string, number] => [name, count - (before.get(name) ?? 0)])
			.filter(([, count]) => count > 0)
			.toSorted(([, a], [, b]) => b - a),
	);

/** As haproxy says it, which is what proxies in front of a socket usually are. */
const forbidden = `<html><body><h1>403 Forbidden</h1>
Request forbidden by administrative rules.
</body></html>
`;

export const startCountingProxy = async (
	listenPath: string,
	enginePath: string,
	/** Requests that are answered with 403 and go no further, by what `requestName` makes of them. */
	isForbidden: (name: string) => boolean = () => false,
): Promise<CountingProxy> => {
	const counts = new Map<string, number>();
	const open = new Set<{readonly name: string}>();
	const sockets = new Set<Duplex>();
	const agent = new Agent({keepAlive: true});

	const count = (incoming: IncomingMessage): {readonly name: string} => {
		const entry = {name: requestName(incoming.method ?? '', incoming.url ?? '')};
		counts.set(entry.name, (counts.get(entry.name) ?? 0) + 1);
		open.add(entry);
		return entry;
	};

	const pass = (incoming: IncomingMessage, answer: ServerResponse): void => {
		const entry = count(incoming);
		const {method = '', url, headers} = incoming;
		if (isForbidden(entry.name)) {
			open.delete(entry);
			incoming.resume();
			answer.writeHead(403, {'content-type': 'text/html'}).end(forbidden);
			return;
		}
		const outgoing = request({socketPath: enginePath, path: url, method, headers, agent});
		outgoing.on('response', response => {
			answer.writeHead(response.statusCode ?? 502, response.statusMessage, response.rawHeaders);
			// A stream that is silent has told its headers nevertheless.
			answer.flushHeaders();
			response.pipe(answer);
			response.on('error', () => answer.destroy());
		});
		// Whoever waits sees the connection break, as it broke here.
		outgoing.on('error', () => answer.destroy());
		answer.on('close', () => {
			open.delete(entry);
			if (!answer.writableFinished) outgoing.destroy();
		});
		incoming.pipe(outgoing);
	};

	/** What follows is no HTTP, unless the engine refuses; so the bytes are passed on as they are. */
	const upgrade = (incoming: IncomingMessage, socket: Duplex, head: Buffer): void => {
		const entry = count(incoming);
		if (isForbidden(entry.name)) {
			open.delete(entry);
			socket.end(`HTTP/1.1 403 Forbidden\r\ncontent-type: text/html\r\n\r\n${forbidden}`);
			return;
		}
		const upstream = connect({path: enginePath, allowHalfOpen: true});
		upstream.write(headOf(incoming));
		upstream.write(head);
		socket.pipe(upstream).pipe(socket);
		const end = (): void => {
			open.delete(entry);
			upstream.destroy();
			socket.destroy();
		};
		for (const side of [upstream, socket]) side.on('error', end).on('close', end);
	};

	// No limits of time: a stream of events may be silent for days.
	const server = createServer({requestTimeout: 0, keepAliveTimeout: 0}, pass);
	server.on('upgrade', upgrade);
	server.on('connection', socket => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve, reject) => {
		server.on('error', reject);
		server.listen(listenPath, resolve);
	});

	return {
		counts: () => new Map(counts),
		openRequests: () => [...open].map(({name}) => name),
		async close() {
			const closed = new Promise(resolve => server.close(resolve));
			for (const socket of sockets) socket.destroy();
			agent.destroy();
			await closed;
		},
	};
};

/** A request as it came, up to its body. */
const headOf = ({method, url, rawHeaders}: IncomingMessage): string => {
	const lines = rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`));
	return `${method} ${url} HTTP/1.1\r\n${lines.join('')}\r\n`;
};
