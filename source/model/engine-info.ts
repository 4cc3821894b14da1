import type {Forbidden} from './forbidden.ts';

/** Where the endpoint came from; shown in the header. */
export type EndpointSource =
	| '--host'
	| '--context'
	| 'DOCKER_HOST'
	| 'DOCKER_CONTEXT'
	| 'current context'
	| 'default socket'
	| 'rootless socket'
	| 'podman socket'
	| 'desktop socket'
	| 'demo';

export interface EngineInfo {
	/** `unix:///var/run/docker.sock`, `tcp://host:2376`, `ssh://ann@host` */
	readonly endpoint: string;
	readonly source: EndpointSource;
	/** Name of the Docker context, where one was used. */
	readonly context?: string;
	/** Host name of the engine's machine; foreign text. */
	readonly name?: string;
	/** What speaks Docker's API there. */
	readonly product: 'docker' | 'podman';
	readonly version?: string;
	/** The API version that was negotiated and is used. */
	readonly apiVersion: string;
	readonly cpus?: number;
	readonly memoryTotalBytes?: number;
	readonly operatingSystem?: string;
	readonly kernel?: string;
	readonly architecture?: string;
	readonly storageDriver?: string;
	readonly loggingDriver?: string;
	/** `v1`, `v2` */
	readonly cgroupVersion?: string;
	/** Who manages the groups: `systemd`, `cgroupfs`. */
	readonly cgroupDriver?: string;
	readonly isRootless?: boolean;
	/** Where images and volumes lie on its machine. */
	readonly rootFolder?: string;
	/** When it was connected to. */
	readonly imageCount?: number;
	/**
	 * What its clock is ahead of ours, negative when it is behind; 0 when no difference can be told.
	 * Undefined when the engine does not tell the time.
	 */
	readonly clockOffsetMillis?: number;
	/** What of this a proxy would not tell. */
	readonly forbidden?: readonly Forbidden[];
	/** True when the engine runs on this machine, so that host figures can be read here. */
	readonly isLocal: boolean;
}
