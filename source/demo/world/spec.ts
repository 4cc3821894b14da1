import type {CurveShape} from './curve.ts';
import type {VoiceName} from './voices/voices.ts';

/** What a container is made from, as a compose file would say it, and how its program behaves. */
export interface ContainerSpec {
	readonly name: string;
	/** Undefined for a container without a Compose project. */
	readonly compose?: ComposeSpec;
	readonly image: string;
	readonly command: readonly string[];
	readonly env: readonly string[];
	readonly user?: string;
	readonly workingDirectory?: string;
	readonly labels?: Readonly<Record<string, string>>;
	readonly ports?: readonly PortSpec[];
	readonly mounts?: readonly MountSpec[];
	/** Names; the first one is the network mode. Without any: `bridge`. */
	readonly networks?: readonly string[];
	readonly limits?: LimitsSpec;
	readonly restartPolicy?: RestartPolicyName;
	/** A pseudo terminal: one raw stream of output. */
	readonly tty?: boolean;
	readonly logDriver?: 'json-file' | 'local' | 'none';
	readonly probe?: ProbeSpec;
	readonly load: LoadSpec;
	readonly voice: VoiceName;
	/** Processes beside the first one, as `top` shows them. */
	readonly children?: readonly string[];
	/** From the stop signal to the end. Default 0.4 s; longer than the stop timeout means it is killed. */
	readonly stopMillis?: number;
	/** The program fails by itself, so long after every start. */
	readonly crash?: CrashSpec;
	readonly past: PastSpec;
}

export type RestartPolicyName = 'no' | 'always' | 'unless-stopped' | 'on-failure';

export interface ComposeSpec {
	readonly project: string;
	readonly service: string;
	readonly number: number;
	/** Made by `docker compose run`. */
	readonly oneOff?: boolean;
	/** `service:condition:restart`, as the label of Compose v2 has it. */
	readonly dependsOn?: readonly string[];
}

interface PortSpec {
	readonly container: number;
	readonly protocol?: 'tcp' | 'udp';
	/** Undefined: exposed only. */
	readonly host?: number;
}

interface MountSpec {
	readonly type: 'volume' | 'bind';
	/** Volume name or path of the host. */
	readonly source: string;
	readonly target: string;
	readonly readOnly?: boolean;
}

export interface LimitsSpec {
	readonly cpus?: number;
	readonly memoryBytes?: number;
	readonly pids?: number;
}

export interface ProbeSpec {
	readonly test: readonly string[];
	readonly intervalMillis: number;
	readonly retries: number;
	readonly startPeriodMillis: number;
	/** Probes fail until the program has run for so long; `Infinity`: they always fail. */
	readonly readyAfterMillis: number;
	readonly passOutput: string;
	readonly failOutput: string;
}

interface LoadSpec {
	/** Cores. */
	readonly cpu: CurveShape;
	/** CPU seconds that a start costs, spent over its first seconds. */
	readonly startCpuSeconds?: number;
	readonly memory: MemorySpec;
	/** Bytes for each second of CPU time: traffic follows work. */
	readonly netRx?: number;
	readonly netTx?: number;
	readonly blockRead?: number;
	readonly blockWrite?: number;
	readonly pids: number;
}

interface MemorySpec {
	readonly freshBytes: number;
	/** Reached over the first minutes. */
	readonly settledBytes: number;
	/** Goes up and down on top of it. */
	readonly swingBytes?: number;
	readonly cacheBytes?: number;
	/** Grows for ever, until the limit. */
	readonly leakBytesPerHour?: number;
}

export interface CrashSpec {
	readonly afterMillis: number;
	readonly exitCode: number;
	readonly isOutOfMemory?: boolean;
}

/** What has happened before the demo began. */
export interface PastSpec {
	readonly state: 'running' | 'paused' | 'exited' | 'created';
	/** Since the last start; for an exited container, how long its last run took. */
	readonly ranForMillis: number;
	/** Only for `exited`. */
	readonly exitedForMillis?: number;
	readonly exitCode?: number;
	readonly oomKilled?: boolean;
	readonly restartCount?: number;
	/** When its probe failed for a while. */
	readonly unwell?: readonly {readonly agoMillis: number; readonly forMillis: number}[];
}

export const kibi = 1024;
export const mebi = 1024 * kibi;
export const gibi = 1024 * mebi;
export const seconds = 1000;
export const minutes = 60 * seconds;
export const hours = 60 * minutes;
export const days = 24 * hours;
