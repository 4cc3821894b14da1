import {open, readFile} from 'node:fs/promises';
import {endianness, networkInterfaces} from 'node:os';
import {
	type ClientConnection,
	type ClientsFound,
	connectionsIn,
	lasting,
} from '../../../model/act/clients.ts';
import {parseTcpTable, type TcpSocket} from '../../../model/act/tcp-table.ts';
import {wait} from '../../wait.ts';
import {isSystemError} from './kernel-file.ts';
import {parseMembership} from './membership.ts';
import {type FoundContainer, findContainers} from './search.ts';

/** Whoever stays so long is connected; who asks and goes is not. */
const lastingMillis = 200;
/** For all of it: a question is on the screen, and somebody is about to answer. */
const deadlineMillis = 1500;
/** Of one table: some 7,000 sockets. */
const mostBytes = 1024 * 1024;

interface Tables {
	readonly connections: ReadonlyMap<string, ClientConnection>;
	readonly isWhole: boolean;
}

/**
 * Who is connected to these containers, as the kernel of this machine tells; those that are not found
 * here, or not read in time, are missing. By id. Asks no engine, and never rejects.
 */
export const readClients = async (
	ids: ReadonlySet<string>,
	signal: AbortSignal,
	{procFolder = '/proc', pauseMillis = lastingMillis} = {},
): Promise<ReadonlyMap<string, ClientsFound>> => {
	const inTime = AbortSignal.any([signal, AbortSignal.timeout(deadlineMillis)]);
	const found = await findContainers(ids, procFolder);
	const before = await readAll(found, procFolder, inTime);
	if (before.size === 0) return new Map();
	await wait(pauseMillis, inTime);
	const after = await readAll(found, procFolder, inTime);
	return new Map(
		[...after].flatMap(([id, {connections, isWhole}]) => {
			const first = before.get(id);
			if (first === undefined) return [];
			const both = lasting(first.connections, connections);
			return [[id, {connections: both, isWhole: isWhole && first.isWhole}] as const];
		}),
	);
};

const readAll = async (
	found: ReadonlyMap<string, FoundContainer>,
	procFolder: string,
	signal: AbortSignal,
): Promise<ReadonlyMap<string, Tables>> => {
	const hosts = hostAddresses();
	const read = new Map<string, Tables>();
	for (const [id, container] of found) {
		if (signal.aborted) break;
		const tables = await readTables(container, procFolder, hosts);
		if (tables !== undefined) read.set(id, tables);
	}
	return read;
};

/** Undefined where it has ended, or may not be looked at. */
const readTables = async (
	{pid, containerId}: FoundContainer,
	procFolder: string,
	hosts: ReadonlySet<string>,
): Promise<Tables | undefined> => {
	const folder = `${procFolder}/${pid}`;
	try {
		const four = await readTable(`${folder}/net/tcp`);
		// A machine may have no version 6.
		const six = await readTable(`${folder}/net/tcp6`).catch(nothing);
		// The number of a process that has ended is given to another one.
		const membership = parseMembership(await readFile(`${folder}/cgroup`, 'latin1'));
		if (membership?.containerId !== containerId) return undefined;
		return {
			connections: connectionsIn([...four.sockets, ...six.sockets], hosts),
			isWhole: four.isWhole && six.isWhole,
		};
	} catch (error) {
		if (isSystemError(error)) return undefined;
		throw error;
	}
};

interface Table {
	readonly sockets: readonly TcpSocket[];
	readonly isWhole: boolean;
}

const nothing = (error: unknown): Table => {
	if (isSystemError(error)) return {sockets: [], isWhole: true};
	throw error;
};

/** The kernel writes it while it is read, a page at a time, and does not say how long it will be. */
const readTable = async (path: string): Promise<Table> => {
	const file = await open(path, 'r');
	try {
		const buffer = Buffer.alloc(64 * 1024);
		const pieces: string[] = [];
		for (let bytes = 0; bytes < mostBytes; ) {
			const {bytesRead} = await file.read(buffer, 0, buffer.length, null);
			if (bytesRead === 0)
				return {sockets: parseTcpTable(pieces.join(''), endianness()), isWhole: true};
			bytes += bytesRead;
			pieces.push(buffer.toString('latin1', 0, bytesRead));
		}
		return {sockets: parseTcpTable(pieces.join(''), endianness()), isWhole: false};
	} finally {
		await file.close();
	}
};

/** Of its bridges too, from which what is published on it comes to a container. */
const hostAddresses = (): ReadonlySet<string> =>
	new Set(
		Object.values(networkInterfaces()).flatMap(each => (each ?? []).map(({address}) => address)),
	);
