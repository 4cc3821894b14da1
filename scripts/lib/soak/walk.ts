import {setTimeout as sleep} from 'node:timers/promises';
import {tabs} from '../../../source/store/tabs.ts';
import {parseKeys} from '../keys.ts';
import type {PseudoTerminal} from '../pseudo-terminal.ts';
import type {SoakPace} from './plan.ts';
import {anchorName} from './world.ts';

/** Keys, after each of which the screen is looked at for a while. */
const screens: readonly string[] = [
	...['2', '[', '[', ']', ']', '<left>', '<right>', '1'],
	...['3', 'j', 'k', '4', 'j', 'k', 'f', '5', '6', 'j', 'k', '1'],
	...['F', 'j', 'k', '1'],
];

const allTabs: readonly string[] = [...tabs.map(() => ']'), ...tabs.map(() => '[')];

const overlays: readonly string[] = ['?', ':', 'c', 'b', 'o', 'h', '|'].flatMap(key => [
	key,
	'<esc>',
]);

/** Of one and of all, held, searched, filtered, laid out; then back. */
const logs: readonly string[] = [
	...['l', '<pageup>', 'f', 'w', 'w', '<esc>'],
	...['L', '<pageup>', '<up>', '/o<enter>', 'n', '<esc>', 'f', 'J', 'J', '&1<enter>', 'F', 'f'],
	...['<esc>', '<esc>'],
];

/** Along the list, each with its log; folding, filtering, and what is shown at other sizes. */
const list: readonly string[] = [
	...['j', 'j', 'j', 'k', 'G', 'g', '+', '+', 'a', 'a'],
	...['/status:running<enter>', '/<ctrl+u><enter>', 'z', 'z'],
	...['<resize 80x24>', 'Z', 'Z', '<resize 120x40>'],
];

const round: readonly string[] = [...screens, ...allTabs, ...overlays, ...logs, ...list];

/** Back on the list, with nothing hidden, on the one container that is never replaced. */
const home: readonly string[] = [
	...['<esc>', '<esc>', '<esc>', '1', `/<ctrl+u>name:${anchorName}<enter>`, 'G'],
	'/<ctrl+u><enter>',
];

/** With what was typed behind it. */
const prompt = /^\/ #/u;
const shellMillis = 10_000;
const afterShellMillis = 1000;
const lookMillis = 50;

/** A user who looks at everything there is, one thing after another, and never acts on a container. */
export class Walk {
	readonly #terminal: PseudoTerminal;
	readonly #pace: SoakPace;
	readonly #signal: AbortSignal;

	constructor(terminal: PseudoTerminal, pace: SoakPace, signal: AbortSignal) {
		this.#terminal = terminal;
		this.#pace = pace;
		this.#signal = signal;
	}

	async round(): Promise<void> {
		await this.#play(round, this.#pace.dwellMillis);
		await this.goHome();
	}

	async goHome(): Promise<void> {
		// One that opened too late: what is typed next would be for it.
		await this.#leaveShell();
		await this.#play(home, 0);
	}

	/** Opens a shell in the anchor and leaves it. */
	async visitShell(): Promise<void> {
		this.#terminal.type('e');
		const deadline = performance.now() + shellMillis;
		while (!this.#isInShell() && performance.now() < deadline) await this.#pause(lookMillis);
		await this.#leaveShell();
	}

	/** As long as there is one; a screen of dockmon would take the keys for commands. */
	async #leaveShell(): Promise<void> {
		const deadline = performance.now() + shellMillis;
		while (this.#isInShell() && performance.now() < deadline) {
			this.#terminal.type('\u0015exit\r');
			await this.#pause(this.#pace.dwellMillis + afterShellMillis);
		}
	}

	/** The last that is on the screen is its prompt. */
	#isInShell(): boolean {
		const rows = this.#terminal.screen().filter(row => row.trim() !== '');
		return prompt.test(rows.at(-1) ?? '');
	}

	async #play(steps: readonly string[], restMillis: number): Promise<void> {
		for (const step of steps) {
			for (const key of parseKeys(step)) {
				if (key.kind === 'resize') this.#terminal.resize(key);
				else if (key.kind === 'type') this.#terminal.type(key.bytes);
				await this.#pause(this.#pace.keyMillis);
			}
			await this.#pause(restMillis);
		}
	}

	#pause(millis: number): Promise<void> {
		return sleep(millis, undefined, {signal: this.#signal});
	}
}
