import {isAlive} from '../world/container.ts';
import {toNanos} from '../world/journal.ts';
import {hexFor} from '../world/random.ts';
import {ApiError} from './api-error.ts';
import type {Engine} from './engine.ts';
import {hostCpus, hostMemoryBytes, hostName} from './machine.ts';
import type {Handler} from './router.ts';
import {nanosText} from './words.ts';

const kernelVersion = '6.8.0-48-generic';

/** Engines by the API version they brought. */
const engineVersions: Readonly<Record<string, string>> = {
	'1.41': '20.10.24',
	'1.42': '23.0.6',
	'1.43': '24.0.9',
	'1.44': '25.0.5',
	'1.45': '26.1.4',
	'1.46': '27.1.2',
	'1.47': '27.3.1',
	'1.48': '28.0.4',
	'1.49': '28.1.1',
	'1.50': '28.3.3',
	'1.51': '28.5.2',
	'1.52': '29.0.4',
};

export const engineVersionFor = (apiVersion: string): string =>
	engineVersions[apiVersion] ?? `api-${apiVersion}`;

/** On every answer. */
export const commonHeaders = ({apiVersion, engineVersion, world}: Engine) => ({
	'Api-Version': apiVersion,
	Date: new Date(world.nowMillis).toUTCString(),
	'Docker-Experimental': 'false',
	Ostype: 'linux',
	Server: `Docker/${engineVersion} (linux)`,
});

export const ping: Handler = (_engine, {method, reply}) => {
	reply.setHeaders({
		'Builder-Version': '2',
		'Cache-Control': 'no-cache, no-store, must-revalidate',
		Pragma: 'no-cache',
		Swarm: 'inactive',
	});
	if (method === 'HEAD')
		reply.empty(200, {'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': 0});
	else reply.text('OK');
};

/** `GET /services` and its like: there is no swarm here. */
export const noSwarm: Handler = () => {
	throw new ApiError(
		503,
		'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
	);
};

export const version: Handler = ({apiVersion, leastApiVersion, engineVersion}, {reply}) => {
	const details = {
		ApiVersion: apiVersion,
		MinAPIVersion: leastApiVersion,
		Os: 'linux',
		Arch: 'amd64',
		KernelVersion: kernelVersion,
		GitCommit: hexFor('engine commit', 7),
		GoVersion: 'go1.22.7',
		BuildTime: '2024-09-20T11:41:11.000000000+00:00',
	};
	reply.json({
		Platform: {Name: 'dockmon demo engine'},
		Components: [
			{Name: 'Engine', Version: engineVersion, Details: {...details, Experimental: 'false'}},
		],
		Version: engineVersion,
		...details,
	});
};

export const info: Handler = (engine, {reply}) => {
	const {world, engineVersion} = engine;
	const {containers} = world;
	const count = (state: string) => containers.filter(container => container.state === state).length;
	reply.json({
		ID: hexFor(`engine ${world.seed}`, 32),
		Containers: containers.length,
		ContainersRunning: containers.filter(isAlive).length - count('paused'),
		ContainersPaused: count('paused'),
		ContainersStopped: containers.filter(container => !isAlive(container)).length,
		Images: world.images.length,
		Driver: 'overlay2',
		DriverStatus: [['Backing Filesystem', 'extfs']],
		Plugins: {
			Volume: ['local'],
			Network: ['bridge', 'host', 'null'],
			Authorization: null,
			Log: ['json-file', 'local', 'none'],
		},
		MemoryLimit: true,
		SwapLimit: true,
		CpuCfsPeriod: true,
		CpuCfsQuota: true,
		CPUShares: true,
		CPUSet: true,
		PidsLimit: true,
		IPv4Forwarding: true,
		BridgeNfIptables: true,
		BridgeNfIp6tables: true,
		Debug: false,
		NFd: 90,
		OomKillDisable: false,
		NGoroutines: 120,
		SystemTime: nanosText(toNanos(world.nowMillis)),
		LoggingDriver: 'json-file',
		CgroupDriver: 'systemd',
		CgroupVersion: '2',
		NEventsListener: world.hub.listenerCount,
		KernelVersion: kernelVersion,
		OperatingSystem: 'Debian GNU/Linux 12 (bookworm)',
		OSVersion: '12',
		OSType: 'linux',
		Architecture: 'x86_64',
		NCPU: hostCpus,
		MemTotal: hostMemoryBytes,
		DockerRootDir: '/var/lib/docker',
		HttpProxy: '',
		HttpsProxy: '',
		NoProxy: '',
		Name: hostName,
		Labels: ['dockmon.demo=true'],
		ExperimentalBuild: false,
		ServerVersion: engineVersion,
		Runtimes: {runc: {path: 'runc'}},
		DefaultRuntime: 'runc',
		Swarm: {
			NodeID: '',
			NodeAddr: '',
			LocalNodeState: 'inactive',
			ControlAvailable: false,
			Error: '',
			RemoteManagers: null,
		},
		LiveRestoreEnabled: false,
		Isolation: '',
		InitBinary: 'docker-init',
		SecurityOptions: ['name=seccomp,profile=builtin', 'name=cgroupns'],
		Warnings: null,
	});
};
