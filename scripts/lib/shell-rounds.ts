import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {output} from './docker-cli.ts';
import {PseudoTerminal} from './pseudo-terminal.ts';

const cli = path.join(import.meta.dirname, '../../build/cli.js');
const patienceMillis = 60_000;
/** What dockmon has on its way out. */
const graceMillis = 3000;
/** So long a watch looks for a session that the engine was told to start, and may start yet. */
const watchMillis = 20_000;
const prompt = /[$#] ?$/;

/** How dockmon is left while the shell is there. */
export interface Drop {
	readonly name: string;
	/** Typed in the shell before; undefined: it is dropped while the shell is being opened. */
	readonly typed: string | undefined;
	/** After the key that opens the shell, for what is dropped while it opens. */
	readonly delayMillis?: number;
	/** What is typed takes away what the session is known by: not before what watches it has found it. */
	readonly hides?: boolean;
	readonly how: 'hang-up' | 'SIGTERM' | 'SIGHUP' | 'SIGKILL' | 'kill-pane';
}

const stubborn = `trap '' HUP INT TERM; while :; do sleep 0.1; done`;
const busy = 'sleep 987';

export const drops: readonly Drop[] = [
	{name: 'terminal closed at the prompt', typed: '', how: 'hang-up'},
	{name: 'terminal closed, program in front', typed: busy, how: 'hang-up'},
	{name: 'terminal closed, child ignores HUP', typed: `sh -c "${stubborn}"`, how: 'hang-up'},
	{name: 'terminal closed, job in the back', typed: `${busy} & ${busy}`, how: 'hang-up'},
	{name: 'terminal closed at once', typed: undefined, delayMillis: 0, how: 'hang-up'},
	{name: 'terminal closed as it opens', typed: undefined, delayMillis: 120, how: 'hang-up'},
	{name: 'SIGTERM, another user', typed: `su nobody -s /bin/sh -c '${busy}'`, how: 'SIGTERM'},
	{
		...{name: 'SIGTERM, clean environment', typed: `exec env -i sh -c '${busy}; true'`},
		...{hides: true, how: 'SIGTERM'},
	},
	{name: 'SIGHUP, raw program in front', typed: 'stty raw -echo; cat', how: 'SIGHUP'},
	{name: 'kill -9 at the prompt', typed: '', how: 'SIGKILL'},
	{name: 'kill -9, child ignores HUP', typed: `sh -c "${stubborn}"`, how: 'SIGKILL'},
	{
		name: 'kill -9, clean environment',
		typed: `exec env -i sh -c '${busy}; true'`,
		hides: true,
		how: 'SIGKILL',
	},
	{name: 'kill -9, another user', typed: `su nobody -s /bin/sh -c '${busy}'`, how: 'SIGKILL'},
	{name: 'kill -9 as it opens', typed: undefined, delayMillis: 400, how: 'SIGKILL'},
	{name: 'pane of tmux killed', typed: `sh -c "${stubborn}"`, how: 'kill-pane'},
];

export interface Dropped {
	/** From the drop to a container in which nothing of the shell runs; undefined: longer than the grace. */
	readonly goneAfterMillis: number | undefined;
	readonly left: readonly string[];
}

const isOfWatch = ({command}: {readonly command: string}): boolean =>
	command.includes('dockmon-watch') || command.endsWith('sleep 0.05');

/** The built program in a terminal, on the shell of one container, as often as wanted. */
export class ShellRounds {
	readonly #container: string;
	readonly #tmuxSocket: string;
	readonly #isPrompt: RegExp;
	readonly #env: Readonly<Record<string, string>>;
	#terminal: PseudoTerminal | undefined;

	/**
	 * @param container the name of one that has no processes beside its first and that one's children
	 * @param env of dockmon, where it reaches the engine on another way than `docker` does
	 */
	constructor(
		container: string,
		tmuxSocket: string,
		isPrompt: RegExp = prompt,
		env: Readonly<Record<string, string>> = {},
	) {
		this.#container = container;
		this.#tmuxSocket = tmuxSocket;
		this.#isPrompt = isPrompt;
		this.#env = env;
	}

	/** Opens a shell, leaves it by `exit`, and looks whether the keys after it are the screen's. */
	async leave(code: number): Promise<void> {
		const terminal = await this.#open(false);
		terminal.type('e');
		await this.#sees(text => this.#isPrompt.test(text), 'a prompt');
		terminal.type(`exit ${code}\r`);
		await this.#sees(text => text.includes(`exit code ${code}`), `exit code ${code}`);
		terminal.type('?');
		await this.#sees(text => text.includes('─ help ─'), 'the help');
		terminal.type('\u001B');
		await this.#sees(text => !text.includes('─ help ─'), 'the list again');
	}

	/** Opens a shell and drops dockmon; a new one is started with the next round. */
	async drop({typed, delayMillis = 0, hides = false, how}: Drop): Promise<Dropped> {
		const isPane = how === 'kill-pane';
		if (isPane) await this.close();
		const terminal = await this.#open(isPane);
		const before = new Set((await this.#processes()).map(({pid}) => pid));
		terminal.type('e');
		if (typed === undefined) await sleep(delayMillis);
		else {
			await this.#sees(text => this.#isPrompt.test(text), 'a prompt');
			if (hides) await this.#isWatched();
			if (typed !== '') terminal.type(`${typed}\r`);
			if (typed !== '') await sleep(600);
		}
		const droppedAt = performance.now();
		if (isPane) await output('tmux', ['-S', this.#tmuxSocket, 'kill-pane']);
		else if (how === 'hang-up') terminal.hangUp();
		else process.kill(terminal.pid, how);
		this.#terminal = undefined;
		const dropped = await this.#untilGone(before, droppedAt);
		await terminal.stop();
		return dropped;
	}

	/** There are two of it as long as it has not found the session; then the numbers go to dockmon and back. */
	async #isWatched(): Promise<void> {
		const deadline = performance.now() + patienceMillis;
		const count = async () =>
			(await this.#processes()).filter(({command}) => command.includes('dockmon-watch')).length;
		for (let looks = 0; looks < 2; looks++) {
			while ((await count()) !== 1) {
				if (performance.now() > deadline) throw new Error('nothing watches the shell');
				await sleep(50);
			}
			await sleep(400);
		}
	}

	async close(): Promise<void> {
		await this.#terminal?.stop();
		this.#terminal = undefined;
	}

	/** Also a shell that only comes after a moment, because it was being opened, has to be gone at the end. */
	async #untilGone(before: ReadonlySet<string>, droppedAt: number): Promise<Dropped> {
		let goneAfterMillis: number | undefined;
		for (;;) {
			const left = (await this.#processes()).filter(({pid}) => !before.has(pid));
			const now = performance.now() - droppedAt;
			if (left.length > 0) goneAfterMillis = undefined;
			else goneAfterMillis ??= now;
			const waitMillis = left.length > 0 && left.every(isOfWatch) ? watchMillis : graceMillis + 500;
			if (now > waitMillis) {
				return {goneAfterMillis, left: left.map(({command}) => command)};
			}
			await sleep(left.length > 0 ? 100 : 300);
		}
	}

	/** Without children of the first process that come and go. */
	async #processes(): Promise<readonly {readonly pid: string; readonly command: string}[]> {
		const printed = await output('docker', ['top', this.#container, '-eo', 'pid,args']);
		return printed
			.split('\n')
			.slice(1)
			.map(line => {
				const [pid = '', ...words] = line.trim().split(/\s+/);
				return {pid, command: words.join(' ')};
			});
	}

	async #open(isPane: boolean): Promise<PseudoTerminal> {
		if (this.#terminal !== undefined) return this.#terminal;
		const own = [process.execPath, cli];
		const tmux = [
			'tmux',
			'-S',
			this.#tmuxSocket,
			'-f',
			'/dev/null',
			'new-session',
			...own,
			';',
			'set',
			'status',
			'off',
		];
		const terminal = new PseudoTerminal({
			command: isPane ? tmux : own,
			env: {...this.#env, TMUX: undefined},
			columns: 120,
			rows: 30,
		});
		this.#terminal = terminal;
		await this.#sees(text => /containers \d+\/[1-9]/.test(text), 'the list');
		terminal.type(`/name:${this.#container}\r`);
		await this.#sees(text => text.includes(`filter: name:${this.#container}`), 'the filter');
		terminal.type('G');
		const row = new RegExp(`^│▌.*${this.#container}`, 'm');
		await this.#sees(text => row.test(text), 'the container selected');
		return terminal;
	}

	async #sees(fits: (text: string) => boolean, what: string): Promise<void> {
		await this.#terminal?.until(text => fits(text.trimEnd()), what, patienceMillis);
	}
}
