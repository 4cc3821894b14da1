import type {DemoContainer} from '../world/container.ts';
import type {World} from '../world/world.ts';
import type {Io} from './io.ts';

/** The surroundings that all programs of an exec share. */
export interface Surroundings {
	readonly world: World;
	readonly container: DemoContainer;
	readonly user: string;
	/** By name or path; undefined when the image has no such program. */
	readonly findProgram: (name: string) => Program | undefined;
	/** Processes of the container as `ps` shows them: pid and command. */
	readonly processes: () => readonly (readonly [pid: number, command: string])[];
	/** Ctrl-C calls this from now on, until the returned function is called. */
	readonly catchInterrupts: (handler: () => void) => () => void;
	/** Of the terminal, as it was last resized. */
	readonly size: () => {readonly columns: number; readonly rows: number};
}

/** One running program. */
export interface Process {
	/** Without the program's own name. */
	readonly args: readonly string[];
	readonly io: Io;
	readonly env: ReadonlyMap<string, string>;
	readonly directory: string;
	/** Aborted by Ctrl-C and when the container ends. */
	readonly signal: AbortSignal;
	readonly surroundings: Surroundings;
}

/** Returns the exit code. */
export type Program = (process: Process) => number | Promise<number>;

export const interruptedCode = 130;

/** True when the signal came before the promise settled. */
export const isInterrupted = async (
	promise: Promise<unknown>,
	signal: AbortSignal,
): Promise<boolean> => {
	if (signal.aborted) return true;
	const {promise: aborted, resolve} = Promise.withResolvers<'aborted'>();
	const onAbort = () => resolve('aborted');
	signal.addEventListener('abort', onAbort);
	const first = await Promise.race([promise, aborted]);
	signal.removeEventListener('abort', onAbort);
	return first === 'aborted';
};
