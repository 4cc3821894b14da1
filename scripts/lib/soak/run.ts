import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {PseudoTerminal} from '../pseudo-terminal.ts';
import {Inside} from './inside.ts';
import type {SoakPlan} from './plan.ts';
import type {HomeCount, SoakRecord, SoakRestart, Tick} from './record.ts';
import {Sampler} from './sampler.ts';
import {readLife, type SignsOfLife, whyNotAlive} from './signs-of-life.ts';
import {Walk} from './walk.ts';
import {SoakWorld} from './world.ts';

const size = {columns: 120, rows: 40} as const;
const startMillis = 60_000;
/** Between two looks at a screen that is to change. */
const lookMillis = 1200;
/** After a restart of the daemon on a busy machine all containers have to be found again. */
const aliveMillis = 60_000;

export interface SoakOptions {
	readonly plan: SoakPlan;
	/** `cli.js` of a build. */
	readonly program: string;
	/** Modules to be loaded into it, such as one that leaks. */
	readonly preloads?: readonly string[];
	/** Where snapshots of the heap are written, at the end of the warm-up and at the end. */
	readonly snapshots?: string;
	readonly signal: AbortSignal;
	readonly tell: (text: string) => void;
}

/** Runs dockmon for the time of the plan and tells what was found. Cleans up after itself. */
export const runSoak = async (options: SoakOptions): Promise<SoakRecord> => {
	const {plan, signal} = options;
	const world = await SoakWorld.open(plan, signal);
	try {
		const soak = new Soak(world, options);
		try {
			return await soak.run();
		} finally {
			await soak.dispose();
		}
	} finally {
		await world.dispose();
	}
};

class Soak {
	readonly #world: SoakWorld;
	readonly #options: SoakOptions;
	readonly #inside = new Inside();
	readonly #stateFolder = mkdtempSync(path.join(tmpdir(), 'dockmon-soak-'));
	readonly #terminal: PseudoTerminal;
	readonly #sampler: Sampler;
	/** Fires at the end, of whatever kind. */
	readonly #over = new AbortController();
	readonly #signal: AbortSignal;
	readonly #ticks: Tick[] = [];
	readonly #counts: HomeCount[] = [];
	readonly #restarts: SoakRestart[] = [];
	readonly #faults: string[] = [];
	#rounds = 0;
	#isRestarting = false;

