import type {InputRouter} from './input-router.ts';
import type {KillGuard} from './kill-guard.ts';
import type {Terminal} from './terminal.ts';

/** What takes part when the terminal changes hands. */
export interface LendPorts {
	readonly router: Pick<InputRouter, 'start' | 'stop'>;
	readonly terminal: Pick<Terminal, 'tidy' | 'saveCursor' | 'startReports' | 'stopReports'>;
	/** Paints panes by itself, so it has to be told not to. */
	readonly screen: {suspend(): void; resume(): void};
	/** Ink's, from `useApp`: leaves the alternate screen, and comes back with a full frame. */
	readonly suspendTerminal: (callback: () => Promise<void>) => Promise<void>;
	/** Told who has the terminal; undefined where nobody guards it. */
	readonly killGuard?: Pick<KillGuard, 'giveAway' | 'takeBack'> | undefined;
	/** Told whether the screen can be seen. */
	readonly onSeen: (isSeen: boolean) => void;
}

/** Hands the whole terminal to something else and takes it back, however that ends. */
export class TerminalLender {
	readonly #ports: LendPorts;
	#isLent = false;
	#hasEnded = false;
	/** It was lent to a program of this machine, which reads the terminal itself. */
	#isCooked = false;

	constructor(ports: LendPorts) {
		this.#ports = ports;
	}

	get isLent(): boolean {
		return this.#isLent;
	}

	/** Runs `use` on the ordinary screen, with the cursor shown; raw mode stays as it is. */
	async lend<Result>(use: () => Promise<Result>): Promise<Result> {
		const {terminal, screen, suspendTerminal} = this.#ports;
		if (this.#isLent) throw new Error('The terminal is lent already.');
		this.#isLent = true;
		this.#ports.onSeen(false);
		terminal.stopReports();
		screen.suspend();
		const results: Result[] = [];
		try {
			await suspendTerminal(async () => {
				try {
					results.push(await use());
				} finally {
					if (!this.#hasEnded) terminal.tidy();
				}
			});
		} finally {
			this.#isLent = false;
			this.#takeBack();
		}
		return results[0] as Result;
	}

	/**
	 * The same for a program of this machine: out of raw mode, and the input is left to it. What its
	 * terminal does to it with Ctrl-Z happens to dockmon too, and nothing is to be put away.
	 */
	async lendCooked<Result>(use: () => Promise<Result>): Promise<Result> {
		return await this.lend(async () => {
			this.#handOver();
			this.#isCooked = true;
			try {
				return await use();
			} finally {
				this.#isCooked = false;
				if (!this.#hasEnded) this.#handBack();
			}
		});
	}

	/** The program ends, maybe while the terminal is lent: from now on nothing is taken back. */
	end(): void {
		this.#hasEnded = true;
		// Ink leaves the alternate screen again, which puts the cursor where it was last saved.
		if (this.#isLent) this.#ports.terminal.saveCursor();
	}

	/**
	 * Gives the terminal back to the shell that started dockmon, as Ctrl-Z does, until `fg`. While a
	 * shell in a container has the terminal there is nothing to put away.
	 *
	 * @param stop sends the signal; the process stands still inside of it
	 */
	async suspendProcess(stop: () => void): Promise<void> {
		if (this.#isCooked) {
			stop();
			return;
		}
		const stopCooked = async () => {
			this.#handOver();
			stop();
			this.#handBack();
		};
		await (this.#isLent ? stopCooked() : this.lend(stopCooked));
	}

	/** After a stop that nothing was known of (`kill -STOP`): the shell had the terminal meanwhile. */
	recover(): void {
		if (this.#isCooked) return;
		const {router} = this.#ports;
		// Node takes the terminal to be raw still, and does nothing unless it is told otherwise first.
		router.stop();
		router.start();
		if (!this.#isLent) this.#takeBack();
	}

	/** To a program of this machine. */
	#handOver(): void {
		this.#ports.router.stop();
		this.#ports.killGuard?.giveAway();
	}

	#handBack(): void {
		this.#ports.router.start();
		this.#ports.killGuard?.takeBack();
	}

	#takeBack(): void {
		if (this.#hasEnded) return;
		this.#ports.screen.resume();
		this.#ports.terminal.startReports();
		this.#ports.onSeen(true);
	}
}
