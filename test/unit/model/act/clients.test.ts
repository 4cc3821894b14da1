import {describe, expect, test} from 'vitest';
import {
	type ClientConnection,
	type ClientsFound,
	connectionsIn,
	lasting,
	mayHaveClients,
	sayClients,
} from '../../../../source/model/act/clients.ts';
import type {TcpSocket} from '../../../../source/model/act/tcp-table.ts';
import type {Container} from '../../../../source/model/container.ts';
import {aContainer, exited, ofProject, refOf} from '../../../helpers/builders.ts';

const own = '172.19.0.3';

const listens = (localPort: number, localAddress = '0.0.0.0'): TcpSocket => ({
	...{isListening: true, localAddress, localPort, peerAddress: '0.0.0.0', peerPort: 0},
});

const comes = (peerAddress: string, peerPort: number, localPort = 80): TcpSocket => ({
	...{isListening: false, localAddress: own, localPort, peerAddress, peerPort},
});

const addresses = (
	sockets: readonly TcpSocket[],
	hosts: readonly string[] = [],
): readonly string[] =>
	[...connectionsIn(sockets, new Set(hosts)).values()].map(
		({address, isHost}) => `${address}${isHost ? ' (host)' : ''}`,
	);

describe('connections to a container', () => {
	test('count where somebody in there listens, each of them', () => {
		const sockets = [listens(80), comes('172.19.0.7', 40001), comes('172.19.0.7', 40002)];
		expect(addresses(sockets)).toEqual(['172.19.0.7', '172.19.0.7']);
	});

	test('do not where it is the one that connected', () => {
		expect(addresses([listens(80), comes('172.19.0.2', 6379, 36_396)])).toEqual([]);
	});

	test('do not where they come from within: over the loopback, or to an address of its own', () => {
		const local = (address: string): TcpSocket => ({
			...comes(address, 40_000),
			localAddress: address,
		});
		expect(addresses([listens(80), local('127.0.0.1'), local('::1'), local(own)])).toEqual([]);
	});

	test('from addresses of this machine are told as such', () => {
		const sockets = [listens(80), comes('172.19.0.1', 50_000), comes('203.0.113.9', 50_001)];
		expect(addresses(sockets, ['172.19.0.1'])).toEqual(['172.19.0.1 (host)', '203.0.113.9']);
	});

	test('last where they were there before too: a probe that asks and goes is no client', () => {
		const before = connectionsIn([listens(80), comes('10.0.0.1', 1), comes('10.0.0.2', 2)], none);
		const after = connectionsIn([listens(80), comes('10.0.0.1', 1), comes('10.0.0.2', 3)], none);
		expect(lasting(before, after).map(({address}) => address)).toEqual(['10.0.0.1']);
	});
});

const none: ReadonlySet<string> = new Set();

const at = (address: string, name: string): Container =>
	ofProject('shop', name, {networks: [{name: 'shop_default', ipAddress: address}]});

const api = at('172.19.0.3', 'api');
const db = at('172.19.0.2', 'db');
const proxy = at('172.19.0.7', 'proxy');
const world = [api, db, proxy, {...at('172.19.0.9', 'gone'), ...exited()}];

const from = (...those: readonly string[]): ClientsFound => ({
	isWhole: true,
	connections: those.map((address): ClientConnection => ({address, isHost: address === 'host'})),
});

const says = (
	containers: readonly Container[],
	found: Readonly<Record<string, ClientsFound>>,
): string | undefined =>
	sayClients(
		containers,
		world,
		new Map(Object.entries(found).map(([name, each]) => [refOf(`shop-${name}-1`).id, each])),
	);

describe('said of one', () => {
	test.each([
		[[], 'No client is connected to it now.'],
		[['172.19.0.7'], '1 client is connected to it now, from shop/proxy.'],
		[['10.0.0.7', '10.0.0.7'], '2 clients are connected to it now, from 10.0.0.7.'],
		[
			['10.0.0.7', '172.19.0.7', '172.19.0.7', 'host'],
			'4 clients are connected to it now: 2 from shop/proxy, 1 from 10.0.0.7 and 1 from this machine.',
		],
		[
			['a', 'b', 'c', 'd', 'e', 'e'],
			'6 clients are connected to it now: 2 from e, 1 from a, 1 from b and 2 more.',
		],
		// Its address was given back.
		[['172.19.0.9'], '1 client is connected to it now, from 172.19.0.9.'],
	])('%j', (addresses, sentence) => {
		expect(says([api], {api: from(...addresses)})).toBe(sentence);
	});

	test('nothing where nobody knows', () => {
		expect(says([api], {})).toBeUndefined();
	});

	test('that there may be more, where not all was read', () => {
		const cut = {...from('10.0.0.7'), isWhole: false};
		expect(says([api], {api: cut})).toBe(
			'At least 1 client is connected to it now, from 10.0.0.7.',
		);
	});
});

describe('said of several', () => {
	test('those between them are left out', () => {
		const found = {
			api: from('172.19.0.7'),
			db: from('172.19.0.3', '172.19.0.3'),
			proxy: from('host'),
		};
		expect(says([api, db, proxy], found)).toBe(
			'1 client is connected to them now, from this machine.',
		);
		expect(says([api, db], found)).toBe('1 client is connected to them now, from shop/proxy.');
	});

	test('and that some of them could not be seen', () => {
		expect(says([api, db], {api: from()})).toBe(
			'No client that could be seen is connected to them now.',
		);
		expect(says([api, db], {api: from('host', 'host')})).toBe(
			'At least 2 clients are connected to them now, from this machine.',
		);
	});
});

test('only who runs, and has a network that is not the whole machine’s, is looked at', () => {
	const others = [
		aContainer('monitor', {networks: [{name: 'host'}], networkMode: 'host'}),
		aContainer('alone', {networks: [{name: 'none'}], networkMode: 'none'}),
		aContainer('sidecar', {networkMode: `container:${api.ref.id}`}),
		{...at('172.19.0.8', 'job'), ...exited()},
	];
	const all = [...world, ...others];
	expect(mayHaveClients(all, all).map(({name}) => name)).toEqual([
		...['shop-api-1', 'shop-db-1', 'shop-proxy-1', 'sidecar'],
	]);
});
