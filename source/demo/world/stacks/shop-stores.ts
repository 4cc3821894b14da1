import {type ContainerSpec, gibi, hours, kibi, mebi, minutes} from '../spec.ts';
import {commandProbe, pathEnv, secret} from './shared.ts';

const compose = (service: string) => ({project: 'shop', service, number: 1});

const running = {state: 'running', ranForMillis: 3 * hours + 12 * minutes} as const;

export const redis: ContainerSpec = {
	name: 'shop-redis-1',
	compose: compose('redis'),
	image: 'redis:7.4-alpine',
	command: ['redis-server', '--appendonly', 'yes'],
	env: [pathEnv, 'REDIS_VERSION=7.4.1'],
	ports: [{container: 6379}],
	mounts: [{type: 'volume', source: 'shop_redis', target: '/data'}],
	networks: ['shop_back'],
	limits: {memoryBytes: 256 * mebi},
	restartPolicy: 'unless-stopped',
	probe: commandProbe('redis-cli ping', 'PONG\n'),
	load: {
		cpu: {base: 0.006, swells: [[0.008, 83]], jitter: 0.004},
		startCpuSeconds: 0.05,
		memory: {freshBytes: 9 * mebi, settledBytes: 26 * mebi, swingBytes: mebi, cacheBytes: 5 * mebi},
		netRx: 9 * mebi,
		netTx: 14 * mebi,
		blockWrite: 900 * kibi,
		pids: 6,
	},
	voice: 'redis',
	past: running,
};

export const postgres: ContainerSpec = {
	name: 'shop-postgres-1',
	compose: compose('postgres'),
	image: 'postgres:16',
	command: ['postgres'],
	env: [
		pathEnv,
		'PGDATA=/var/lib/postgresql/data',
		'POSTGRES_USER=shop',
		`POSTGRES_PASSWORD=${secret('shop db', 16)}`,
		'POSTGRES_DB=shop',
	],
	ports: [{container: 5432, host: 5432}],
	mounts: [{type: 'volume', source: 'shop_pg', target: '/var/lib/postgresql/data'}],
	networks: ['shop_back'],
	limits: {cpus: 2, memoryBytes: gibi},
	restartPolicy: 'unless-stopped',
	probe: commandProbe('pg_isready -U shop', '/var/run/postgresql:5432 - accepting connections\n'),
	load: {
		cpu: {base: 0.005, swells: [[0.004, 83]], peaks: [[0.03, 300]], jitter: 0.004},
		startCpuSeconds: 0.4,
		memory: {
			freshBytes: 60 * mebi,
			settledBytes: 240 * mebi,
			swingBytes: 6 * mebi,
			cacheBytes: 462 * mebi,
		},
		netRx: 6 * mebi,
		netTx: 30 * mebi,
		blockRead: 2 * mebi,
		blockWrite: 26 * mebi,
		pids: 14,
	},
	voice: 'postgres',
	children: [
		'checkpointer',
		'background writer',
		'walwriter',
		'autovacuum launcher',
		'shop shop 172.21.0.3 idle',
	].map(role => `postgres: ${role}`),
	past: running,
};
