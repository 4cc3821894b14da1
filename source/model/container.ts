import type {Health} from './health.ts';
import type {ContainerRef} from './ids.ts';
import type {Probing} from './probing.ts';

/** The engine's own words. */
export type ContainerState =
	| 'created'
	| 'running'
	| 'paused'
	| 'restarting'
	| 'removing'
	| 'exited'
	| 'dead';

export interface Port {
	readonly privatePort: number;
	readonly protocol: 'tcp' | 'udp' | 'sctp';
	/** Undefined when the port is exposed but not published. */
	readonly publicPort?: number;
	readonly ip?: string;
}

export interface Mount {
	readonly type: 'bind' | 'volume' | 'tmpfs' | 'npipe' | 'cluster' | 'image';
	/** Volume name or path on the engine's machine. */
	readonly source: string;
	readonly destination: string;
	readonly writable: boolean;
}

/** From the `com.docker.compose.*` labels. */
export interface ComposeIdentity {
	readonly project: string;
	readonly service: string;
	/** Replica, from 1. */
	readonly number: number;
	/** Made by `docker compose run`. */
	readonly oneOff: boolean;
	/** Containers that the service has; undefined for one, and until counted over the whole list. */
	readonly replicas?: number;
}

export interface NetworkAttachment {
	readonly name: string;
	readonly ipAddress?: string;
}

/**
 * A container as the list of the engine tells it; every foreign string in it is raw. What only an
 * inspect knows is in `ContainerDetails`.
 */
export interface Container {
	readonly ref: ContainerRef;
	/** Without the leading slash; the short id where the engine gave none. */
	readonly name: string;
	readonly image: string;
	readonly command: string;
	readonly state: ContainerState;
	/** The engine's sentence, such as `Exited (137) 5 minutes ago`. */
	readonly status: string;
	readonly health: Health;
	readonly createdAtMillis?: number;
	readonly ports: readonly Port[];
	readonly mounts: readonly Mount[];
	readonly networks: readonly NetworkAttachment[];
	/** As in `docker run --network`: `bridge`, `host`, `none`, `container:ID`, the name of a network. */
	readonly networkMode?: string;
	readonly labels: Readonly<Record<string, string>>;
	readonly compose?: ComposeIdentity;
	/** Undefined until inspected. */
	readonly details?: ContainerDetails;
}

export interface ContainerDetails {
	/** As the inspect says; the list may follow a moment later. */
	readonly state?: ContainerState;
	/** Without the leading slash; foreign text. */
	readonly name?: string;
	readonly pid?: number;
	readonly startedAtMillis?: number;
	readonly finishedAtMillis?: number;
	readonly exitCode?: number;
	readonly oomKilled: boolean;
	/** What the engine says went wrong at the last start; foreign text. */
	readonly error?: string;
	readonly restartCount?: number;
	readonly restartPolicy: string;
	/** One pseudo terminal: a single raw stream of output. */
	readonly tty: boolean;
	readonly user: string;
	readonly workingDirectory: string;
	readonly limits: Limits;
	readonly logDriver: string;
	readonly hasHealthCheck: boolean;
	/** Undefined where there is no check. */
	readonly probing?: Probing;
	readonly health: Health;
}

/** Undefined means no limit. */
export interface Limits {
	/** In cores: 1.5 is one and a half. */
	readonly cpus?: number;
	readonly memoryBytes?: number;
	readonly pids?: number;
}

/** States that have a process to measure. */
export const isRunning = (container: Container): boolean =>
	container.state === 'running' || container.state === 'paused';

/** Running or about to: what `docker ps` shows without `-a`. */
export const isUp = ({state}: Container): boolean => isUpState(state);

export const isUpState = (state: ContainerState): boolean =>
	state === 'running' || state === 'paused' || state === 'restarting';
