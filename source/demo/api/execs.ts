import {type DemoContainer, isAlive} from '../world/container.ts';
import {containerEvent} from '../world/container-events.ts';
import {hexFor} from '../world/random.ts';
import type {World} from '../world/world.ts';

export interface ExecOptions {
	readonly argv: readonly string[];
	readonly env: readonly string[];
	readonly user: string | undefined;
	readonly workingDirectory: string | undefined;
	readonly isTty: boolean;
	readonly hasInput: boolean;
}

/** A process that a client runs in a container beside the first one. */
export interface Exec extends ExecOptions {
	readonly id: string;
	readonly container: DemoContainer;
	readonly pid: number;
	/** Aborted when the container ends. */
	readonly killed: AbortController;
	size: {readonly columns: number; readonly rows: number};
	state: 'created' | 'running' | 'ended';
	exitCode: number | undefined;
}

/** The real engine forgets them after some minutes; so many are remembered here. */
const remembered = 500;

/** All execs of the engine, running and ended. */
export class Execs {
	readonly #world: World;
	readonly #execs = new Map<string, Exec>();
	#count = 0;

	constructor(world: World) {
		this.#world = world;
		world.hub.subscribe(({action, id}) => {
			if (action !== 'die') return;
			for (const exec of this.runningIn(id)) this.end(exec, 137);
		});
	}

	create(container: DemoContainer, options: ExecOptions): Exec {
		const id = hexFor(`exec ${container.id} ${this.#world.nowMillis} ${this.#count++}`);
		const exec: Exec = {
			...options,
			id,
			container,
			pid: container.pid + 60 + (this.#count % 2000),
			killed: new AbortController(),
			size: {columns: 80, rows: 24},
			state: 'created',
			exitCode: undefined,
		};
		this.#execs.set(id, exec);
		this.#forgetOldest();
		this.#tell(exec, `exec_create: ${options.argv.join(' ')}`);
		return exec;
	}

	get(id: string): Exec | undefined {
		return this.#execs.get(id);
	}

	begin(exec: Exec): void {
		exec.state = 'running';
		this.#tell(exec, `exec_start: ${exec.argv.join(' ')}`);
	}

	end(exec: Exec, exitCode: number): void {
		if (exec.state === 'ended') return;
		exec.state = 'ended';
		exec.exitCode = exitCode;
		exec.killed.abort();
		this.#tell(exec, 'exec_die', {exitCode: String(exitCode)});
	}

	runningIn(containerId: string): Exec[] {
		return [...this.#execs.values()].filter(
			exec => exec.container.id === containerId && exec.state === 'running',
		);
	}

	/** Those of a container; null when there are none, as the engine says it. */
	idsOf(container: DemoContainer): string[] | null {
		const ids = this.runningIn(container.id).map(({id}) => id);
		return ids.length > 0 && isAlive(container) ? ids : null;
	}

	#tell(exec: Exec, action: string, attributes: Readonly<Record<string, string>> = {}): void {
		containerEvent(this.#world, exec.container, action, {execID: exec.id, ...attributes});
	}

	#forgetOldest(): void {
		if (this.#execs.size <= remembered) return;
		const oldest = [...this.#execs.values()].find(({state}) => state !== 'running');
		if (oldest) this.#execs.delete(oldest.id);
	}
}
