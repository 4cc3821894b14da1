import type {Engine} from '../../source/engine/engine.ts';
import type {Container} from '../../source/model/container.ts';
import type {ContainerRef} from '../../source/model/ids.ts';

/** The containers that every engine under test can provide. */
export interface Cast {
	/** Runs, has a shell, and stops when it is told to. */
	idle(): Promise<ContainerRef>;
	/** Runs and writes lines to stdout and stderr all the time. */
	talker(): Promise<ContainerRef>;
	/** Ended by itself after it had written some lines. */
	ended(): Promise<ContainerRef>;
	/** Runs on a terminal of its own and has written some lines. */
	terminal(): Promise<ContainerRef>;
	/** Runs, with a log driver that cannot be read. */
	mute(): Promise<ContainerRef>;
}

/** One engine under test, for one case. */
interface Subject {
	readonly engine: Engine;
	readonly cast: Cast;
	/** What runs in a container, where the engine can be asked past the adapter. */
	readonly processes?: (ref: ContainerRef) => Promise<readonly string[]>;
	close(): Promise<void>;
}

export type EngineMaker = () => Promise<Subject>;

export interface Contract extends Subject {
	/** Fires at the end of the case. */
	readonly signal: AbortSignal;
	readonly controller: AbortController;
}

export const unknownRef = (like: ContainerRef): ContainerRef => ({...like, id: 'f'.repeat(64)});

/** Docker says `is not running`, Podman `can only … running containers`. */
export const notRunning = /is not running|running containers/;

/** The entry of the list, or undefined. */
export const find = async (
	{engine, signal}: Contract,
	ref: ContainerRef,
): Promise<Container | undefined> =>
	(await engine.list(signal)).find(container => container.ref.id === ref.id);

/** Connections of this process, those of the demo engine included. */
export const openSockets = (): number =>
	process.getActiveResourcesInfo().filter(name => /^(Pipe|TCPSocket)Wrap$/.test(name)).length;
