import {setTimeout as sleep} from 'node:timers/promises';
import {PrivateEngine} from '../private-engine.ts';
import {burner, writer} from './container-scripts.ts';
import type {SoakPlan} from './plan.ts';

/** How long the daemon is away. */
const awayMillis = 1500;
const patienceMillis = 180_000;
/** Containers that are started at once. */
const concurrency = 3;
const projects = ['shop', 'billing', 'observe'] as const;
/** The one that is never replaced. */
export const anchorName = 'anchor';
const anchorLinesPerSecond = 4;
/** Every so many of the others writes nothing and burns CPU. */
const burnerEach = 6;

interface Slot {
	readonly name: string;
	readonly options: readonly string[];
	readonly script: string;
}

/** Containers with logs on a daemon of our own, some of which are replaced, and the daemon is restarted. */
export class SoakWorld {
	readonly engine: PrivateEngine;
	readonly #slots: readonly Slot[];
	#replaced = 0;
	/** One thing at a time is done to it. */
	#turn: Promise<unknown> = Promise.resolve();

	private constructor(engine: PrivateEngine, plan: SoakPlan) {
		this.engine = engine;
		this.#slots = slotsOf(plan);
	}

	static async open(plan: SoakPlan, signal: AbortSignal): Promise<SoakWorld> {
		const world = new SoakWorld(await PrivateEngine.create(), plan);
		try {
			const waiting = world.#slots.values();
			const work = async (): Promise<void> => {
				for (const slot of waiting) {
					signal.throwIfAborted();
					await world.#run(slot);
				}
			};
			await Promise.all(Array.from({length: concurrency}, work));
			return world;
		} catch (error) {
			await world.dispose();
			throw error;
		}
	}

	/** So far. */
	get replaced(): number {
		return this.#replaced;
	}

	get containers(): number {
		return this.#slots.length;
	}

	/** Resolves with the result when nothing else is being done to it; until then nothing else is. */
	alone<Result>(use: () => Promise<Result>): Promise<Result> {
		const mine = this.#turn.then(use);
		this.#turn = mine.catch(() => undefined);
		return mine;
	}

	/** Removes a container and makes one of the same name, in turn of all but the anchor. */
	replaceNext(): Promise<void> {
		return this.alone(async () => {
			const others = this.#slots.slice(1);
			const slot = others[this.#replaced % others.length];
			if (slot === undefined) return;
			await this.engine.docker('rm', '--force', slot.name);
			await this.#run(slot);
			this.#replaced++;
		});
	}

	/** Ends the daemon and starts it again; resolves when all containers run again. */
	restart(signal: NodeJS.Signals): Promise<void> {
		return this.alone(async () => {
			await this.engine.end(signal);
			await sleep(awayMillis);
			this.engine.start();
			await this.engine.answers();
			const deadline = performance.now() + patienceMillis;
			while ((await this.#running()) < this.containers) {
				if (performance.now() > deadline) throw new Error('not all containers run again');
				await sleep(250);
			}
		});
	}

	dispose(): Promise<void> {
		return this.engine.dispose();
	}

	async #running(): Promise<number> {
		return (await this.engine.list()).filter(({state}) => state === 'running').length;
	}

	#run({name, options, script}: Slot): Promise<string> {
		return this.engine.docker(
			...['run', '--detach', '--network=none', '--restart=always', '--stop-signal=KILL'],
			// So that logs are rotated, and the disk is not filled.
			...['--log-opt=max-size=1m', '--log-opt=max-file=2', '--label=dockmon.test=soak'],
			...[...options, '--name', name, 'busybox:local', 'sh', '-c', script],
		);
	}
}

const slotsOf = ({containers, linesPerSecond}: SoakPlan): readonly Slot[] => {
	const others = Math.max(0, containers - 1);
	const burners = Math.floor(others / burnerEach);
	const rate = (linesPerSecond - anchorLinesPerSecond) / Math.max(1, others - burners);
	const anchor = {name: anchorName, options: [], script: writer(anchorLinesPerSecond, 0)};
	return [
		anchor,
		...Array.from({length: others}, (_, index): Slot => {
			const project = projects[index % projects.length] ?? '';
			const number = Math.floor(index / projects.length) + 1;
			const service = `worker-${number}`;
			const isBurner = (index + 1) % burnerEach === 0;
			return {
				name: `${project}_${service}_1`,
				options: composeLabels(project, service),
				script: isBurner ? burner : writer(rate, index + 1),
			};
		}),
	];
};

const composeLabels = (project: string, service: string): readonly string[] => {
	const labels = {project, service, 'container-number': '1', oneoff: 'False'};
	return Object.entries(labels).map(
		([name, value]) => `--label=com.docker.compose.${name}=${value}`,
	);
};
