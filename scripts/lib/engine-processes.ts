import {readlinkSync, realpathSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {listProcFolder, readProcesses, readProcFile} from './proc.ts';

/** Inodes of the sockets that listen at a path, of `/proc/net/unix`. */
export const listeningInodes = (
	table: string,
	isWanted: (socketPath: string) => boolean,
): readonly string[] =>
	table.split('\n').flatMap(line => {
		const [, , , flags, , , inode, path] = line.trim().split(/\s+/u);
		// The flag that Linux sets on sockets that accept connections.
		const isListening = flags === '00010000';
		return isListening && inode !== undefined && path !== undefined && isWanted(path)
			? [inode]
			: [];
	});

/** Where a shim reports to, and for which container; undefined when the command line is none of a shim. */
export const parseShim = (
	commandLine: string,
): {readonly containerId: string; readonly address: string} | undefined => {
	const [file = '', ...args] = commandLine.split('\0');
	const after = (flag: string): string | undefined =>
		args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
	const [containerId, address] = [after('-id'), after('-address')];
	if (!/\/?containerd-shim[\w-]*$/u.test(file)) return undefined;
	return containerId === undefined || address === undefined ? undefined : {containerId, address};
};

/** The same file under two names, as `/var/run` and `/run` are. */
const real = (socketPath: string): string => {
	try {
		return join(realpathSync(dirname(socketPath)), socketPath.slice(dirname(socketPath).length));
	} catch {
		// Sockets of other mount namespaces have folders that do not exist here.
		return socketPath;
	}
};

const holds = (pid: number, inode: string): boolean =>
	listProcFolder(`${pid}/fd`).some(descriptor => {
		try {
			return readlinkSync(`/proc/${pid}/fd/${descriptor}`) === `socket:[${inode}]`;
		} catch {
			// Closed since it was listed.
			return false;
		}
	});

/** The process that listens at a socket; systemd, which may hold it as well, is not meant. */
const listenerOf = (socketPath: string): number | undefined => {
	const wanted = real(socketPath);
	const inodes = listeningInodes(readProcFile('net/unix') ?? '', path => real(path) === wanted);
	return readProcesses().find(
		({pid, name}) => name !== 'systemd' && inodes.some(inode => holds(pid, inode)),
	)?.pid;
};

/**
 * The daemon that listens at a socket, the shims of these containers, and the containerd that they
 * report to. Undefined where the daemon is not among the processes of this machine or may not be seen.
 */
export const findEngineProcesses = (
	socketPath: string,
	containerIds: readonly string[],
): readonly number[] | undefined => {
	const daemon = listenerOf(socketPath);
	if (daemon === undefined) return undefined;
	const wanted = new Set(containerIds);
	const shims = readProcesses()
		.map(({pid}) => ({pid, shim: parseShim(readProcFile(`${pid}/cmdline`) ?? '')}))
		.filter(({shim}) => shim !== undefined && wanted.has(shim.containerId));
	const address = shims[0]?.shim?.address;
	const containerd = address === undefined ? undefined : listenerOf(address);
	return [
		daemon,
		...(containerd === undefined || containerd === daemon ? [] : [containerd]),
		...shims.map(({pid}) => pid),
	];
};
