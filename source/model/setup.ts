/** How a container was made and is run, as an inspect tells it; every foreign string in it is raw. */
export interface ContainerSetup {
	/** `sha256:…` */
	readonly imageId?: string;
	readonly entrypoint: readonly string[];
	readonly command: readonly string[];
	readonly hostname?: string;
	readonly stopSignal?: string;
	/** Undefined: ten seconds. */
	readonly stopTimeoutSeconds?: number;
	/** What it may do beyond other containers, or less than they may, in docker's words: `privileged`, `+NET_ADMIN`. */
	readonly rights: readonly string[];
	/** `NAME=value`; it holds secrets. */
	readonly env: readonly string[];
	readonly mounts: readonly MountSetup[];
	/** As in `docker run --network`. */
	readonly networkMode?: string;
	readonly networks: readonly NetworkSetup[];
	readonly ports: readonly PortSetup[];
	readonly extraHosts: readonly string[];
	readonly health: HealthSetup;
}

export interface MountSetup {
	/** Docker's word: `bind`, `volume`, `tmpfs`. */
	readonly type: string;
	/** Name of the volume. */
	readonly name?: string;
	/** Path on the engine's machine. */
	readonly source?: string;
	readonly target: string;
	readonly isWritable: boolean;
	readonly driver?: string;
	/** Options of a tmpfs, or how a bind is shared with the machine. */
	readonly options?: string;
}

export interface NetworkSetup {
	readonly name: string;
	/** With the length of its prefix: `172.18.0.4/16`. */
	readonly address?: string;
	readonly gateway?: string;
	readonly address6?: string;
	readonly macAddress?: string;
	/** Names under which the others find it. */
	readonly aliases: readonly string[];
}

export interface PortSetup {
	/** `8000/tcp` */
	readonly inside: string;
	/** Addresses of the machine that lead to it: `0.0.0.0:8000`; empty where it is only exposed. */
	readonly outside: readonly string[];
}

export interface HealthSetup {
	/** Undefined where nothing probes it. */
	readonly check?: HealthCheck;
	/** `starting`, `healthy`, `unhealthy`; undefined without a check. */
	readonly status?: string;
	readonly failingStreak?: number;
	/** What the engine remembers of its probes, the newest first. */
	readonly runs: readonly ProbeRun[];
}

export interface HealthCheck {
	/** Without docker's first word. */
	readonly command: readonly string[];
	/** The command is one text for the shell. */
	readonly isShell: boolean;
	/** Undefined in the following: docker's default. */
	readonly intervalMillis?: number;
	readonly timeoutMillis?: number;
	readonly startPeriodMillis?: number;
	readonly retries?: number;
}

export interface ProbeRun {
	readonly startedAtMillis?: number;
	/** Undefined where it was given up. */
	readonly tookMillis?: number;
	readonly exitCode?: number;
	readonly output: string;
}
