import type {ContainerSetup} from '../../source/model/setup.ts';
import {aSetup, startMillis} from './builders.ts';
import {hostileName} from './view-world.ts';

/** How a container was made that has some of everything, with foreign text that is not friendly. */
export const richSetup: ContainerSetup = aSetup({
	entrypoint: ['/docker-entrypoint.sh', hostileName],
	hostname: hostileName,
	rights: ['privileged', '+NET_ADMIN', 'pid of the host'],
	env: [
		'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
		'SECRET_KEY=hunter2',
		`GREETING=${hostileName}\n注文 📦 ok`,
		`LONG_${'NAME_'.repeat(12)}=${'value '.repeat(60)}`,
		'EMPTY=',
	],
	mounts: [
		{
			...{type: 'volume', name: 'shop_uploads', target: '/data', isWritable: true, driver: 'local'},
			source: '/var/lib/docker/volumes/shop_uploads/_data',
		},
		{
			...{type: 'bind', source: `/srv/${'deep/'.repeat(30)}`, target: `/${hostileName}`},
			...{isWritable: false, options: 'rshared'},
		},
		{type: 'tmpfs', target: '/run', isWritable: true, options: 'size=64m'},
	],
	networks: [
		{
			...{name: 'shop_front', address: '172.20.0.4/16', gateway: '172.20.0.1'},
			...{macAddress: '02:42:ac:14:00:04', aliases: ['api', hostileName]},
		},
		{name: '蔵', aliases: []},
	],
	ports: [
		{inside: '8000/tcp', outside: ['0.0.0.0:8001', '[::]:8001']},
		{inside: '9000/udp', outside: []},
	],
	extraHosts: ['host.docker.internal:host-gateway'],
	health: {
		check: {command: ['curl -f http://localhost/ || exit 1'], isShell: true, retries: 3},
		...{status: 'unhealthy', failingStreak: 4},
		runs: [
			{
				...{startedAtMillis: startMillis - 2000, tookMillis: 1500, exitCode: 1},
				output: `curl: (7) ${hostileName}\n${'a long line '.repeat(30)}\n`,
			},
			{exitCode: -1, output: ''},
		],
	},
});
