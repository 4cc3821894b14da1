import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {createServer, type SecureVersion} from 'node:tls';
import type {Certificates} from './certificates.ts';

/** Stands before an engine and lets in who has a client certificate, as `dockerd --tlsverify` does. */
export interface TlsGuard {
	readonly port: number;
	close(): Promise<void>;
}

export const startTlsGuard = async (
	socketPath: string,
	server: Certificates['server'],
	version: SecureVersion,
): Promise<TlsGuard> => {
	const open = new Set<Socket>();
	const settings = {
		...server,
		requestCert: true,
		rejectUnauthorized: true,
		minVersion: version,
		maxVersion: version,
	};
	const guard = createServer(settings, socket => {
		const behind = connect(socketPath);
		socket.pipe(behind).pipe(socket);
		for (const [side, other] of [
			[socket, behind],
			[behind, socket],
		] as const) {
			open.add(side);
			side.on('error', () => other.destroy());
			side.on('close', () => {
				other.destroy();
				open.delete(side);
			});
		}
	});
	guard.listen(0, '127.0.0.1');
	await once(guard, 'listening');
	const address = guard.address();
	if (typeof address !== 'object' || address === null) throw new Error('no port');
	return {
		port: address.port,
		async close() {
			guard.close();
			for (const side of open) side.destroy();
			await once(guard, 'close');
		},
	};
};
