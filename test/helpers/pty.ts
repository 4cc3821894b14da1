import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {type Exit, PseudoTerminal} from '../../scripts/lib/pseudo-terminal.ts';
import {endNow, type MarkedProcess, markedProcesses, testMark} from './processes.ts';
import {until} from './until.ts';

export interface PtyOptions {
	readonly file: string;
	readonly args?: readonly string[];
	/** On top of this process's environment; `undefined` takes a variable away. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly columns?: number;
	readonly rows?: number;
	/** How long an answer of the terminal is on its way. */
	readonly answerMillis?: number;
	/** The terminal may be put right a moment after the end, which `settled` then tells of. */
	readonly settles?: boolean;
}

/** What a program can leave switched on in a terminal. */
export interface TerminalModes {
	readonly alternateScreen: boolean;
	readonly cursorVisible: boolean;
	readonly mouse: boolean;
	readonly focusReports: boolean;
	readonly bracketedPaste: boolean;
	/** An update that was begun and not ended. */
	readonly synchronized: boolean;
}

/** As a shell expects them. */
export const ordinaryModes: TerminalModes = {
	alternateScreen: false,
	cursorVisible: true,
	mouse: false,
	focusReports: false,
	bracketedPaste: false,
	synchronized: false,
};

export interface Cell {
	readonly text: string;
	/** `#rrggbb`, the index in the palette, or undefined for the terminal's own. */
	readonly foreground: string | number | undefined;
	readonly background: string | number | undefined;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly reverse: boolean;
}

/**
 * Runs the program between two `stty -a`, and tells its process id: signals are for the program and
 * not for this shell.
 */
const wrapper = `
stty -a > "$1/before"
before=$(stty -g)
sh -c 'echo $$ > "$0/pid"; exec "$@"' "$@"
code=$?
stty -a > "$1/after"
`;
const ending = 'exit $code';

/** The end of the first process would close the terminal for whoever is still busy with it. */
const settling = `
count=0
until [ "$(stty -g)" = "$before" ] || [ $count -ge 100 ]; do count=$((count + 1)); sleep 0.01; done
date +%s%3N > "$1/settled-at"
stty -a > "$1/settled"
`;

/** The library that makes the terminal sets TERM by itself. */
const termOf = (env: PtyOptions['env'] = {}): readonly string[] => {
	if (!('TERM' in env)) return [];
	return env['TERM'] === undefined ? ['-u', 'TERM'] : [`TERM=${env['TERM']}`];
};

/** For what a program has left running when it is disposed of. */
const leavingMillis = 1000;

/** A program in a terminal of its own, for a test to use as a person would. */
export const openPty = async (options: PtyOptions): Promise<Pty> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-pty-'));
	const pty = new Pty(options, folder);
	await until(() => pty.pid, 'the program start');
	return pty;
};

export class Pty {
	readonly #folder: string;
	readonly #terminal: PseudoTerminal;

