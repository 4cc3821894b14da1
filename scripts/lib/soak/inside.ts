import {mkdtempSync, rmSync} from 'node:fs';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {text} from 'node:stream/consumers';

const preload = path.join(import.meta.dirname, '../../preload/live-counts.cjs');

/** `process.memoryUsage()`, in bytes. */
export interface MemoryUsage {
	readonly rss: number;
	readonly heapTotal: number;
	readonly heapUsed: number;
	readonly external: number;
	readonly arrayBuffers: number;
}

/** What is alive of one class. */
export interface ClassCount {
	readonly objects: number;
	readonly listeners: number;
}

export interface InsideTick {
	/** With the garbage that nobody has collected yet. */
	readonly memory: MemoryUsage;
	/** What keeps the process alive, by type. */
	readonly resources: Readonly<Record<string, number>>;
}

export interface InsideCount extends InsideTick {
	readonly live: {
		readonly timers: {readonly active: number};
		/** Of `node:events`, by class. */
		readonly emitters: Readonly<Record<string, ClassCount>>;
		/** Signals and their like, by class; of listeners those for `abort`. */
		readonly targets: Readonly<Record<string, ClassCount>>;
		readonly sets: {readonly entries: number; readonly subscribers: number};
		readonly maps: {readonly entries: number};
	};
}

/** Asks a dockmon that was started with `environment` what is alive in it. */
export class Inside {
	readonly #folder = mkdtempSync(path.join(tmpdir(), 'dockmon-inside-'));

	/** For that dockmon alone. `also`: further modules to load before it. */
	environment(also: readonly string[] = []): Readonly<Record<string, string>> {
		const options = [preload, ...also].map(file => `--require=${file}`);
		return {NODE_OPTIONS: options.join(' '), DOCKMON_SOAK_SOCKET: this.#socketPath};
	}

	/** Costs it next to nothing. */
	tick(): Promise<InsideTick> {
		return this.#ask('tick');
	}

	/** Collects its garbage first, so the memory it tells is in use. Stops it for some 100 ms. */
	count(): Promise<InsideCount> {
		return this.#ask('count');
	}

	async snapshot(file: string): Promise<void> {
		await this.#ask(`snapshot ${file}`);
	}

	dispose(): void {
		rmSync(this.#folder, {recursive: true, force: true});
	}

	async #ask<Answer>(what: string): Promise<Answer> {
		const socket = connect(this.#socketPath);
		socket.write(`${what}\n`);
		const {answer, error} = JSON.parse(await text(socket));
		if (error !== undefined) throw new Error(`dockmon cannot tell what is in it: ${error}`);
		return answer;
	}

	get #socketPath(): string {
		return path.join(this.#folder, 'inside.sock');
	}
}
