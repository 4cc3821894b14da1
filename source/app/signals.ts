import {constants} from 'node:os';
import process from 'node:process';

/** Without the literal event types, so that one table can hold every listener. */
const events: NodeJS.EventEmitter = process;

export type EndSignal = 'SIGTERM' | 'SIGHUP' | 'SIGINT' | 'SIGQUIT';

/** As shells report the end by a signal. */
export const exitCodeOf = (signal: EndSignal): number => 128 + constants.signals[signal];

/** "Internal software error" of sysexits.h. */
const exitFault = 70;
/** The terminal was restored before; this is for processes left in containers and open sockets. */
const cleanupMillis = 3000;

export interface SignalPorts {
	/** Ends Ink: frames, alternate screen, cursor. */
	readonly unmount: () => void;
	/** Modes and raw mode off; told whether Ink failed to leave its screen. */
	readonly restore: (options: {readonly leaveAlternateScreen: boolean}) => void;
	/** Told to stop by `kill -TSTP`. Puts the terminal away, calls `stop`, and takes it back. */
	readonly onStop: (stop: () => void) => void;
	/** Goes on after a stop; of one by `kill -STOP` nothing was known before. */
	readonly onContinue: () => void;
	/** Plain lines about an error nobody caught. */
	readonly describe: (error: unknown) => readonly string[];
}

/**
 * Every way out other than the last key: signals, errors nobody caught, a terminal that is gone.
 * All of them lead through `exit`, once.
 *
 * A listener of our own keeps Ink's exit hook from ending the process, so everything it would do is
 * done here.
 */
export class ExitGuard {
	readonly #ports: SignalPorts;
	readonly #cleanups = new Set<() => unknown>();
	#last: () => unknown = () => undefined;
	#isExiting = false;
	/** Another program has the terminal: Ctrl-C is for that one. */
	#leavesInterrupts = false;

	constructor(ports: SignalPorts) {
		this.#ports = ports;
		for (const [event, listener] of this.#listeners) events.on(event, listener);
		process.stdout.on('error', this.hangUp);
	}

	/** Runs `cleanup` on every way out that leaves time for it; returns the way to forget it. */
	onExit(cleanup: () => unknown): () => void {
		this.#cleanups.add(cleanup);
		return () => this.#cleanups.delete(cleanup);
	}

	/** After all others, which may still need it: the connection to the engine. */
	onLastExit(cleanup: () => unknown): void {
		this.#last = cleanup;
	}

	/** Ctrl-C and Ctrl-\ are no reason to end until the returned function is called. */
	leaveInterrupts(): () => void {
		this.#leavesInterrupts = true;
		return () => {
			this.#leavesInterrupts = false;
		};
	}

	/** Gives the terminal back at once, cleans up for a bounded time, and ends the process. */
	async exit(code: number, lastWords: readonly string[] = []): Promise<void> {
		if (this.#isExiting) return;
		this.#isExiting = true;
		this.#putAway();
		for (const line of lastWords) process.stderr.write(`${line}\n`);
		await this.#cleanUp();
		process.exit(code);
	}

	/** Runs what `onExit` was given, all at once, then the last; never longer than a moment, and no failure counts. */
	async #cleanUp(): Promise<void> {
		const first = Promise.allSettled([...this.#cleanups].map(async cleanup => cleanup()));
		const running = first.then(() => Promise.allSettled([this.#last()]));
		this.#cleanups.clear();
		const {promise: deadline, resolve} = Promise.withResolvers<void>();
		const timer = setTimeout(resolve, cleanupMillis);
		await Promise.race([running, deadline]);
		clearTimeout(timer);
	}

	/** For an error that nobody caught: the way out with two lines about it. */
	readonly fail = (error: unknown): void => void this.exit(exitFault, this.#ports.describe(error));

	/** The terminal is gone, which is a hang-up whether or not the signal comes too. */
	readonly hangUp = (): void => void this.exit(exitCodeOf('SIGHUP'));

	/**
	 * Stands still inside of this call until the shell says `fg`. Returns at once where no shell
	 * could ever say so: the kernel then ignores this signal, which `SIGSTOP` would not allow for.
	 *
	 * @param pid this process, or 0 for all of its job, as a Ctrl-Z typed in the shell does
	 */
	stopProcess(pid: number): void {
		events.off('SIGTSTP', this.#stop);
		process.kill(pid, 'SIGTSTP');
		events.on('SIGTSTP', this.#stop);
	}

	#end(signal: EndSignal): void {
		if (this.#leavesInterrupts && (signal === 'SIGINT' || signal === 'SIGQUIT')) return;
		// Whoever asks twice does not want to wait. A hang-up comes with several signs at once.
		if (this.#isExiting && signal !== 'SIGHUP') process.exit(exitCodeOf(signal));
		void this.exit(exitCodeOf(signal));
	}

	readonly #stop = (): void => this.#ports.onStop(() => this.stopProcess(process.pid));

	readonly #putAway = (): void => {
		let leaveAlternateScreen = false;
		try {
			this.#ports.unmount();
		} catch {
			// Often a second fault out of the one that is being reported. The terminal comes first.
			leaveAlternateScreen = true;
		}
		this.#ports.restore({leaveAlternateScreen});
	};

	readonly #listeners: ReadonlyArray<readonly [event: string, listener: (value: unknown) => void]> =
		[
			['SIGTERM', () => this.#end('SIGTERM')],
			['SIGHUP', () => this.#end('SIGHUP')],
			['SIGINT', () => this.#end('SIGINT')],
			['SIGQUIT', () => this.#end('SIGQUIT')],
			['SIGTSTP', this.#stop],
			['SIGCONT', () => this.#ports.onContinue()],
			['uncaughtException', this.fail],
			['unhandledRejection', this.fail],
			['exit', this.#putAway],
		];
}
