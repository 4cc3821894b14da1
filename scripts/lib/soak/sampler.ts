import {readlinkSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';
import {
	type CpuReading,
	listProcFolder,
	readCpu,
	readProcesses,
	readResidentBytes,
	treeOf,
	usedNanos,
} from '../proc.ts';
import type {ClassCount, Inside, InsideCount} from './inside.ts';
import type {HomeCount, Tick} from './record.ts';

/** A dockmon that is busy with something else is not waited for. */
const mostMillis = 4000;

interface Handles {
	readonly files: number;
	readonly sockets: number;
	readonly threads: number;
	readonly children: number;
}

/** Reads what a dockmon has of the machine, and asks it what is alive in it. */
export class Sampler {
	readonly #pid: number;
	readonly #inside: Inside;
	readonly #startedAtMillis = performance.now();
	#cpu: CpuReading;
	#cpuAtMillis = performance.now();

	constructor(pid: number, inside: Inside) {
		this.#pid = pid;
		this.#inside = inside;
		this.#cpu = readCpu(this.#tree());
	}

	/** Since the start. */
	get seconds(): number {
		return (performance.now() - this.#startedAtMillis) / 1000;
	}

	async tick(): Promise<Tick> {
		const atSeconds = this.seconds;
		const late = sleep(mostMillis, undefined, {ref: false});
		const answer = await Promise.race([this.#inside.tick().catch(() => undefined), late]);
		const tree = this.#tree();
		return {
			atSeconds,
			residentBytes: readResidentBytes(tree),
			memory: answer?.memory,
			...this.#handles(tree),
			cpuPercent: this.#usedPercent(tree),
		};
	}

	async count(): Promise<HomeCount> {
		const atSeconds = this.seconds;
		const {files, threads, children} = this.#handles(this.#tree());
		return {atSeconds, files, threads, children, ...summary(await this.#inside.count())};
	}

	#tree(): readonly number[] {
		return treeOf(this.#pid, readProcesses());
	}

	#handles(tree: readonly number[]): Handles {
		const descriptors = listProcFolder(`${this.#pid}/fd`);
		return {
			files: descriptors.length,
			sockets: descriptors.filter(each => isSocket(`/proc/${this.#pid}/fd/${each}`)).length,
			threads: listProcFolder(`${this.#pid}/task`).length,
			children: tree.length - 1,
		};
	}

	#usedPercent(tree: readonly number[]): number {
		const [before, beforeMillis] = [this.#cpu, this.#cpuAtMillis];
		this.#cpu = readCpu(tree);
		this.#cpuAtMillis = performance.now();
		return usedNanos(before, this.#cpu) / (this.#cpuAtMillis - beforeMillis) / 1e4;
	}
}

const isSocket = (file: string): boolean => {
	try {
		return readlinkSync(file).startsWith('socket:');
	} catch {
		// Closed since it was listed.
		return false;
	}
};

/** Classes of which there is one for the whole life, or whose listeners are owned by somebody who stays. */
const lasting: ReadonlySet<string> = new Set(['process', 'stdin', 'stdout', 'AbortSignal']);

/** Other objects with the same listeners. */
const aliases = 'process seen';

const summary = (
	inside: InsideCount,
): Pick<HomeCount, 'liveBytes' | 'timers' | 'listeners' | 'transient' | 'entries' | 'inside'> => {
	const {memory, live} = inside;
	const {timers, emitters, targets, sets, maps} = live;
	const classes = [...Object.entries(emitters), ...Object.entries(targets)];
	const sumOf = (isWanted: (name: string) => boolean, of: (count: ClassCount) => number): number =>
		classes.reduce((sum, [name, count]) => sum + (isWanted(name) ? of(count) : 0), 0);
	return {
		liveBytes: memory.heapUsed + memory.external,
		timers: timers.active,
		listeners:
			sets.subscribers +
			sumOf(
				name => lasting.has(name),
				({listeners}) => listeners,
			),
		transient: sumOf(
			name => !lasting.has(name) && name !== aliases,
			({objects, listeners}) => objects + listeners,
		),
		entries: sets.entries + maps.entries,
		inside,
	};
};
