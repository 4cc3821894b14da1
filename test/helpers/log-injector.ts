import {once} from 'node:events';
import {createServer, request, type ServerResponse} from 'node:http';
import {onTestFinished} from 'vitest';
import {frame} from './frames.ts';

/** As the engine says whether a container has a terminal. */
export type LogForm = 'multiplexed' | 'raw';

type Stream = 'stdout' | 'stderr';

/** An engine whose containers all write what a test says, to whoever reads last. */
export interface LogInjector {
	/** One entry of the log, stamped; nothing is put at its end. */
	entry(stream: Stream, text: string | Uint8Array): void;
	/** Resolves when the reader has taken all that was written. */
	drained(): Promise<void>;
}

const contentTypes: Readonly<Record<LogForm, string>> = {
	multiplexed: 'application/vnd.docker.multiplexed-stream',
	raw: 'application/vnd.docker.raw-stream',
};

const isLogs = (url: string): boolean => /^(?:\/v[\d.]+)?\/containers\/\w+\/logs\?/.test(url);

/** Listens on a socket; all but logs is answered by the engine at the other. Closed after the test. */
export const injectLogs = async (
	listenPath: string,
	enginePath: string,
	form: LogForm,
): Promise<LogInjector> => {
	let reader: ServerResponse | undefined;
	let entries = 0;
	const server = createServer((incoming, answer) => {
		const {url = '', method, headers} = incoming;
		if (isLogs(url)) {
			answer.writeHead(200, {'content-type': contentTypes[form]});
			answer.flushHeaders();
			reader = answer;
			return;
		}
		const outgoing = request({socketPath: enginePath, path: url, method, headers}, response => {
			answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
			answer.flushHeaders();
			response.on('error', () => answer.destroy());
			response.pipe(answer);
		});
		outgoing.on('error', () => answer.destroy());
		answer.on('close', () => outgoing.destroy());
		incoming.pipe(outgoing);
	});
	server.listen(listenPath);
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return {
		entry(stream, text) {
			// The digits before the Z are the number of the entry, so that no two are of one instant.
			const stamp = `${new Date().toISOString().slice(0, 19)}.${String(entries++ % 1e9).padStart(9, '0')}Z`;
			const bytes = Buffer.concat([Buffer.from(`${stamp} `), Buffer.from(text)]);
			reader?.write(form === 'raw' ? bytes : frame(stream === 'stdout' ? 1 : 2, bytes));
		},
		async drained() {
			if (reader?.writableNeedDrain) await once(reader, 'drain');
		},
	};
};
