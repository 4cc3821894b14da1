import {type ContainerSpec, days, hours, mebi, minutes, seconds} from '../spec.ts';
import {pathEnv, pythonEnv} from './shared.ts';

/** Containers that somebody started by hand. */
export const standalone: readonly ContainerSpec[] = [
	{
		name: 'registry',
		image: 'registry:2.8.3',
		command: ['/entrypoint.sh', '/etc/docker/registry/config.yml'],
		env: [pathEnv],
		ports: [{container: 5000, host: 5000}],
		mounts: [{type: 'volume', source: 'registry_data', target: '/var/lib/registry'}],
		restartPolicy: 'always',
		load: {
			cpu: {base: 0.0006, peaks: [[0.01, 240]], jitter: 0.0006},
			memory: {freshBytes: 12 * mebi, settledBytes: 18 * mebi, cacheBytes: 5 * mebi},
			netTx: 3 * mebi,
			blockRead: 4 * mebi,
			pids: 7,
		},
		voice: 'registry',
		past: {state: 'running', ranForMillis: 19 * days},
	},
	{
		name: 'scratchpad',
		image: 'python:3.13-slim',
		command: ['python3'],
		env: pythonEnv,
		tty: true,
		load: {
			cpu: {base: 0.0004, peaks: [[0.004, 90]], jitter: 0.0004},
			memory: {freshBytes: 9 * mebi, settledBytes: 12 * mebi},
			pids: 1,
		},
		voice: 'console',
		// An interactive interpreter ignores SIGTERM.
		stopMillis: 60 * seconds,
		past: {state: 'running', ranForMillis: 47 * minutes},
	},
	{
		name: 'migrate-0042',
		image: 'shop/api:1.8.1',
		command: ['alembic', 'upgrade', 'head'],
		env: pythonEnv,
		networks: ['shop_back'],
		load: {cpu: {base: 0.3}, memory: {freshBytes: 40 * mebi, settledBytes: 70 * mebi}, pids: 1},
		voice: 'plain',
		past: {state: 'exited', ranForMillis: 21 * seconds, exitedForMillis: 26 * hours, exitCode: 0},
	},
];
