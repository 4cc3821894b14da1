import type {DemoContainer} from '../world/container.ts';
import {networksOf} from '../world/networks.ts';
import type {ContainerSpec} from '../world/spec.ts';

/** `HostConfig` of an inspect: limits, restart policy, log driver, published ports. */
export const hostConfigOf = ({spec, limits, restartPolicy, restartRetries}: DemoContainer) => ({
	Binds: (spec.mounts ?? []).map(
		({source, target, readOnly}) => `${source}:${target}:${readOnly ? 'ro' : 'rw'}`,
	),
	ContainerIDFile: '',
	LogConfig: {
		Type: spec.logDriver ?? 'json-file',
		Config: spec.logDriver === 'none' ? {} : {'max-file': '3', 'max-size': '10m'},
	},
	NetworkMode: networksOf(spec)[0],
	PortBindings: portBindingsOf(spec, ''),
	RestartPolicy: {Name: restartPolicy, MaximumRetryCount: restartRetries},
	AutoRemove: false,
	CapAdd: null,
	CapDrop: null,
	CgroupnsMode: 'private',
	Dns: [],
	ExtraHosts: [],
	IpcMode: 'private',
	OomScoreAdj: 0,
	PidMode: '',
	Privileged: false,
	PublishAllPorts: false,
	ReadonlyRootfs: false,
	SecurityOpt: null,
	ShmSize: 67_108_864,
	Runtime: 'runc',
	ConsoleSize: [0, 0],
	CpuShares: 0,
	CpuPeriod: 0,
	CpuQuota: 0,
	CpusetCpus: '',
	NanoCpus: Math.round((limits.cpus ?? 0) * 1e9),
	Memory: limits.memoryBytes ?? 0,
	MemoryReservation: 0,
	MemorySwap: (limits.memoryBytes ?? 0) * 2,
	OomKillDisable: null,
	PidsLimit: limits.pids ?? null,
	Ulimits: null,
});

/** Published ports, each on its host address. */
export const portBindingsOf = (spec: ContainerSpec, hostIp = '0.0.0.0') =>
	Object.fromEntries(
		(spec.ports ?? []).map(({container, protocol = 'tcp', host}) => [
			`${container}/${protocol}`,
			host === undefined ? null : [{HostIp: hostIp, HostPort: String(host)}],
		]),
	);
