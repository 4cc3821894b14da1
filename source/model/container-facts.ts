import type {Container, ContainerDetails} from './container.ts';
import type {Health} from './health.ts';

/**
 * Exit code of a container that ended. From the inspect, or read from the engine's sentence
 * `Exited (137) 5 minutes ago`; undefined while it runs or when nobody knows.
 */
export const exitCode = (container: Container): number | undefined => {
	if (
		container.state === 'running' ||
		container.state === 'paused' ||
		container.state === 'created'
	) {
		return undefined;
	}
	if (container.details?.exitCode !== undefined) return container.details.exitCode;
	const match = /^(?:Exited|Restarting) \((\d+)\)/.exec(container.status);
	return match ? Number(match[1]) : undefined;
};

/** True for a container that ended, but not because somebody or something went wrong. */
export const endedWell = (container: Container): boolean =>
	container.state === 'exited' && (exitCode(container) ?? 0) === 0;

/** What an exit code means, in words; undefined for codes that only the program can explain. */
export const exitCodeMeaning = (code: number): string | undefined => {
	const known: Readonly<Record<number, string>> = {
		125: 'the engine could not start it',
		126: 'command cannot be executed',
		127: 'command not found',
		130: 'interrupted (SIGINT)',
		134: 'aborted (SIGABRT)',
		137: 'killed (SIGKILL)',
		139: 'segmentation fault (SIGSEGV)',
		143: 'terminated (SIGTERM)',
	};
	return known[code];
};

/** The newest that is known: an inspect is later than the list only where it was made after it. */
export const healthOf = (container: Container): Health => {
	const {health, details} = container;
	if (health.kind === 'none' || details === undefined) return health;
	return details.health.kind === health.kind ? details.health : health;
};

/**
 * Whether it may have a health that an inspect tells better. Podman 4 lists none for what runs, also
 * where there is a check; what has stopped has none, whatever its last probe said.
 */
export const hasHealth = ({state, health}: Container): boolean =>
	health.kind !== 'none' || state === 'running';

/** As it is after an inspect. */
export const withDetails = (container: Container, details: ContainerDetails): Container => ({
	...container,
	details,
	health: hasHealth(container) ? details.health : container.health,
});

/** Of Compose; '' for a container that belongs to none. */
export const projectOf = ({compose}: Container): string => compose?.project ?? '';

/** `service` of a Compose container, with the replica where asked; else the name. */
export const displayName = (container: Container, withReplica: boolean): string => {
	const {compose} = container;
	if (compose === undefined || compose.service === '' || compose.oneOff) return container.name;
	return withReplica ? `${compose.service}-${compose.number}` : compose.service;
};

/** True where the name of the service alone could mean another container. */
export const isReplica = ({compose}: Container): boolean =>
	compose !== undefined && (compose.number > 1 || (compose.replicas ?? 1) > 1);

/** `project/service` or `project/service-2` where Compose made it: the name people use. */
export const qualifiedName = (container: Container): string =>
	container.compose
		? `${container.compose.project}/${displayName(container, isReplica(container))}`
		: container.name;

/** Milliseconds since the start (running) or the end (stopped); undefined when unknown. */
export const ageMillis = (container: Container, nowMillis: number): number | undefined => {
	const {details} = container;
	const running = container.state === 'running' || container.state === 'paused';
	const since = running
		? details?.startedAtMillis
		: (details?.finishedAtMillis ?? details?.startedAtMillis);
	return since === undefined ? undefined : Math.max(0, nowMillis - since);
};

/** Share of the CPU limit that is used, 0 to 1 and more; of the whole machine where there is no limit. */
export const cpuShare = (
	container: Container,
	cpuPercent: number | undefined,
	machineCpus: number | undefined,
): number | undefined => {
	const cpus = container.details?.limits.cpus ?? machineCpus;
	return cpuPercent === undefined || !cpus ? undefined : cpuPercent / (100 * cpus);
};

/**
 * True where its network is its own, or that of another container, among `others`, which has one of
 * its own. What passes over the network of the machine is not the container's traffic.
 */
export const hasTraffic = (container: Container, others: readonly Container[]): boolean => {
	const [, ownerId] = /^container:(.+)$/.exec(container.networkMode ?? '') ?? [];
	const owner = ownerId === undefined ? container : others.find(({ref}) => ref.id === ownerId);
	return owner?.networks.some(({name}) => name !== 'host' && name !== 'none') ?? false;
};
