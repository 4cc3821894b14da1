import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {EngineError} from '../../model/engine-error.ts';
import {withDeadline} from '../deadline.ts';
import type {SshEndpoint} from '../endpoint.ts';
import {nodeFiles} from '../node-files.ts';
import {untilAborted, wait} from '../wait.ts';
import {isRefusal, refusalError, unexplainedRefusal} from './refusal.ts';
import {plainPath} from './ssh-address.ts';
import {isTooOldForForeground, tunnelArguments} from './ssh-arguments.ts';
import {endError} from './ssh-errors.ts';
import {type SshProcess, startSsh} from './ssh-process.ts';

/** A socket of this machine that leads to one of another, over one connection of ssh. */
export interface Tunnel {
	readonly socketPath: string;
	isUp(): boolean;
	/**
	 * Asked after a connection through it broke; undefined when that was not the tunnel's doing. Why one
	 * was refused has to be looked at over there: who has no patience for that hears that it was.
	 */
	whyBroken(patience?: AbortSignal): Promise<EngineError | undefined>;
	/** What was said before is of no interest any more. */
	forget(): void;
	close(): void;
}

/** Name resolution, connection, login and whatever the user's configuration puts in between. */
const openMillis = 30_000;
const pollMillis = 20;
/** The kernel closes the connections of an ssh that dies a moment before anybody hears of its end. */
const endMillis = 300;
/** So long a refusal is taken to have the reason that was found out. */
const verdictMillis = 60_000;

const socketName = 'engine.sock';
/** Of the path of a socket, in bytes, on the system that allows for the least. */
const longestPath = 103;

/** Resolves when connections are accepted; whether the engine is there shows only when one is used. */
export const openTunnel = async (
	endpoint: SshEndpoint,
	signal: AbortSignal,
	isOld = false,
): Promise<Tunnel> => {
	const folder = makeFolder();
	const socketPath = join(folder, socketName);
	const ssh = startSsh(folder, tunnelArguments(endpoint.transport.address, socketPath, {isOld}));
	const deadline = {signal, millis: openMillis, what: `ssh to ${endpoint.url}`};
	try {
		await withDeadline(deadline, inner => untilAccepting(ssh, socketPath, inner));
	} catch (error) {
		ssh.stop();
		throw error;
	}
	if (!ssh.hasEnded()) return createTunnel(endpoint, ssh, socketPath);
	if (!isOld && isTooOldForForeground(ssh.said())) return openTunnel(endpoint, signal, true);
	throw await reasonOfEnd(endpoint, ssh);
};

const untilAccepting = async (
	ssh: SshProcess,
	socketPath: string,
	signal: AbortSignal,
): Promise<void> => {
	while (!ssh.hasEnded() && !signal.aborted) {
		if (await nodeFiles.accepts(socketPath)) return;
		await wait(pollMillis, signal);
	}
};

const createTunnel = (endpoint: SshEndpoint, ssh: SshProcess, socketPath: string): Tunnel => {
	let mark = 0;
	let isClosed = false;
	let verdict: {readonly error: Promise<EngineError>; readonly atMillis: number} | undefined;
	const close = (): void => {
		isClosed = true;
		ssh.stop();
	};
	const explainRefusal = async (patience: AbortSignal | undefined): Promise<EngineError> => {
		const now = performance.now();
		// New groups of the user and new settings of the server show only in a new connection.
		if (verdict && now - verdict.atMillis > verdictMillis) {
			close();
			verdict = undefined;
		}
		verdict ??= {error: refusalError(endpoint, ssh.said(mark)), atMillis: now};
		if (patience === undefined) return await verdict.error;
		return await Promise.race([
			verdict.error,
			untilAborted(patience).then(() => unexplainedRefusal(endpoint)),
		]);
	};
	return {
		socketPath,
		isUp: () => !isClosed && !ssh.hasEnded(),
		async whyBroken(patience) {
			// What ssh has to say of a refused connection it said before it closed it.
			await new Promise(setImmediate);
			if (!ssh.hasEnded() && isRefusal(ssh.said(mark))) return await explainRefusal(patience);
			const over = new AbortController();
			await Promise.race([ssh.ended, wait(endMillis, over.signal)]);
			over.abort();
			return ssh.hasEnded() ? await reasonOfEnd(endpoint, ssh) : undefined;
		},
		forget() {
			mark = ssh.mark();
		},
		close,
	};
};

const reasonOfEnd = async (
	{url, transport: {address}}: SshEndpoint,
	ssh: SshProcess,
): Promise<EngineError> => {
	const hasAgent = Boolean(process.env['SSH_AUTH_SOCK']);
	return endError({url, address, code: await ssh.ended, said: ssh.said(), hasAgent});
};

/** Only its owner may enter it: whoever reaches the socket is root on the other machine. */
const makeFolder = (): string => {
	const parent = tmpdir();
	const prefix = join(parent, 'dockmon-ssh-');
	const path = join(`${prefix}123456`, socketName);
	if (!plainPath.test(path) || path.length > longestPath)
		throw badFolder(`${parent} is too long a path for a socket, or has odd characters`);
	try {
		return mkdtempSync(prefix);
	} catch (error) {
		throw badFolder(error instanceof Error ? error.message : String(error));
	}
};

const badFolder = (reason: string): EngineError =>
	new EngineError('invalid', `No folder for the socket of ssh can be made: ${reason}`, {
		hint: 'Let TMPDIR name another one.',
	});
