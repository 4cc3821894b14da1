import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Script} from 'node:vm';
import {known} from '../../source/model/known.ts';
import type {State} from '../../source/store/state.ts';
import {foreignIn} from '../helpers/own-sequences.ts';
import {beyondEdges, unlikeWhole} from './painted.ts';
import {type Order, Program, sayError} from './program.tsx';
import {notYetWell} from './recovery.ts';
import {stateFaults} from './state-checks.ts';
import type {Plan, Step} from './step.ts';
import {TroubledEngine, type World} from './troubled-engine.ts';
import {settle, type VirtualTime} from './virtual-time.ts';

export interface Failure {
	/** Of the plan, counted from 0; behind the last one: at the start. */
	readonly step: number;
	readonly faults: readonly string[];
	readonly screen: readonly string[];
	/** What went wrong with the engine then. */
	readonly rules: readonly string[];
}

export interface Figures {
	steps: number;
	requests: number;
	writes: number;
	mostTimers: number;
	mostSockets: number;
	calms: number;
	slowestRecoveryMillis: number;
	/** What that one waited for last. */
	slowestFor: string;
	/** Steps behind which the connection was live. */
	live: number;
	/** How often the screen was compared with one drawn by what remembers nothing. */
	drawnAnew: number;
	/** What was on the screen behind a step, each once. */
	seen: readonly string[];
}

export interface Outcome {
	readonly failure?: Failure;
	readonly figures: Figures;
}

const mostTimers = 250;
/** Besides one for each container: engines of old are asked for all figures at once. */
const mostSockets = 40;
/** Until the list, the figures and all that was being done are as the engine says. */
const recoveryMillis = 130_000;
const lookMillis = 250;
const compareEvery = 7;
/** Requests that change nothing: programs that list files, and waiting for an end. */
const isHarmless = /^\/exec\/|\/(?:exec|wait)$/;

const pipesOf = (): number =>
	process.getActiveResourcesInfo().filter(name => name === 'PipeWrap').length;

/** Beside the bundle that this is in. A script and no module, because modules stay in memory. */
const fresh = new Script(readFileSync(new URL('fresh.cjs', import.meta.url), 'utf8'));

const drawnAnew = (): typeof import('./fresh.ts') => fresh.runInThisContext();

class Chaos {
	readonly #time: VirtualTime;
	readonly #engine: TroubledEngine;
	readonly #program: Program;
	readonly #faults: string[] = [];
	readonly #orders: Order[] = [];
	readonly #pipesBefore = pipesOf();
	/** The state that the screen has heard of. */
	#drawn: State | undefined;
	/** The step is a key, and before it a question was on the screen. */
	#mayOrder = false;
	#size = {columns: 100, rows: 30};
	readonly figures: Figures = {
		...{steps: 0, requests: 0, writes: 0, calms: 0},
		...{mostTimers: 0, mostSockets: 0, slowestRecoveryMillis: 0, slowestFor: ''},
		...{live: 0, drawnAnew: 0, seen: []},
	};

