import {describe, expect, test} from 'vitest';
import {mapSetup} from '../../../../source/engine/docker/map-setup.ts';

/** As Docker 20.10 told of a container of Compose, shortened. */
const told = {
	Image: 'sha256:f9c1',
	Config: {
		Hostname: '2cc186b5cf46',
		Env: ['REDIS_URL=redis://cache:6379/0', 'PATH=/usr/bin'],
		Cmd: ['gunicorn', 'api:app'],
		Entrypoint: null,
		ExposedPorts: {'8000/tcp': {}, '9000/udp': {}},
		Healthcheck: {
			Test: ['CMD', 'curl', '-f', 'http://127.0.0.1:8000/health'],
			Interval: 3_000_000_000,
			Timeout: 2_000_000_000,
			Retries: 3,
		},
		StopTimeout: 2,
	},
	HostConfig: {
		NetworkMode: 'shop_back',
		CapAdd: ['NET_ADMIN'],
		CapDrop: null,
		Privileged: false,
		PidMode: 'host',
		Tmpfs: {'/run': 'rw,size=64m'},
		PortBindings: {'8000/tcp': [{HostIp: '', HostPort: '8000'}]},
	},
	Mounts: [
		{
			Type: 'volume',
			Name: 'shop_cache-data',
			Source: '/var/lib/docker/volumes/shop_cache-data/_data',
			Destination: '/data',
			Driver: 'local',
			Mode: 'rw',
			RW: true,
			Propagation: '',
		},
		{
			Type: 'bind',
			Source: '/etc/ssl',
			Destination: '/etc/ssl',
			Mode: 'ro',
			RW: false,
			Propagation: 'rprivate',
		},
	],
	NetworkSettings: {
		Ports: {
			'8000/tcp': [
				{HostIp: '0.0.0.0', HostPort: '8000'},
				{HostIp: '::', HostPort: '8000'},
			],
			'9000/udp': null,
		},
		Networks: {
			shop_back: {
				Aliases: ['api', '2cc186b5cf46'],
				Gateway: '172.18.0.1',
				IPAddress: '172.18.0.4',
				IPPrefixLen: 16,
				GlobalIPv6Address: '',
				MacAddress: '02:42:ac:12:00:04',
				DNSNames: ['shop_api_1', 'api'],
			},
		},
	},
	State: {
		Health: {
			Status: 'healthy',
			FailingStreak: 0,
			Log: [
				{
					Start: '2026-11-26T14:11:40.006Z',
					End: '2026-11-26T14:11:40.188Z',
					ExitCode: 0,
					Output: '',
				},
				{
					Start: '2026-11-26T14:11:43.197Z',
					End: '0001-01-01T00:00:00Z',
					ExitCode: -1,
					Output: 'Health check exceeded timeout (2s)',
				},
			],
		},
	},
};

test('how it was made', () => {
	expect(mapSetup(told)).toMatchObject({
		imageId: 'sha256:f9c1',
		entrypoint: [],
		command: ['gunicorn', 'api:app'],
		hostname: '2cc186b5cf46',
		stopTimeoutSeconds: 2,
		rights: ['+NET_ADMIN', 'pid of the host'],
		env: ['REDIS_URL=redis://cache:6379/0', 'PATH=/usr/bin'],
	});
});

test('what is mounted, tmpfs too', () => {
	expect(mapSetup(told).mounts).toEqual([
		{
			type: 'volume',
			name: 'shop_cache-data',
			source: '/var/lib/docker/volumes/shop_cache-data/_data',
			target: '/data',
			isWritable: true,
			driver: 'local',
		},
		{
			type: 'bind',
			source: '/etc/ssl',
			target: '/etc/ssl',
			isWritable: false,
			options: 'rprivate',
		},
		{type: 'tmpfs', target: '/run', isWritable: true, options: 'rw,size=64m'},
	]);
});

test('networks and ports', () => {
	const {networks, networkMode, ports} = mapSetup(told);
	expect(networkMode).toBe('shop_back');
	expect(networks).toEqual([
		{
			name: 'shop_back',
			address: '172.18.0.4/16',
			gateway: '172.18.0.1',
			macAddress: '02:42:ac:12:00:04',
			aliases: ['api', '2cc186b5cf46', 'shop_api_1'],
		},
	]);
	expect(ports).toEqual([
		{inside: '8000/tcp', outside: ['0.0.0.0:8000', '[::]:8000']},
		{inside: '9000/udp', outside: []},
	]);
	const stopped = {...told, NetworkSettings: {Ports: {}, Networks: {}}};
	expect(mapSetup(stopped).ports[0]).toEqual({inside: '8000/tcp', outside: ['0.0.0.0:8000']});
});

test('how it is probed, the newest run first', () => {
	expect(mapSetup(told).health).toEqual({
		check: {
			isShell: false,
			command: ['curl', '-f', 'http://127.0.0.1:8000/health'],
			intervalMillis: 3000,
			timeoutMillis: 2000,
			retries: 3,
		},
		status: 'healthy',
		failingStreak: 0,
		runs: [
			{
				startedAtMillis: Date.parse('2026-11-26T14:11:43.197Z'),
				exitCode: -1,
				output: 'Health check exceeded timeout (2s)',
			},
			{
				startedAtMillis: Date.parse('2026-11-26T14:11:40.006Z'),
				tookMillis: 182,
				exitCode: 0,
				output: '',
			},
		],
	});
});

describe('what is not there', () => {
	test('is left out', () => {
		const nothing = {mounts: [], networks: [], ports: [], env: [], rights: [], extraHosts: []};
		expect(mapSetup({})).toEqual({
			...nothing,
			entrypoint: [],
			command: [],
			health: {runs: []},
		});
	});

	test('or is not what it should be', () => {
		const wrong = {Config: [], HostConfig: 3, Mounts: {}, NetworkSettings: 'x', State: null};
		expect(mapSetup(wrong)).toEqual(mapSetup({}));
		const mounts = [{Type: 'bind'}, null, 4];
		expect(mapSetup({Mounts: mounts}).mounts).toEqual([]);
	});

	test('a check that was switched off is none, one text is a command', () => {
		expect(mapSetup({Config: {Healthcheck: {Test: ['NONE']}}}).health.check).toBeUndefined();
		expect(mapSetup({Config: {Entrypoint: '/init'}}).entrypoint).toEqual(['/init']);
	});
});