	constructor(
		{file, args = [], env, columns = 80, rows = 24, answerMillis = 0, settles}: PtyOptions,
		folder: string,
	) {
		const script = wrapper + (settles ? settling : '') + ending;
		this.#folder = folder;
		this.#terminal = new PseudoTerminal({
			command: ['/bin/sh', '-c', script, 'sh', folder, 'env', ...termOf(env), file, ...args],
			// What a killed program leaves behind goes with the folder. Nothing of the user who runs the
			// tests is read, and nothing is remembered for him.
			env: {
				...{TMPDIR: folder, XDG_CACHE_HOME: folder},
				...{XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder},
				...env,
				[testMark]: folder,
			},
			columns,
			rows,
			answerMillis,
		});
	}

	/** Of the program; undefined until it runs. */
	get pid(): number | undefined {
		return Number.parseInt(this.#read('pid'), 10) || undefined;
	}

	/** Everything that went to the terminal. */
	get written(): string {
		return this.#terminal.written;
	}

	/** What the terminal has answered it, where that took time. */
	get answers(): string {
		return this.#terminal.answers;
	}

	/** How the program ended, when it has and its last words are on the screen. */
	async end(): Promise<Exit> {
		const exit = await this.#terminal.exited;
		await new Promise<void>(resolve => this.#terminal.emulator.write('', resolve));
		return exit;
	}

	type(keys: string): void {
		this.#terminal.type(keys);
	}

	resize(columns: number, rows: number): void {
		this.#terminal.resize({columns, rows});
	}

	/** The rows that can be seen, without the blanks at their ends. */
	screen(): readonly string[] {
		return this.#terminal.screen().map(line => line.trimEnd());
	}

	text(): string {
		return this.screen().join('\n');
	}

	/** Waits until the screen shows this, or makes the predicate true. */
	async until(
		wanted: string | RegExp | ((screen: string) => boolean),
		timeoutMillis?: number,
	): Promise<void> {
		const shows = (screen: string): boolean => {
			if (typeof wanted === 'function') return wanted(screen);
			return typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen);
		};
		const what = () => `${wanted} on the screen, which was\n${this.text()}`;
		await until(() => shows(this.text()), what, timeoutMillis);
	}

	/** Where the text stands first; undefined when it does not. */
	find(text: string): {readonly column: number; readonly row: number} | undefined {
		const row = this.screen().findIndex(line => line.includes(text));
		return row === -1 ? undefined : {row, column: this.screen()[row]?.indexOf(text) ?? 0};
	}

	cell(column: number, row: number): Cell {
		const {active} = this.#terminal.emulator.buffer;
		const cell = active.getLine(active.viewportY + row)?.getCell(column);
		if (!cell) throw new Error(`no cell at ${column}, ${row}`);
		const colour = (value: number, isRgb: boolean, isIndex: boolean) => {
			if (isRgb) return `#${value.toString(16).padStart(6, '0')}`;
			return isIndex ? value : undefined;
		};
		return {
			text: cell.getChars() || ' ',
			foreground: colour(cell.getFgColor(), cell.isFgRGB(), cell.isFgPalette()),
			background: colour(cell.getBgColor(), cell.isBgRGB(), cell.isBgPalette()),
			bold: cell.isBold() !== 0,
			dim: cell.isDim() !== 0,
			reverse: cell.isInverse() !== 0,
		};
	}

	/** The modes after everything written so far. */
	modes(): TerminalModes {
		const on = new Set([25]);
		for (const [, list = '', end] of this.written.matchAll(/\u001B\[\?([\d;]+)([hl])/g))
			for (const mode of list.split(';')) on[end === 'h' ? 'add' : 'delete'](Number(mode));
		return {
			alternateScreen: on.has(1049) || on.has(1047) || on.has(47),
			cursorVisible: on.has(25),
			mouse: [9, 1000, 1002, 1003, 1006].some(mode => on.has(mode)),
			focusReports: on.has(1004),
			bracketedPaste: on.has(2004),
			synchronized: on.has(2026),
		};
	}

	/** To the program itself. */
	signal(name: NodeJS.Signals): void {
		if (this.pid !== undefined) process.kill(this.pid, name);
	}

	/** The terminal goes away, as when its window is closed. */
	hangUp(): void {
		this.#terminal.hangUp();
	}

	/** What `stty -a` said before the program and after it; the latter is empty until then. */
	termios(): {readonly before: string; readonly after: string} {
		return {before: this.#read('before'), after: this.#read('after')};
	}

	/** The same when all was put right, or was not within a second; `Date.now()` of that moment. */
	settled(): {readonly termios: string; readonly atMillis: number} {
		return {termios: this.#read('settled'), atMillis: Number(this.#read('settled-at'))};
	}

	/** Everything that came from this terminal and still runs. */
	processes(): readonly MarkedProcess[] {
		return markedProcesses(this.#folder);
	}

	/** Ends the program where it still runs, and removes what the test needed. */
	async dispose(): Promise<void> {
		const {pid} = this;
		if (pid !== undefined) endNow(pid);
		await this.#terminal.stop();
		// What hears only now that its terminal is gone still writes its caches there.
		const hasEnded = () => this.processes().length === 0;
		await until(hasEnded, 'the end of what it started', leavingMillis).catch(() => undefined);
		rmSync(this.#folder, {recursive: true, force: true, maxRetries: 5});
	}

	#read(name: string): string {
		try {
			return readFileSync(path.join(this.#folder, name), 'utf8');
		} catch {
			// Not written yet.
			return '';
		}
	}
}
