import type {ContainerRef} from './ids.ts';

/** A container as it was when somebody chose it: what the selection does meanwhile is of no interest. */
export interface ShellTarget {
	readonly ref: ContainerRef;
	/** The name people use: `shop/api`. */
	readonly title: string;
}

/** What is run in a container besides what it is for; undefined: as the image says. */
export interface ShellChoice {
	/** Undefined: the best shell there is. */
	readonly argv?: readonly string[];
	readonly user?: string;
	readonly workingDirectory?: string;
	/** `NAME=value` */
	readonly env?: readonly string[];
}

export interface ShellRequest extends ShellChoice {
	readonly target: ShellTarget;
}

export interface DebugRequest {
	readonly target: ShellTarget;
	readonly image: string;
}

/** Beside dockmon, in the terminal multiplexer that it runs in. */
export interface SplitRequest {
	readonly target: ShellTarget;
	readonly what: 'shell' | 'logs';
	readonly where: 'pane' | 'window';
}
