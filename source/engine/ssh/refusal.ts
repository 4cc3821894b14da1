import {EngineError} from '../../model/engine-error.ts';
import type {SshEndpoint} from '../endpoint.ts';
import type {SshAddress} from './ssh-address.ts';
import {commandArguments} from './ssh-arguments.ts';
import {startSsh} from './ssh-process.ts';

/** ssh says that the other side did not make a connection, in words that do not tell why. */
export const isRefusal = (said: string): boolean => /channel \d+: open failed: /.test(said);

const checkMillis = 10_000;

/**
 * Why the other machine refuses connections to the engine's socket. sshd gives one answer for all
 * reasons, so that a second login looks at the socket.
 */
export const refusalError = async (endpoint: SshEndpoint, said: string): Promise<EngineError> => {
	const {url, transport} = endpoint;
	const {address} = transport;
	const path = address.remoteSocket;
	const isForbidden = /open failed: (administratively prohibited|unknown channel type)/.test(said);
	const found = isForbidden ? exitListens : await lookThere(address);
	switch (found) {
		case exitMissing:
			return new EngineError('unreachable', `No engine at ${url}: there is no ${path}`, {
				hint: `Start it on that machine, or name its socket: ${exampleOf(endpoint)} for a rootless one.`,
			});
		case exitForbidden:
			return new EngineError('permission', `This login may not open ${path} at ${url}`, {
				hint: 'Join the group of the socket on that machine (`sudo usermod -aG docker NAME`), or name the socket of a rootless engine.',
			});
		case exitListens:
			return new EngineError('permission', `The ssh server of ${url} does not forward sockets`, {
				hint: 'Allow it: AllowStreamLocalForwarding in its sshd_config, and no `restrict` or `no-port-forwarding` with the key.',
			});
		default:
			return new EngineError('unreachable', `No engine answers at ${url}, socket ${path}`, {
				hint: 'Does `docker ps` work for this login on that machine? If so, its ssh server may forbid to forward sockets (AllowStreamLocalForwarding).',
			});
	}
};

/** As long as the reason is not known. */
export const unexplainedRefusal = ({url, transport}: SshEndpoint): EngineError =>
	new EngineError(
		'unreachable',
		`${url} refuses connections to ${transport.address.remoteSocket}`,
		{hint: 'dockmon looks there for the reason.', brief: 'refused over there'},
	);

const exitMissing = 41;
const exitForbidden = 42;
const exitListens = 43;

/**
 * For the shell of that machine. The path is a plain one, see `plainPath`, and means nothing to a
 * shell. Linux lists its sockets with flags, of which this one says that somebody listens.
 */
const checkOf = (path: string): string =>
	[
		`test -e ${path} || exit ${exitMissing}`,
		`test -w ${path} || exit ${exitForbidden}`,
		`grep -q " 00010000 .*${path.replace(/^.*(?=\/)/, '')}$" /proc/net/unix && exit ${exitListens}`,
	].join('; ');

/** The exit code of the check; another one where commands cannot be run there. */
const lookThere = async (address: SshAddress): Promise<number> => {
	const ssh = startSsh('', commandArguments(address, `sh -c '${checkOf(address.remoteSocket)}'`));
	const timer = setTimeout(() => ssh.stop(), checkMillis);
	try {
		return await ssh.ended;
	} finally {
		clearTimeout(timer);
	}
};

const exampleOf = ({url}: SshEndpoint): string =>
	`${/^ssh:\/\/[^/]*/.exec(url)?.[0]}/run/user/1000/docker.sock`;
