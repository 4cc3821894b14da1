import {createHash} from 'node:crypto';
import type {Container, ContainerDetails} from '../../source/model/container.ts';
import type {EngineInfo} from '../../source/model/engine-info.ts';
import type {Health, HealthKind} from '../../source/model/health.ts';
import {noHealth} from '../../source/model/health.ts';
import type {ContainerKey, ContainerRef} from '../../source/model/ids.ts';
import {localHost, refKey} from '../../source/model/ids.ts';
import type {LogLine, LogStream} from '../../source/model/log-line.ts';
import {type LogSourceId, logSourceOf} from '../../source/model/logs/log-source.ts';
import type {LogTarget} from '../../source/model/logs/log-target.ts';
import type {ContainerSetup} from '../../source/model/setup.ts';
import type {ContainerUsage, StatsSample} from '../../source/model/stats-sample.ts';
import type {EndpointState} from '../../source/store/connection.ts';

/** The moment at which tests begin. */
export const startMillis = Date.parse('2026-11-23T10:00:00.000Z');

/** Containers of tests are told apart by their name; the same name gives the same identity. */
export const refOf = (name: string): ContainerRef => ({
	hostId: localHost,
	id: createHash('sha256').update(name).digest('hex'),
});

export const keyOf = (name: string): ContainerKey => refKey(refOf(name));

/** The log of a container without a project. */
export const sourceOf = (name: string): LogSourceId => logSourceOf(aContainer(name));

export const targetOf = (name: string): LogTarget => ({kind: 'source', source: sourceOf(name)});

/** A running container without a project. */
export const aContainer = (name: string, change: Partial<Container> = {}): Container => ({
	ref: refOf(name),
	name,
	image: `${name}:latest`,
	command: `/bin/${name}`,
	state: 'running',
	status: 'Up 5 minutes',
	health: noHealth,
	createdAtMillis: startMillis - 600_000,
	ports: [],
	mounts: [],
	networks: [],
	labels: {},
	...change,
});

/** `shop-api-1` of project shop. */
export const ofProject = (
	project: string,
	service: string,
	change: Partial<Container> = {},
	number = 1,
): Container =>
	aContainer(`${project}-${service}-${number}`, {
		compose: {project, service, number, oneOff: false},
		...change,
	});

/** What a container looks like after it ended. */
export const exited = (exitCode = 0): Pick<Container, 'state' | 'status' | 'health'> => ({
	state: 'exited',
	status: `Exited (${exitCode}) 2 seconds ago`,
	health: noHealth,
});

export const someDetails = (change: Partial<ContainerDetails> = {}): ContainerDetails => ({
	pid: 4711,
	startedAtMillis: startMillis - 300_000,
	oomKilled: false,
	restartCount: 0,
	restartPolicy: 'no',
	tty: false,
	user: '',
	workingDirectory: '/',
	limits: {},
	logDriver: 'json-file',
	hasHealthCheck: false,
	health: noHealth,
	...change,
});

export const aSetup = (change: Partial<ContainerSetup> = {}): ContainerSetup => ({
	imageId: `sha256:${'5'.repeat(64)}`,
	entrypoint: [],
	command: ['sleep', 'infinity'],
	rights: [],
	env: ['PATH=/usr/bin'],
	mounts: [],
	networks: [],
	ports: [],
	extraHosts: [],
	health: {runs: []},
	...change,
});

export const healthDetails = (kind: HealthKind): Partial<ContainerDetails> => ({
	hasHealthCheck: kind !== 'none',
	health: {kind} as Health,
});

const nanosPerMilli = 1_000_000n;

/** Counters of a container at an instant; `cpuMillis` is CPU time used in all. */
export const aSample = (
	name: string,
	atMillis: number,
	cpuMillis: number,
	change: Partial<StatsSample> = {},
): StatsSample => ({
	ref: refOf(name),
	origin: 'cgroup',
	readAtNanos: BigInt(atMillis) * nanosPerMilli,
	cpuTotalNanos: cpuMillis * 1e6,
	memoryUsedBytes: 50_000_000,
	...change,
});

export const aUsage = (
	name: string,
	cpuPercent: number | undefined,
	change: Partial<StatsSample> = {},
	atMillis = startMillis,
): ContainerUsage => ({
	atMillis,
	intervalMillis: 1000,
	sample: aSample(name, atMillis, 0, change),
	...(cpuPercent === undefined ? {} : {cpuPercent}),
});

/** Figures by name: `usages({api: 12, worker: 90})`. */
export const usages = (
	cpuPercents: Readonly<Record<string, number>>,
): readonly (readonly [ContainerKey, ContainerUsage])[] =>
	Object.entries(cpuPercents).map(([name, cpu]) => [keyOf(name), aUsage(name, cpu)] as const);

export const anEngine: EngineInfo = {
	endpoint: 'unix:///var/run/docker.sock',
	source: 'default socket',
	product: 'docker',
	apiVersion: '1.41',
	isLocal: true,
};

export const anEndpoint: EndpointState = {
	url: 'unix:///var/run/docker.sock',
	source: 'default socket',
	isDemo: false,
};

/** A line as the engine sends it, with nanoseconds. */
export const aLine = (text: string, atMillis: number, nanos = 0): LogLine => ({
	kind: 'line',
	stream: 'stdout',
	atMillis,
	stamp: new Date(atMillis).toISOString().replace('Z', `${String(nanos).padStart(6, '0')}Z`),
	text,
});

export const aLineOn = (stream: LogStream, text: string, atMillis: number): LogLine => ({
	kind: 'line',
	stream,
	atMillis,
	text,
});

/** A project of three services, one of them with two replicas, one of them stopped. */
export const shop: readonly Container[] = [
	ofProject('shop', 'api'),
	ofProject('shop', 'worker'),
	ofProject('shop', 'worker', {}, 2),
	ofProject('shop', 'db', exited()),
];

/** A container without a project. */
export const redis = aContainer('redis');

/** The sampler has measured these, by name. */
export const figures = (cpu: Readonly<Record<string, number>>) =>
	({type: 'stats/sampled', usages: usages(cpu)}) as const;
