import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {connect, createServer, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {frame} from './frames.ts';

/** Stands before an engine, passes on every byte, and behaves otherwise where it is told to. */
export interface EngineDouble {
	readonly url: string;
	/** From now on nothing is answered, and nothing is closed. */
	hang(): void;
	close(): Promise<void>;
}

const followsLog = /^GET \S*\/containers\/\w+\/logs\?\S*follow=(?:1|true)/;
const logHead = [
	'HTTP/1.1 200 OK',
	'Content-Type: application/vnd.docker.multiplexed-stream',
	'Connection: close',
	'\r\n',
].join('\r\n');

const floodMillis = 25;
/** 6,000 lines in a second. */
const linesAtOnce = 150;

/** Closed by its user, not after the test: many of them may run at once. */
export const engineDouble = async (
	enginePath: string,
	{floods = false}: {readonly floods?: boolean} = {},
): Promise<EngineDouble> => {
	const folder = await mkdtemp(join(tmpdir(), 'dockmon-double-'));
	const socketPath = join(folder, 'docker.sock');
	const open = new Set<Socket>();
	let hangs = false;
	const keep = (socket: Socket): Socket => {
		open.add(socket);
		return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
	};
	const server = createServer(client => {
		keep(client);
		if (hangs) return;
		const engine = keep(connect(enginePath));
		client.on('data', bytes => {
			if (hangs) return;
			if (floods && followsLog.test(bytes.toString('latin1', 0, 500))) {
				engine.destroy();
				flood(client);
			} else if (engine.writable) engine.write(bytes);
		});
		engine.on('data', bytes => {
			if (!hangs && client.writable) client.write(bytes);
		});
		client.on('close', () => engine.destroy());
		engine.on('end', () => {
			if (!hangs) client.end();
		});
	});
	server.listen(socketPath);
	await once(server, 'listening');
	return {
		url: `unix://${socketPath}`,
		hang() {
			hangs = true;
		},
		async close() {
			for (const socket of open) socket.destroy();
			server.close();
			await rm(folder, {recursive: true, force: true});
		},
	};
};

const flood = (client: Socket): void => {
	let count = 0;
	client.write(logHead);
	const timer = setInterval(() => {
		if (client.writableNeedDrain) return;
		const stamp = new Date().toISOString().slice(0, 19);
		const lines = Array.from({length: linesAtOnce}, () => {
			const nanos = String(count++ % 1e9).padStart(9, '0');
			return frame(1, Buffer.from(`${stamp}.${nanos}Z flood ${count}\n`));
		});
		client.write(Buffer.concat(lines));
	}, floodMillis);
	client.on('close', () => clearInterval(timer));
};