	constructor(world: SoakWorld, options: SoakOptions) {
		this.#world = world;
		this.#options = options;
		this.#signal = AbortSignal.any([options.signal, this.#over.signal]);
		this.#terminal = new PseudoTerminal({
			command: [process.execPath, options.program, '--host', world.engine.url],
			env: {
				...this.#inside.environment(options.preloads),
				XDG_STATE_HOME: this.#stateFolder,
			},
			...size,
		});
		this.#sampler = new Sampler(this.#terminal.pid, this.#inside);
	}

	async run(): Promise<SoakRecord> {
		const {plan} = this.#options;
		await this.#terminal.until(
			screen => readLife(screen.split('\n')).running === this.#world.containers,
			'all containers',
			startMillis,
		);
		const beside = [
			this.#every(plan.tickSeconds, () => this.#tick()),
			this.#every(plan.replaceSeconds, () => this.#world.replaceNext()),
			this.#restart(),
		];
		try {
			// The first that fails ends all of it.
			await Promise.race([this.#walk(), Promise.all(beside)]);
		} finally {
			this.#over.abort();
			await Promise.allSettled(beside);
		}
		return this.#record();
	}

	async dispose(): Promise<void> {
		this.#over.abort();
		await this.#terminal.stop();
		this.#inside.dispose();
		rmSync(this.#stateFolder, {recursive: true, force: true});
	}

	#record(): SoakRecord {
		const reports = readdirSync(this.#stateFolder, {recursive: true, encoding: 'utf8'})
			.filter(name => path.basename(name).startsWith('crash-'))
			.map(name => `it wrote ${path.basename(name)}`);
		return {
			ticks: this.#ticks,
			counts: this.#counts,
			restarts: this.#restarts,
			containers: this.#world.containers,
			replaced: this.#world.replaced,
			rounds: this.#rounds,
			faults: [...this.#faults, ...reports],
		};
	}

	async #walk(): Promise<void> {
		const {plan, snapshots, tell} = this.#options;
		const walk = new Walk(this.#terminal, plan.pace, this.#signal);
		let isWarm = false;
		while (!this.#isLongEnough()) {
			await walk.round();
			if (!this.#isRestarting) await walk.visitShell();
			this.#rounds++;
			const sinceCount = this.#sampler.seconds - (this.#counts.at(-1)?.atSeconds ?? 0);
			if (sinceCount < plan.countSeconds) continue;
			await this.#world.alone(async () => {
				await walk.goHome();
				await this.#isAlive();
				await this.#count();
			});
			if (snapshots === undefined || isWarm || this.#sampler.seconds < plan.warmUpSeconds) continue;
			isWarm = true;
			await this.#inside.snapshot(path.join(snapshots, 'warm.heapsnapshot'));
		}
		if (snapshots !== undefined)
			await this.#inside.snapshot(path.join(snapshots, 'end.heapsnapshot'));
		// What it has told its user meanwhile.
		this.#terminal.type('h');
		await sleep(lookMillis, undefined, {signal: this.#signal});
		tell(this.#terminal.screen().join('\n'));
	}

	#isLongEnough(): boolean {
		const {seconds, warmUpSeconds, leastCounts} = this.#options.plan;
		const counts = this.#counts.filter(({atSeconds}) => atSeconds >= warmUpSeconds);
		return this.#sampler.seconds >= seconds && counts.length >= leastCounts;
	}

	async #tick(): Promise<void> {
		if (this.#terminal.exit !== undefined)
			throw new Error(`dockmon ended:\n${this.#terminal.screen().join('\n')}`);
		this.#ticks.push(await this.#sampler.tick());
		// Nobody reads it, and in an hour it is a lot.
		this.#terminal.written = '';
	}

	async #count(): Promise<void> {
		const {plan, tell} = this.#options;
		await sleep(plan.settleMillis, undefined, {signal: this.#signal});
		const count = await this.#sampler.count();
		this.#counts.push(count);
		const {inside: _, ...figures} = count;
		tell(JSON.stringify(figures));
	}

	/** Waits until the screen shows that all goes on; tells why not where it does not come to that. */
	async #isAlive(): Promise<void> {
		const deadline = performance.now() + aliveMillis;
		let before = this.#look();
		for (;;) {
			await sleep(lookMillis, undefined, {signal: this.#signal});
			const after = this.#look();
			const reason = whyNotAlive(before, after, this.#world.containers);
			if (reason === undefined) return;
			if (performance.now() > deadline) {
				const at = `at ${this.#sampler.seconds.toFixed(0)} s`;
				this.#faults.push(`${at}: ${reason}\n${this.#terminal.screen().join('\n')}`);
				return;
			}
			before = after;
		}
	}

	#look(): SignsOfLife {
		return readLife(this.#terminal.screen());
	}

	async #restart(): Promise<void> {
		const {plan, tell} = this.#options;
		for (const [index, atSeconds] of plan.restartSeconds.entries()) {
			await this.#until(atSeconds);
			const signal = index % 2 === 0 ? 'SIGTERM' : 'SIGKILL';
			this.#isRestarting = true;
			const started = this.#sampler.seconds;
			await this.#world.restart(signal);
			this.#isRestarting = false;
			this.#restarts.push({signal, atSeconds: started, backSeconds: this.#sampler.seconds});
			tell(`${signal} to the daemon at ${started.toFixed(0)} s`);
		}
		await this.#until(Number.POSITIVE_INFINITY);
	}

	async #every(seconds: number, use: () => Promise<void>): Promise<void> {
		for (
			let atSeconds = seconds;
			;
			atSeconds = Math.max(atSeconds + seconds, this.#sampler.seconds)
		) {
			await this.#until(atSeconds);
			await use();
		}
	}

	async #until(atSeconds: number): Promise<void> {
		const millis = Math.min(2 ** 31 - 1, Math.max(0, atSeconds - this.#sampler.seconds) * 1000);
		await sleep(millis, undefined, {signal: this.#signal});
	}
}