	constructor(time: VirtualTime, engine: TroubledEngine) {
		this.#time = time;
		this.#engine = engine;
		this.#program = new Program(engine, {
			onFault: what => this.#faults.push(what),
			onOrder: orders => this.#note(orders),
		});
		const {store} = this.#program;
		store.subscribe(() => {
			this.#drawn = store.getState();
		});
		for (const event of ['uncaughtException', 'unhandledRejection'])
			process.on(event, error => this.#faults.push(`${event}: ${sayError(error)}`));
	}

	async start(): Promise<void> {
		await this.#engine.start();
		await this.#program.watch(this.#engine);
		await this.#time.advance(5000);
	}

	/** Sentences about what is wrong behind it. */
	async run(step: Step, index: number): Promise<readonly string[]> {
		this.#mayOrder = step.kind === 'keys' && this.#isAsked();
		this.#takeWritten();
		await this.#does(step);
		await this.#time.advance(step.thenMillis);
		await this.#check();
		if (index % compareEvery === 0) await this.#compare();
		this.#look();
		return this.#faults;
	}

	async end(): Promise<void> {
		await this.#program.end();
		await this.#engine.stop();
	}

	failureAt(step: number): Failure {
		return {
			...{step, faults: [...new Set(this.#faults)]},
			// The emulator keeps what was to the right of its new edge.
			screen: this.#program.terminal.rows().map(row => row.slice(0, this.#size.columns)),
			rules: this.#engine.rules,
		};
	}

	async #does(step: Step): Promise<void> {
		const engine = this.#engine;
		const program = this.#program;
		switch (step.kind) {
			case 'keys':
				return program.type(step.keys.join(''));
			case 'bytes':
				return program.type(step.bytes);
			case 'mouse':
				return program.type(this.#report(step).repeat(step.times));
			case 'resize':
				return this.#resize(step.columns, step.rows);
			case 'fault':
				return engine.addFault(step.rule);
			case 'mend':
				return engine.mend();
			case 'deed':
				return engine.does(step.deed, step.which);
			case 'cut':
				return engine.demo?.cutAll();
			case 'restart':
				await engine.stop();
				await this.#time.advance(step.awayMillis);
				return engine.start();
			case 'jump':
				return this.#time.jump(step.millis);
			case 'wait':
				return;
			case 'calm':
				return this.#calm();
		}
	}

	#report({x, y, button}: {x: number; y: number; button: number}): string {
		const {columns, rows} = this.#size;
		const place = `${1 + Math.floor(x * columns)};${1 + Math.floor(y * rows)}`;
		return `\u001B[<${button};${place}M${button < 64 ? `\u001B[<${button};${place}m` : ''}`;
	}

	#resize(columns: number, rows: number): void {
		this.#takeWritten();
		this.#size = {columns, rows};
		this.#program.terminal.resize(columns, rows);
	}

	/** What a person would see before a key that does something. */
	#isAsked(): boolean {
		const kind = this.#program.state.frame.overlays.at(-1)?.kind;
		const isQuestion = /^(?:confirm|confirm-name|bulk|put)$/.test(kind ?? '');
		return isQuestion && this.#program.terminal.rows().some(row => /[╭╰]/.test(row));
	}

	#note(orders: readonly Order[]): void {
		if (!this.#mayOrder)
			this.#faults.push(`without a question: ${orders.map(({verb}) => verb).join()}`);
		this.#orders.push(...orders);
	}

	#look(): void {
		const {figures} = this;
		const {connection, frame} = this.#program.state;
		figures.steps++;
		if (connection.status === 'live') figures.live++;
		const shown = [frame.view, `tab ${frame.tab}`, frame.overlays.at(-1)?.kind ?? 'none'];
		figures.seen = [...new Set([...figures.seen, ...shown])];
	}

	async #calm(): Promise<void> {
		const engine = this.#engine;
		engine.mend();
		this.#program.type('\u001B[I');
		let faults: readonly string[] = [];
		for (let waited = 0; waited <= recoveryMillis; waited += lookMillis) {
			await this.#time.advance(lookMillis);
			const truth = (await engine.list()) ?? [];
			const before = faults;
			faults = notYetWell(this.#program.state, truth, this.#program.viewport.needed);
			if (faults.length > 0) continue;
			const {figures} = this;
			figures.calms++;
			if (waited > figures.slowestRecoveryMillis) {
				figures.slowestRecoveryMillis = waited;
				figures.slowestFor = before.join(', ').slice(0, 120);
			}
			return;
		}
		this.#faults.push(
			...faults.map(fault => `${recoveryMillis / 1000} s after all faults: ${fault}`),
		);
	}

	async #check(): Promise<void> {
		await settle();
		this.#takeWritten();
		this.#faults.push(...stateFaults(this.#program.state));
		this.#checkWrites();
		const {figures} = this;
		figures.requests = this.#engine.requestCount;
		figures.mostTimers = Math.max(figures.mostTimers, this.#time.pendingTimers);
		// Both ends of each are in this process.
		const sockets = Math.ceil((pipesOf() - this.#pipesBefore) / 2);
		figures.mostSockets = Math.max(figures.mostSockets, sockets);
		if (this.#time.pendingTimers > mostTimers)
			this.#faults.push(`${this.#time.pendingTimers} timers are set`);
		const {size} = this.#program.state.containers.byKey;
		if (sockets > mostSockets + size) this.#faults.push(`${sockets} sockets are open`);
	}

	#takeWritten(): string {
		const written = this.#program.terminal.taken();
		const {columns, rows} = this.#size;
		this.#faults.push(
			...foreignIn(written).map(what => `foreign: ${what}`),
			...beyondEdges(written, columns, rows).map(what => `beyond the edge: ${what}`),
		);
		return written;
	}

	#checkWrites(): void {
		for (const {method, path} of this.#engine.writes.splice(0)) {
			if (isHarmless.test(path)) continue;
			this.figures.writes++;
			const [, , id = ''] = path.split('/');
			const index = this.#orders.findIndex(order => order.id === id);
			if (index < 0) this.#faults.push(`nobody asked for ${method} ${path}`);
			else this.#orders.splice(index, 1);
		}
	}

	async #compare(): Promise<void> {
		const {columns, rows} = this.#size;
		// The emulator has no such sizes.
		if (columns < 2) return;
		const {screen, terminal, runtime} = this.#program;
		const taken = (): string => this.#takeWritten();
		// Where each pane is React has not heard yet before the next frame. A list that was frozen long ago keeps its
		// curves when the seconds they were drawn from are over.
		const {state} = this.#program;
		const isDrawn = this.#drawn === state && state.list.frozen === undefined;
		const anew = isDrawn ? () => drawnAnew().panesAnew(runtime, columns, rows) : undefined;
		if (isDrawn) this.figures.drawnAnew++;
		this.#faults.push(
			...(await unlikeWhole({screen, terminal, columns, rows, taken, ...known('anew', anew)})),
		);
	}
}

/** Mostly the usual one; some have long lists. */
const worldOf = (seed: number): World => {
	if (seed % 4 === 1) return {containers: 120};
	return seed % 4 === 2 ? {stopped: 400} : {};
};

/** Plays a plan in this process, whose time is this one. Ends at the first step behind which something is wrong. */
export const playChaos = async (
	{seed, steps}: Plan,
	time: VirtualTime,
	onStep: (index: number) => void,
): Promise<Outcome> => {
	const folder = mkdtempSync(join(tmpdir(), 'dockmon-chaos-'));
	process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
	process.chdir(folder);
	writeFileSync('gift', 'a gift\n');
	const chaos = new Chaos(time, new TroubledEngine(join(folder, 'docker.sock'), worldOf(seed)));
	await chaos.start();
	for (const [index, step] of steps.entries()) {
		onStep(index);
		const faults = await chaos.run(step, index);
		if (faults.length > 0) return {failure: chaos.failureAt(index), figures: chaos.figures};
	}
	await chaos.end();
	return {figures: chaos.figures};
};
