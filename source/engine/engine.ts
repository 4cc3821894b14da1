import type {ClientsFound} from '../model/act/clients.ts';
import type {ContainerAction} from '../model/act/container-action.ts';
import type {Container, ContainerDetails} from '../model/container.ts';
import type {EngineEvent} from '../model/engine-event.ts';
import type {EngineInfo} from '../model/engine-info.ts';
import type {FileChanges} from '../model/file-change.ts';
import type {ContainerRef, HostId} from '../model/ids.ts';
import type {ImageConfig} from '../model/image-config.ts';
import type {JsonDocument} from '../model/json.ts';
import type {LogLine} from '../model/log-line.ts';
import type {ProcessList} from '../model/process.ts';
import type {ContainerSetup} from '../model/setup.ts';
import type {StatsSample} from '../model/stats-sample.ts';
import type {VolumeUse} from '../model/volume-use.ts';
import type {EngineFiles} from './engine-files.ts';

/** `unchanged`: the container was already so (HTTP 304), which is a success. */
export type ActOutcome = 'done' | 'unchanged';

export interface LogOptions {
	/** Go on with what is written from now on, until aborted or the container stops. */
	readonly follow: boolean;
	/** Entries before the present; the engine counts parts of lines above 16 KiB singly. */
	readonly tail: number;
	/** Only entries at or after this instant: the `stamp` of a line, or `seconds.nanoseconds` (a number would lose digits). */
	readonly since?: string;
	/** Only entries up to this instant, in the same form, it included. `tail` counts from the end of the log all the same. */
	readonly until?: string;
	/** From the inspect: whether the answer is one raw stream. */
	readonly tty: boolean;
}

/** A container that is to be sampled. */
export interface StatsTarget {
	readonly ref: ContainerRef;
	/** Somebody looks at its figures; the others are sampled seldom. */
	readonly isWatched: boolean;
	/** It has a network of its own, or shares one with a container; not that of the machine, nor none. */
	readonly hasTraffic: boolean;
}

export interface StatsOptions {
	/** Asked before every round, so that the set may change at any time. */
	readonly targets: () => readonly StatsTarget[];
	/** Between two samples of what is watched; undefined: what suits the way they are read. */
	readonly intervalMillis?: number;
	/** A proxy does not let the engine be asked for samples; told each time. */
	readonly onForbidden?: () => void;
}

/** By the engine's clock. */
export interface EventSpan {
	readonly sinceMillis: number;
	readonly untilMillis: number;
}

export interface ExecOptions {
	readonly argv: readonly string[];
	readonly columns: number;
	readonly rows: number;
	/** `NAME=value` */
	readonly env?: readonly string[];
	/** Name or number, with a group behind a colon; undefined: whoever the image says. */
	readonly user?: string;
	/** Absolute; undefined: where the image says. */
	readonly workingDirectory?: string;
}

/** An open terminal in a container. */
export interface ExecSession {
	readonly id: string;
	/** Raw bytes of the terminal. Ends when the process does, rejects `unreachable` when the connection breaks. */
	readonly output: AsyncIterable<Uint8Array>;
	write(bytes: Uint8Array): void;
	/** Best effort: a process that has just ended cannot be resized, and nobody minds. */
	resize(columns: number, rows: number): Promise<void>;
	/** After `output` ended. Undefined when the engine no longer knows. */
	exitCode(): Promise<number | undefined>;
	/**
	 * Ends the process too: closing the connection alone would leave it in the container. Rejects when
	 * that cannot be made sure.
	 */
	close(): Promise<void>;
	/**
	 * For when dockmon ends: resolves as soon as all that runs in it will come to its end without dockmon.
	 * Undefined where only `close` sees to that.
	 */
	leave?(): Promise<void>;
}

/** The terminal, or the output, of the first process of a container. */
export interface AttachSession extends ExecSession {
	/** False: lines of output, and what is typed does not come as keys. */
	readonly isTerminal: boolean;
	/** Whether what is written arrives anywhere. */
	readonly takesInput: boolean;
}

export interface AttachOptions {
	readonly columns: number;
	readonly rows: number;
}

/** An image that is on the engine, under one of its names. */
export interface ImageName {
	readonly name: string;
	readonly sizeBytes?: number;
}

export interface DebugOptions extends AttachOptions {
	readonly image: string;
	/** What runs in it. */
	readonly argv: readonly string[];
}

/**
 * A container engine. Every call takes a signal and has its own deadline; every call rejects only
 * with `EngineError` or `AbortError`. Streams end quietly when aborted.
 */
