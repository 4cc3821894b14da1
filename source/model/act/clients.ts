import {type Container, isUp} from '../container.ts';
import {hasTraffic, qualifiedName} from '../container-facts.ts';
import {listed} from '../listed.ts';
import type {TcpSocket} from './tcp-table.ts';

/** A connection that somebody has to a container. */
export interface ClientConnection {
	/** Of the one who connected, as the container sees it. */
	readonly address: string;
	/** It is one of this machine: a program here, or the proxy of a published port. */
	readonly isHost: boolean;
}

/** Who is connected to one container. */
export interface ClientsFound {
	readonly connections: readonly ClientConnection[];
	/** False where there are more than were read. */
	readonly isWhole: boolean;
}

/**
 * Connections from elsewhere to ports that somebody in there listens on, by what tells one from another.
 * Those within the container do not count: over the loopback, as most health probes do, or to an address
 * of its own. `hosts`: addresses of this machine.
 */
export const connectionsIn = (
	sockets: readonly TcpSocket[],
	hosts: ReadonlySet<string>,
): ReadonlyMap<string, ClientConnection> => {
	const ports = new Set(
		sockets.filter(({isListening}) => isListening).map(({localPort}) => localPort),
	);
	const found = new Map<string, ClientConnection>();
	for (const {isListening, localAddress, localPort, peerAddress, peerPort} of sockets) {
		if (isListening || !ports.has(localPort)) continue;
		if (isLoopback(peerAddress) || peerAddress === localAddress) continue;
		found.set(`${localAddress} ${localPort} ${peerAddress} ${peerPort}`, {
			...{address: peerAddress, isHost: hosts.has(peerAddress)},
		});
	}
	return found;
};

const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';

/** Those that were there twice: who asks and is gone, as a health probe from elsewhere, is no client. */
export const lasting = (
	before: ReadonlyMap<string, ClientConnection>,
	after: ReadonlyMap<string, ClientConnection>,
): readonly ClientConnection[] =>
	[...after].flatMap(([key, connection]) => (before.has(key) ? [connection] : []));

/** Those of them that somebody may be connected to, over a network that is not the whole machine's. */
export const mayHaveClients = (
	containers: readonly Container[],
	all: Iterable<Container>,
): readonly Container[] => {
	const up = containers.filter(isUp);
	if (up.length === 0) return up;
	const others = up.some(({networkMode = ''}) => networkMode.startsWith('container:'))
		? [...all]
		: up;
	return up.filter(container => hasTraffic(container, others));
};

/**
 * `3 clients are connected to it now: 2 from shop/proxy and 1 from 10.0.0.7.`, undefined where nobody
 * knows. A client is a connection. Connections between `containers`, to which it is all done, are not
 * counted. `found`: by the id of the container.
 */
export const sayClients = (
	containers: readonly Container[],
	all: Iterable<Container>,
	found: ReadonlyMap<string, ClientsFound>,
): string | undefined => {
	const known = containers.flatMap(({ref}) => found.get(ref.id) ?? []);
	if (known.length === 0) return undefined;
	const names = namesByAddress(all);
	const own = new Set(
		containers.flatMap(({networks}) => networks.flatMap(({ipAddress}) => ipAddress || [])),
	);
	const counts = new Map<string, number>();
	for (const {address, isHost} of known.flatMap(({connections}) => connections)) {
		if (own.has(address)) continue;
		const name = isHost ? 'this machine' : (names.get(address) ?? address);
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const isAll = known.length === containers.length && known.every(({isWhole}) => isWhole);
	return sentence(counts, {isAll, to: containers.length === 1 ? 'it' : 'them'});
};

/** Said in its place, so that who asked is not left waiting. */
export const clientsUnknown = 'Who is connected cannot be told from here.';

const mostNamed = 3;

const sentence = (
	counts: ReadonlyMap<string, number>,
	{isAll, to}: {readonly isAll: boolean; readonly to: string},
): string => {
	const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
	if (total === 0)
		return `No client ${isAll ? '' : 'that could be seen '}is connected to ${to} now.`;
	const clients = total === 1 ? '1 client is' : `${total} clients are`;
	const start = `${isAll ? '' : 'At least '}${clients} connected to ${to} now`;
	const [only, another] = [...counts.keys()];
	if (only !== undefined && another === undefined) return `${start}, from ${only}.`;
	const most = [...counts].toSorted(([, one], [, other]) => other - one);
	const parts = most.map(([name, count]) => `${count} from ${name}`);
	return `${start}: ${listed(parts, mostNamed)}.`;
};

/** What has stopped has given its address back. */
const namesByAddress = (all: Iterable<Container>): ReadonlyMap<string, string> => {
	const names = new Map<string, string>();
	for (const container of all) {
		if (!isUp(container)) continue;
		for (const {ipAddress} of container.networks)
			if (ipAddress) names.set(ipAddress, qualifiedName(container));
	}
	return names;
};
