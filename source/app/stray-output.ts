import {Console} from 'node:console';
import process from 'node:process';
import {Writable} from 'node:stream';

/** A library that complains without rest must not push out what the user did. */
const maxTold = 20;

/**
 * Catches what would be written over the screen by anything but the screen: warnings of Node,
 * `console`, debugging output of libraries on stderr. Each different text is told once, and of a
 * longer one its first line, which is foreign text; what goes to a file is left alone.
 */
export class StrayOutput {
	readonly #tell: (line: string) => void;
	readonly #told = new Set<string>();
	#giveBack: (() => void) | undefined;

	constructor(tell: (line: string) => void) {
		this.#tell = tell;
	}

	/** From now on; returns at once when it catches already. */
	catch(): void {
		if (this.#giveBack !== undefined) return;
		const undo = [this.#catchConsole()];
		if (process.stderr.isTTY) undo.push(this.#catchStderr(), this.#catchWarnings());
		this.#giveBack = () => {
			for (const each of undo) each();
		};
	}

	/** Everything is written where it was meant for again, as often as it is called. */
	release(): void {
		this.#giveBack?.();
		this.#giveBack = undefined;
	}

	#catchConsole(): () => void {
		const before = globalThis.console;
		const stray = new Writable({
			decodeStrings: false,
			write: (text, _encoding, done) => {
				this.#note(String(text));
				done();
			},
		});
		globalThis.console = new Console(stray, process.stderr.isTTY ? stray : process.stderr);
		return () => {
			globalThis.console = before;
		};
	}

	#catchStderr(): () => void {
		const {stderr} = process;
		const before = stderr.write;
		stderr.write = (data: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
			this.#note(typeof data === 'string' ? data : Buffer.from(data).toString());
			const done = rest.find((value): value is () => void => typeof value === 'function');
			if (done !== undefined) queueMicrotask(done);
			return true;
		};
		return () => {
			stderr.write = before;
		};
	}

	/** Node prints them past every stream, by a listener of its own. */
	#catchWarnings(): () => void {
		const before = process.listeners('warning');
		const note = ({name, message}: Error): void => this.#note(`${name}: ${message}`);
		process.removeAllListeners('warning');
		process.on('warning', note);
		return () => {
			process.off('warning', note);
			for (const listener of before) process.on('warning', listener);
		};
	}

	#note(text: string): void {
		const line = text.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
		if (line === '' || this.#told.has(line) || this.#told.size >= maxTold) return;
		this.#told.add(line);
		this.#tell(line);
	}
}
