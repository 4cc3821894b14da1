import {readdir, readlink} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Listed, PrivateEngine} from './private-engine.ts';
import {PseudoTerminal} from './pseudo-terminal.ts';
import {median} from './statistics.ts';

const cli = path.join(import.meta.dirname, '../../build/cli.js');
/** How often the screen is looked at. */
const lookMillis = 10;
const patienceMillis = 60_000;
const idle = 'exec sleep 100000';

export interface Restart {
	/** From the signal to the banner. */
	readonly bannerMillis: number;
	/** From the first answer of the new engine to a list that is right, without the banner. */
	readonly listMillis: number;
}

export interface Freeze {
	/** From the signal to the words. */
	readonly noAnswerMillis: number;
	/** The slowest of the keys that were pressed meanwhile, from the key to its row. */
	readonly slowestKeyMillis: number;
	readonly medianKeyMillis: number;
	/** From the moment it goes on to a screen without the words. */
	readonly recoveryMillis: number;
	readonly keys: number;
	/** Of the program, open at once: what is pending, the streams, and those kept for later. */
	readonly socketsBefore: number;
	readonly mostSockets: number;
}

/** How an engine is silenced, and lets hear of itself again. */
export interface Freezer {
	stop(): void;
	goOn(): void;
}

const freezerOf = (engine: PrivateEngine): Freezer => ({
	stop: () => engine.signal('SIGSTOP'),
	goOn: () => engine.signal('SIGCONT'),
});

/** The built program in a terminal, before an engine that may be killed. */
export class WatchedEngine {
	readonly engine: PrivateEngine;
	readonly terminal: PseudoTerminal;

	private constructor(engine: PrivateEngine, url: string) {
		this.engine = engine;
		this.terminal = new PseudoTerminal({
			command: [process.execPath, cli, '--host', url],
			columns: 160,
			rows: 45,
		});
	}

	/**
	 * With some containers, one of which writes a log; resolves when the screen shows them. `url`: where the
	 * program reaches it, if not at its own address.
	 */
	static async open(engine: PrivateEngine, url = engine.url): Promise<WatchedEngine> {
		await engine.run('counter', 'i=0; while sleep 0.5; do i=$((i+1)); echo "line $i"; done');
		for (const name of ['web', 'worker', 'cache']) await engine.run(name, idle);
		await engine.run('mortal', idle, 'no');
		const watched = new WatchedEngine(engine, url);
		await watched.isRight();
		return watched;
	}

	/** Resolves when the screen shows what the engine lists. */
	async isRight(): Promise<void> {
		await this.#until(async () => {
			if (isBanner(this.#text)) return false;
			return (await this.engine.list()).every(container => this.#shows(container));
		}, 'the list as the engine has it');
	}

	/**
	 * Ends the engine, starts it again after a while, and tells how long the screen was wrong. One of
	 * the containers is not started again with it, so that the list before is not the list after.
	 */
	async restart(signal: NodeJS.Signals, awayMillis: number): Promise<Restart> {
		await this.engine.docker('start', 'mortal');
		await this.isRight();
		const endedAt = performance.now();
		const ended = this.engine.end(signal);
		await this.#until(() => isBanner(this.#text), 'the banner');
		const bannerMillis = performance.now() - endedAt;
		await ended;
		await sleep(awayMillis);
		this.engine.start();
		await this.engine.answers();
		const answeredAt = performance.now();
		await this.isRight();
		return {bannerMillis, listMillis: performance.now() - answeredAt};
	}

	/** Stops the engine, or the way to it, in the middle of whatever it does, and lets it go on after a while. */
	async freeze(frozenMillis: number, way: Freezer = freezerOf(this.engine)): Promise<Freeze> {
		const socketsBefore = await this.#sockets();
		const frozenAt = performance.now();
		way.stop();
		let noAnswerMillis: number | undefined;
		const keyMillis: number[] = [];
		let mostSockets = 0;
		try {
			while (performance.now() - frozenAt < frozenMillis) {
				keyMillis.push(await this.#pressKey());
				mostSockets = Math.max(mostSockets, await this.#sockets());
				if (noAnswerMillis === undefined && isSilent(this.#text))
					noAnswerMillis = performance.now() - frozenAt;
			}
		} finally {
			way.goOn();
		}
		const thawedAt = performance.now();
		if (noAnswerMillis === undefined) throw new Error(`never said "no answer":\n${this.#text}`);
		await this.#until(() => !isSilent(this.#text), 'a screen without "no answer"');
		const recoveryMillis = performance.now() - thawedAt;
		const sockets = {socketsBefore, mostSockets};
		const keys = {
			...{keys: keyMillis.length, slowestKeyMillis: Math.max(...keyMillis)},
			medianKeyMillis: median(keyMillis) ?? Number.NaN,
		};
		return {noAnswerMillis, recoveryMillis, ...keys, ...sockets};
	}

	/** The numbers that the lines of a container's log end in, from top to bottom of the screen. */
	async logNumbers(name: string): Promise<readonly number[]> {
		this.terminal.type(`/\u0015name:${name}\rG`);
		const isShown = () =>
			new RegExp(`^│▌.*${name}`, 'm').test(this.#text) && /line \d+/.test(this.#text);
		await this.#until(isShown, `the log of ${name}`);
		const numbers = [...this.#text.matchAll(/\bline (\d+)/g)].map(([, number]) => Number(number));
		this.terminal.type('/\u0015\r');
		return numbers;
	}

	async #sockets(): Promise<number> {
		const folder = `/proc/${this.terminal.pid}/fd`;
		const names = await readdir(folder);
		const files = await Promise.allSettled(names.map(name => readlink(`${folder}/${name}`)));
		return files.filter(file => file.status === 'fulfilled' && file.value.startsWith('socket:'))
			.length;
	}

	close(): Promise<void> {
		return this.terminal.stop();
	}

	get #text(): string {
		return this.terminal.screen().join('\n');
	}

	/** There is a row with the sign of that state, that of its health, and that name. */
	#shows({name, state}: Listed): boolean {
		const [, sign] = new RegExp(`^│.([●○✗↻]) . ${name}\\b`, 'm').exec(this.#text) ?? [];
		return sign !== undefined && (sign === '●') === (state === 'running');
	}

	/** Moves the selection to the other end of the list; milliseconds until the screen shows it. */
	async #pressKey(): Promise<number> {
		const rowOf = () => this.terminal.screen().findIndex(row => row.startsWith('│▌'));
		const before = rowOf();
		const key = this.#isAtEnd ? 'g' : 'G';
		this.#isAtEnd = !this.#isAtEnd;
		const pressedAt = performance.now();
		this.terminal.type(key);
		await this.#until(() => rowOf() !== before, `an answer to the key ${key}`);
		const tookMillis = performance.now() - pressedAt;
		await sleep(200);
		return tookMillis;
	}

	#isAtEnd = false;

	async #until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
		const deadline = performance.now() + patienceMillis;
		while (!(await isSo())) {
			if (this.terminal.exit !== undefined) throw new Error(`dockmon ended:\n${this.#text}`);
			if (performance.now() > deadline) throw new Error(`never saw ${what}:\n${this.#text}`);
			await sleep(lookMillis);
		}
	}
}

const isBanner = (screen: string): boolean => /(?:v|V)alues are \S+ old/.test(screen);

const isSilent = (screen: string): boolean => /no answer \d+ s/.test(screen) || isBanner(screen);
