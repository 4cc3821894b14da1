/** Answers of engines, as recorded and shortened. */

export const fullId = '3245fcfa33e5b47d0fe74fe29e4f95d43969d4e9bcc970bb5810e6c1c1a54ac3';

export const listItem = {
	Id: fullId,
	Names: ['/proxy/api', '/shop_api_1'],
	Image: 'shop/api:1.8',
	ImageID: 'sha256:80f46412a2ba',
	Command: 'gunicorn --workers=2 api:app',
	Created: 1_795_397_376,
	Ports: [
		{IP: '0.0.0.0', PrivatePort: 8000, PublicPort: 18_000, Type: 'tcp'},
		{PrivatePort: 9000, Type: 'udp'},
	],
	Labels: {
		'com.docker.compose.container-number': '2',
		'com.docker.compose.oneoff': 'False',
		'com.docker.compose.project': 'shop',
		'com.docker.compose.service': 'api',
	},
	State: 'running',
	Status: 'Up 2 minutes (healthy)',
	HostConfig: {NetworkMode: 'shop_back'},
	NetworkSettings: {
		Networks: {shop_back: {IPAddress: '172.18.0.4'}, shop_front: {IPAddress: ''}},
	},
	Mounts: [
		{
			Type: 'volume',
			Name: 'data',
			Source: '/var/lib/docker/volumes/data',
			Destination: '/data',
			RW: true,
		},
		{Type: 'bind', Source: '/etc/x', Destination: '/etc/x', RW: false},
	],
};

export const inspected = {
	Id: fullId,
	RestartCount: 3,
	State: {
		Status: 'running',
		Running: true,
		Paused: false,
		Restarting: false,
		OOMKilled: false,
		Pid: 15_676,
		ExitCode: 0,
		Error: '',
		StartedAt: '2026-11-23T01:49:12.211385533Z',
		FinishedAt: '0001-01-01T00:00:00Z',
		Health: {
			Status: 'unhealthy',
			FailingStreak: 4,
			Log: [
				{
					Start: '2026-11-23T01:51:39.664782946Z',
					End: '2026-11-23T01:51:40.022795114Z',
					ExitCode: 0,
					Output: '',
				},
				{
					Start: '2026-11-23T01:51:52.413955691Z',
					End: '2026-11-23T01:51:52.480484363Z',
					ExitCode: 22,
					Output: 'curl: (22) 500',
				},
			],
		},
	},
	HostConfig: {
		NanoCpus: 500_000_000,
		CpuQuota: 0,
		CpuPeriod: 0,
		Memory: 201_326_592,
		PidsLimit: null,
		LogConfig: {Type: 'json-file', Config: {}},
		RestartPolicy: {Name: 'on-failure', MaximumRetryCount: 5},
	},
	Config: {
		User: 'app',
		Tty: false,
		Env: ['NAME=value', 'MULTI=a\nb', 'NOEQUALS'],
		Healthcheck: {Test: ['CMD', 'curl', 'http://127.0.0.1']},
		WorkingDir: '/app',
		StopTimeout: 2,
	},
};

/** The same, ended by a kill. */
export const inspectedEnded = {
	...inspected,
	State: {
		...inspected.State,
		Status: 'exited',
		Running: false,
		Pid: 0,
		ExitCode: 137,
		FinishedAt: '2026-11-23T02:00:00.5Z',
	},
};

/** cgroup v1, engine 20.10. */
export const statsV1 = {
	read: '2026-11-23T01:51:52.625004127Z',
	pids_stats: {current: 3},
	blkio_stats: {
		io_service_bytes_recursive: [
			{major: 254, minor: 0, op: 'Read', value: 4096},
			{major: 254, minor: 0, op: 'Write', value: 8192},
			{major: 254, minor: 0, op: 'Sync', value: 12_288},
			{major: 254, minor: 16, op: 'Read', value: 1},
			{major: 254, minor: 0, op: 'Total', value: 12_289},
		],
	},
	cpu_stats: {cpu_usage: {total_usage: 4_749_414_035}, online_cpus: 2},
	memory_stats: {
		usage: 68_993_024,
		stats: {cache: 4_141_056, inactive_file: 7, total_inactive_file: 2_265_088},
		limit: 201_326_592,
	},
	networks: {
		eth0: {rx_bytes: 26_206, tx_bytes: 56_439},
		eth1: {rx_bytes: 104_331, tx_bytes: 97_784},
	},
};

/** cgroup v2, engine 28. */
export const statsV2 = {
	read: '2026-11-22T10:11:12.5Z',
	pids_stats: {current: 1, limit: 18_446_744_073_709_552_000},
	blkio_stats: {
		io_service_bytes_recursive: [
			{major: 8, minor: 0, op: 'read', value: 100},
			{major: 8, minor: 0, op: 'write', value: 200},
		],
	},
	cpu_stats: {cpu_usage: {total_usage: 27_000_000}, online_cpus: 4},
	memory_stats: {usage: 532_480, stats: {inactive_file: 32_480}, limit: 25_276_514_304},
};

/** Podman 4: all networks as one of its own name, no details of the memory, no block IO yet. */
export const statsPodman = {
	read: '2026-11-22T11:11:12.123456789+01:00',
	pids_stats: {current: 2},
	blkio_stats: {io_service_bytes_recursive: null},
	cpu_stats: {cpu_usage: {total_usage: 5_000_000}},
	memory_stats: {usage: 1_000_000, limit: 25_276_514_304},
	Id: fullId,
	networks: {network: {rx_bytes: 1, rx_packets: 0, tx_bytes: 2, tx_packets: 0}},
};

/** What engines answer for a container that does not run. */
export const statsOfStopped: Readonly<Record<string, unknown>> = {
	'Docker 20.10': {
		read: '0001-01-01T00:00:00Z',
		pids_stats: {},
		blkio_stats: {io_service_bytes_recursive: null},
		cpu_stats: {cpu_usage: {total_usage: 0}},
		memory_stats: {},
	},
	'Docker 28': {id: fullId, name: '/x', read: '2026-11-22T10:11:12Z', cpu_stats: {}},
	'an empty object': {},
	'Podman 5.8': {cause: 'container is stopped', message: 'container is stopped', response: 500},
};

const nanos = 1_795_397_376_123_456_800;

export const dieEvent = {
	status: 'die',
	id: fullId,
	Type: 'container',
	Action: 'die',
	Actor: {ID: fullId, Attributes: {exitCode: '137', name: 'shop_api_1'}},
	time: 1_795_397_376,
	timeNano: nanos,
};
