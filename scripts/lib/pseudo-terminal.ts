import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {type IPty, spawn} from '@lydell/node-pty';
import xterm, {type Terminal} from '@xterm/headless';
import type {KeyStep} from './keys.ts';

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

export interface Launch extends Size {
	readonly command: readonly string[];
	/** On top of this process's environment; `undefined` takes a variable away. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** How long an answer of the terminal is on its way (0). */
	readonly answerMillis?: number;
}

export interface Exit {
	readonly code: number;
	readonly signal: number;
}

/** A human's pause between two keys; programs may hold one back to see whether it begins a sequence. */
const keyPauseMillis = 60;

let folder: string | undefined;

/** What a program remembers is for as long as this one runs, and never for its user. */
const stateFolder = (): string => {
	if (folder !== undefined) return folder;
	const made = mkdtempSync(path.join(tmpdir(), 'dockmon-state-'));
	process.once('exit', () => rmSync(made, {recursive: true, force: true}));
	folder = made;
	return made;
};

const environment = (overrides: Launch['env'] = {}): Record<string, string> => {
	const wanted = {
		...process.env,
		TERM: 'xterm-256color',
		COLORTERM: 'truecolor',
		LANG: 'C.UTF-8',
		CI: 'false',
		NO_COLOR: undefined,
		FORCE_COLOR: undefined,
		XDG_STATE_HOME: overrides['XDG_STATE_HOME'] ?? stateFolder(),
		...overrides,
	};
	return Object.fromEntries(
		Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
};

/** A program in a pseudo terminal, and the terminal emulator that shows what it draws. */
export class PseudoTerminal {
	readonly emulator: Terminal;
	/** What the program has written so far. */
	written = '';
	/** The same in bytes. */
	bytesWritten = 0;
	/** What it was answered after some time. */
	answers = '';
	/** `performance.now()` of the last byte; undefined before the first one. */
	lastWriteAtMillis: number | undefined;
	readonly exited: Promise<Exit>;
	exit: Exit | undefined;
	readonly #pty: IPty;

	constructor(launch: Launch) {
		const [file, ...args] = launch.command;
		if (file === undefined) throw new Error('no command given');
		const size = {cols: launch.columns, rows: launch.rows};
		this.emulator = new xterm.Terminal({...size, allowProposedApi: true, scrollback: 1000});
		// A hostile program repeats a character two billion times, and the emulator would do it.
		this.emulator.parser.registerCsiHandler({final: 'b'}, ([count]) => Number(count) > 10_000);
		this.#pty = spawn(file, args, {
			...size,
			name: 'xterm-256color',
			env: environment(launch.env),
		});
		this.#pty.onData(data => {
			this.written += data;
			this.bytesWritten += Buffer.byteLength(data);
			this.lastWriteAtMillis = performance.now();
			this.emulator.write(data);
		});
		// The emulator answers what programs ask of terminals, such as the place of the cursor.
		const {answerMillis = 0} = launch;
		this.emulator.onData(answer => {
			if (answerMillis === 0) this.#pty.write(answer);
			else setTimeout(() => this.#answer(answer), answerMillis).unref();
		});
		this.exited = new Promise(resolve => {
			this.#pty.onExit(({exitCode, signal}) => {
				this.exit = {code: exitCode, signal: signal ?? 0};
				resolve(this.exit);
			});
		});
	}

	get pid(): number {
		return this.#pty.pid;
	}

	#answer(answer: string): void {
		if (this.exit !== undefined) return;
		this.answers += answer;
		this.#pty.write(answer);
	}

	type(bytes: string): void {
		if (this.exit === undefined) this.#pty.write(bytes);
	}

	resize({columns, rows}: Size): void {
		this.emulator.resize(columns, rows);
		this.#pty.resize(columns, rows);
	}

	async play(steps: readonly KeyStep[]): Promise<void> {
		for (const step of steps) {
			if (step.kind === 'wait') await sleep(step.seconds * 1000);
			else if (step.kind === 'resize') this.resize(step);
			else this.type(step.bytes);
			await sleep(keyPauseMillis);
		}
	}

	/** Rows of the visible screen, without the blanks at their ends. */
	screen(): readonly string[] {
		const {active} = this.emulator.buffer;
		return Array.from({length: this.emulator.rows}, (_, row) => {
			const line = active.getLine(active.viewportY + row);
			return line?.translateToString(true) ?? '';
		});
	}

	/** Waits until the screen fits; fails, with the screen in the message, when it never will. */
	async until(fits: (screen: string) => boolean, what: string, timeoutMillis: number) {
		const deadline = performance.now() + timeoutMillis;
		while (!fits(this.screen().join('\n'))) {
			const isOver = this.exit !== undefined || performance.now() > deadline;
			if (isOver) throw new Error(`never saw ${what}; the screen:\n${this.screen().join('\n')}`);
			await sleep(20);
		}
	}

	/** The terminal goes away, as when its window is closed. */
	hangUp(): void {
		const closable: IPty & {destroy?: () => void} = this.#pty;
		closable.destroy?.();
	}

	/** Asks the program to end, insists after three seconds. */
	async stop(): Promise<void> {
		if (this.exit === undefined) this.#pty.kill('SIGTERM');
		await Promise.race([this.exited, sleep(3000, undefined, {ref: false})]);
		if (this.exit === undefined) this.#pty.kill('SIGKILL');
		await this.exited;
		this.emulator.dispose();
	}
}
