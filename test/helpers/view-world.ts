import type {Container, ContainerDetails, Port} from '../../source/model/container.ts';
import type {Health} from '../../source/model/health.ts';
import type {HostSample} from '../../source/model/host-sample.ts';
import type {ContainerUsage} from '../../source/model/stats-sample.ts';
import {aContainer, aUsage, exited, ofProject, someDetails, startMillis} from './builders.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const mebibyte = 1024 * 1024;

const up = (millis: number, change: Partial<ContainerDetails> = {}): Partial<Container> => ({
	details: someDetails({startedAtMillis: startMillis - millis, ...change}),
});

const published = (...pairs: readonly (readonly [number, number])[]): readonly Port[] =>
	pairs.map(([publicPort, privatePort]) => ({
		...{publicPort, privatePort, protocol: 'tcp', ip: '0.0.0.0'},
	}));

const healthy: Health = {kind: 'healthy', failingStreak: 0};
const unhealthy: Health = {
	kind: 'unhealthy',
	failingStreak: 4,
	lastProbe: {
		atMillis: startMillis - 5000,
		exitCode: 1,
		output: 'smtp mx1.example: connection refused\n',
	},
};

/** Text that tries to reach the terminal: a title, a colour, a clipboard write, a bell. */
export const hostileName = 'evil\u001b]0;owned\u0007\u001b[31mred\u001b]52;c;aGk=\u0007';
export const longName = 'a-service-whose-name-somebody-made-from-a-whole-sentence';

const limits = {cpus: 1, memoryBytes: 1024 * mebibyte, pids: 512};

const shop: readonly Container[] = [
	...[1, 2].map(number =>
		ofProject(
			'shop',
			'api',
			{
				image: 'registry.example/shop/api:1.8.2',
				command: 'gunicorn app:api -w 4 -k uvicorn.workers.UvicornWorker -b :8000',
				health: healthy,
				ports: published([8000 + number, 8000]),
				mounts: [
					{type: 'volume', source: 'shop_uploads', destination: '/data', writable: true},
					{type: 'bind', source: '/etc/ssl', destination: '/etc/ssl', writable: false},
				],
				networks: [{name: 'shop_front', ipAddress: '172.20.0.4'}, {name: 'shop_back'}],
				...up(3 * hour + 12 * minute, {
					...{limits, restartPolicy: 'unless-stopped', hasHealthCheck: true, health: healthy},
				}),
			},
			number,
		),
	),
	ofProject('shop', 'web', {
		health: {kind: 'starting'},
		ports: published([443, 8443], [80, 8080], [9443, 9443]),
		...up(41 * second, {hasHealthCheck: true, health: {kind: 'starting'}}),
	}),
	ofProject('shop', 'postgres', {
		health: healthy,
		ports: published([5432, 5432]),
		...up(3 * hour, {hasHealthCheck: true, health: healthy}),
	}),
	ofProject('shop', 'mailer', {
		health: unhealthy,
		...up(3 * hour, {hasHealthCheck: true, health: unhealthy}),
	}),
];

const billing: readonly Container[] = [
	ofProject('billing', 'ledger', {
		health: healthy,
		...up(52 * hour, {
			hasHealthCheck: true,
			health: healthy,
			limits: {memoryBytes: 300 * mebibyte},
		}),
	}),
	ofProject('billing', 'cron', {
		...{state: 'restarting', status: 'Restarting (1) 3 seconds ago'},
		...up(3 * second, {restartCount: 17, exitCode: 1, finishedAtMillis: startMillis - 3000}),
	}),
	ofProject('billing', 'report', {
		...exited(137),
		details: someDetails({
			...{exitCode: 137, oomKilled: true, finishedAtMillis: startMillis - 5 * minute},
		}),
	}),
];

const observe: readonly Container[] = [
	ofProject('observe', 'locust', {
		...{state: 'paused', status: 'Up 2 hours (Paused)'},
		...up(2 * hour),
	}),
	ofProject('observe', 'grafana', {state: 'created', status: 'Created'}),
	ofProject('observe', 'seed', {
		...exited(0),
		details: someDetails({exitCode: 0, finishedAtMillis: startMillis - 26 * hour}),
	}),
];

const single: readonly Container[] = [
	aContainer(longName, up(19 * 24 * hour)),
	aContainer('漢字サーバー-📦-데이터', {image: '蔵/印:最新', ...up(hour)}),
	aContainer(hostileName, {
		image: `img${hostileName}`,
		command: `sh -c '${hostileName}'`,
		labels: {note: hostileName},
		ports: published(...[...Array(20).keys()].map(port => [7000 + port, 7000 + port] as const)),
		...up(hour, {error: hostileName}),
	}),
	// Just started: runs, but nothing was measured yet.
	aContainer('fresh', {details: someDetails({startedAtMillis: startMillis - second})}),
];

/** Three projects and some loose containers, in every state and condition there is. */
export const richWorld: readonly Container[] = [...shop, ...billing, ...observe, ...single];

/** Which of them have figures, and how much CPU (percent of a core) and memory (MiB). */
const figures: Readonly<Record<string, readonly [cpu: number, memory: number, limit?: number]>> = {
	'shop-api-1': [62.1, 412, 1024],
	'shop-api-2': [21.4, 655, 1024],
	'shop-web-1': [2.3, 98],
	'shop-postgres-1': [0.8, 702],
	'shop-mailer-1': [0.2, 44],
	'billing-ledger-1': [3.9, 287, 300],
	'observe-locust-1': [0, 94],
	[longName]: [0.1, 23],
	'漢字サーバー-📦-데이터': [12.5, 5],
	[hostileName]: [1.1, 9.5],
};

const machineMemory = 31.3 * 1024 * mebibyte;

export const richUsages = (atMillis: number, share = 1): ReadonlyMap<string, ContainerUsage> =>
	new Map(
		Object.entries(figures).map(([name, [cpu, memory, limit]]) => [
			name,
			{
				...aUsage(
					name,
					cpu * share,
					{
						memoryUsedBytes: memory * mebibyte,
						memoryCacheBytes: 88 * mebibyte,
						memoryLimitBytes: limit === undefined ? machineMemory : limit * mebibyte,
					},
					atMillis,
				),
				...{netRxPerSecond: 410_000 * share, netTxPerSecond: 1_100_000 * share},
				...{blockReadPerSecond: 0, blockWritePerSecond: 12_000 * share},
			},
		]),
	);

export const aHostSample = (atMillis: number, share = 1): HostSample => ({
	atMillis,
	origin: 'local',
	cpus: 8,
	cpuPercent: 34 * share,
	load1: 2.1,
	memoryUsedBytes: 12.1 * 1024 * mebibyte,
	memoryTotalBytes: machineMemory,
	memoryCacheBytes: 9 * 1024 * mebibyte,
	swapUsedBytes: 0,
	netRxPerSecond: 1_200_000 * share,
	netTxPerSecond: 310_000,
	diskReadPerSecond: 80_000,
	diskWritePerSecond: 2_100_000 * share,
	rootDiskUsedPercent: 61,
});

/** So many containers in projects of twenty. */
export const manyContainers = (count: number): readonly Container[] =>
	Array.from({length: count}, (_, index) =>
		ofProject(`project-${Math.floor(index / 20)}`, `web-${index % 20}`, up(hour)),
	);