export interface Engine {
	readonly hostId: HostId;
	/** Negotiates the API version; call first and after every lost connection. */
	connect(signal: AbortSignal): Promise<EngineInfo>;
	/** Answers within two seconds or rejects: the heartbeat. */
	ping(signal: AbortSignal): Promise<void>;
	/**
	 * Looks, without asking the engine, whether it is the one that was connected to: rejects
	 * `unreachable` when its socket is gone or is another one. Over a network nothing can be seen.
	 */
	look(): Promise<void>;
	/**
	 * Milliseconds since a call was answered, by a clock that nobody sets; infinite before the first.
	 * What a stream says does not count, because streams outlive the socket of an engine that stops.
	 */
	quietMillis(): number;
	/**
	 * Resolves when another try to connect may do better than the last one, because there is a new
	 * socket; otherwise when the signal fires. Never rejects.
	 */
	untilReplaced(signal: AbortSignal): Promise<void>;
	/** All containers, stopped ones too, without `details`. */
	list(signal: AbortSignal): Promise<readonly Container[]>;
	/** Those that run or are about to: answered soon, however many have stopped. */
	listUp(signal: AbortSignal): Promise<readonly Container[]>;
	/** Those with these ids that there are. */
	listSome(ids: ReadonlySet<string>, signal: AbortSignal): Promise<readonly Container[]>;
	/** Rejects `not-found` for a container that has gone. */
	inspect(ref: ContainerRef, signal: AbortSignal): Promise<ContainerDetails>;
	/** The whole inspect, as far as it is not beyond all measure. It holds secrets. */
	inspectDocument(ref: ContainerRef, signal: AbortSignal): Promise<JsonDocument>;
	/**
	 * What runs in it; runs `ps` on the engine's machine, so it is for while somebody looks. Rejects
	 * `conflict` when the container is not running.
	 */
	processes(ref: ContainerRef, signal: AbortSignal): Promise<ProcessList>;
	/** Files that differ from the image's; walks them all, so it is for when somebody asks. */
	changes(ref: ContainerRef, signal: AbortSignal): Promise<FileChanges>;
	/** All volumes; adds up their files, which may take a minute. Only for when somebody asks. */
	volumeSizes(signal: AbortSignal): Promise<readonly VolumeUse[]>;
	/** Names of all volumes, whoever made them. */
	volumeNames(signal: AbortSignal): Promise<readonly string[]>;
	/** By the `Image` of an inspect. Rejects `not-found` for an image that was removed by force. */
	imageConfig(imageId: string, signal: AbortSignal): Promise<ImageConfig>;
	/**
	 * Who is connected to these now, by id; those of which nobody can tell are missing, which is all where
	 * the engine is not on this machine. Looks at the kernel and asks the engine nothing; takes a moment,
	 * and is for when somebody asks. Never rejects.
	 */
	clients(
		refs: readonly ContainerRef[],
		signal: AbortSignal,
	): Promise<ReadonlyMap<string, ClientsFound>>;
	/** More of the same answer, for somebody who looks at one container. */
	setup(ref: ContainerRef, signal: AbortSignal): Promise<ContainerSetup>;
	/**
	 * Resolves once the engine accepted the subscription, so that a list made after it has no hole.
	 * Goes on after the last event of the stream before, and tells none twice.
	 */
	events(signal: AbortSignal): Promise<AsyncIterable<EngineEvent>>;
	/**
	 * What the engine remembers of a time that is over, oldest first. It may be little: Docker keeps the
	 * last 256 events of all kinds.
	 */
	pastEvents(span: EventSpan, signal: AbortSignal): Promise<readonly EngineEvent[]>;
	/**
	 * One batch a round, never empty, with what is new; a container that is stopped or does not answer
	 * is left out. A new target's first two samples do not wait for the round. Read from the files of
	 * the kernel where the engine is on this machine and they may be read, else asked for; each sample
	 * tells which. Never rejects: whether the engine is there is asked by `ping`.
	 */
	stats(options: StatsOptions, signal: AbortSignal): AsyncIterable<readonly StatsSample[]>;
	/** Resolves once the engine accepted; batches of whole lines. Rejects `unsupported` when the driver cannot be read. */
	logs(
		ref: ContainerRef,
		options: LogOptions,
		signal: AbortSignal,
	): Promise<AsyncIterable<readonly LogLine[]>>;
	/** Waits until the engine is done: up to the container's stop timeout and 15 s, a minute for a start or a removal. */
	act(ref: ContainerRef, action: ContainerAction, signal: AbortSignal): Promise<ActOutcome>;
	/**
	 * Rejects `conflict` when the container is not running. A missing program is not an error here: the
	 * session ends with 126 or 127. The signal ends the opening; an open session ends by `close`.
	 */
	exec(ref: ContainerRef, options: ExecOptions, signal: AbortSignal): Promise<ExecSession>;
	readonly files: EngineFiles;
	/**
	 * Joins the first process of a container. Closing leaves it running; once the output ended,
	 * `exitCode` is undefined where it runs on. Rejects `conflict` when the container is not running.
	 */
	attach(ref: ContainerRef, options: AttachOptions, signal: AbortSignal): Promise<AttachSession>;
	/** Those with a name. */
	imageNames(signal: AbortSignal): Promise<readonly ImageName[]>;
	/**
	 * A container of another image that shares processes and network with this one; it is removed at its
	 * end and by `close`. The signal ends the opening.
	 */
	debug(ref: ContainerRef, options: DebugOptions, signal: AbortSignal): Promise<ExecSession>;
	/** Frees sockets. */
	dispose(): void;
}
