import {runBuiltin, type ShellState} from './builtins.ts';
import {type Io, joined, Pipe, type Source} from './io.ts';
import {type Command, type Pipeline, parseScript} from './parse.ts';
import {interruptedCode, type Process} from './process.ts';
import {redirected} from './redirect.ts';
import {ShellSyntaxError, type Word} from './tokens.ts';

/** A shell of the demo: dash, bash or busybox by its name, and the same small language for all. */
export class Shell implements ShellState {
	readonly name: string;
	readonly process: Process;
	readonly env: Map<string, string>;
	directory: string;
	/** Of the last command. */
	status = 0;
	/** Set by `exit` and `exec`: the shell is done. */
	isOver = false;
	/** Aborts what runs in the foreground, or was just typed and is about to run. */
	#foreground = new AbortController();

	constructor(name: string, process: Process) {
		this.name = name;
		this.process = process;
		this.env = new Map(process.env);
		this.directory = process.directory;
	}

	/** Prompts and runs lines until `exit` or the end of input. */
	async interact(prompt: () => string): Promise<number> {
		const {io, signal} = this.process;
		while (!this.isOver && !signal.aborted) {
			this.#foreground = new AbortController();
			const input = await io.readLine(io.isTty ? prompt() : '');
			if (input.kind === 'interrupt') this.status = interruptedCode;
			if (input.kind === 'end') {
				if (io.isTty && this.name === 'bash') io.out('exit\n');
				break;
			}
			if (input.kind === 'line') await this.run(input.text);
		}
		return this.status;
	}

	/** Ctrl-C: ends the program in the foreground, not the shell. */
	interrupt(): void {
		this.#foreground.abort();
	}

	async run(script: string): Promise<number> {
		const {signal} = this.#foreground;
		try {
			for (const pipeline of parseScript(script)) {
				if (this.isOver || signal.aborted) break;
				if (this.#isDue(pipeline)) this.status = await this.#runPipeline(pipeline);
			}
			if (signal.aborted) this.status = interruptedCode;
		} catch (error) {
			if (!(error instanceof ShellSyntaxError)) throw error;
			this.process.io.err(`${this.name}: ${error.message}\n`);
			this.status = 2;
		}
		return this.status;
	}

	#isDue({when}: Pipeline): boolean {
		return when === 'always' || (when === 'success') === (this.status === 0);
	}

	async #runPipeline({commands}: Pipeline): Promise<number> {
		const {io} = this.process;
		let source: Source = io;
		let status = 0;
		for (const [index, command] of commands.entries()) {
			const target = index === commands.length - 1 ? io : new Pipe(io);
			status = await this.#runCommand(command, source === target ? io : joined(source, target));
			if (target instanceof Pipe) source = target.source();
		}
		return status;
	}

	async #runCommand(command: Command, io: Io): Promise<number> {
		const words = command.words.map(word => this.#expand(word));
		const settings = new Map<string, string>();
		while (words[0] !== undefined && /^\w+=/.test(words[0])) {
			const [name = '', ...value] = (words.shift() ?? '').split('=');
			settings.set(name, value.join('='));
		}
		const target = redirected(io, command.redirects, word => this.#expand(word), this.name);
		if (target === undefined) return 1;
		const [name, ...args] = words;
		if (name === undefined) {
			for (const [key, value] of settings) this.env.set(key, value);
			return 0;
		}
		const env = new Map([...this.env, ...settings]);
		return this.execute(name, args, target, env);
	}

	/** Runs a builtin or a program; 127 when there is neither. */
	async execute(
		name: string,
		args: readonly string[],
		io: Io,
		env: ReadonlyMap<string, string> = this.env,
	): Promise<number> {
		const builtin = await runBuiltin(this, name, args, io);
		if (builtin !== undefined) return builtin;
		const program = this.process.surroundings.findProgram(name);
		if (!program) {
			io.err(`${this.name}: ${name}: ${this.name === 'bash' ? 'command ' : ''}not found\n`);
			return 127;
		}
		const signal = AbortSignal.any([this.#foreground.signal, this.process.signal]);
		const status = await program({
			...this.process,
			args,
			io,
			env,
			directory: this.directory,
			signal,
		});
		return this.#foreground.signal.aborted ? interruptedCode : status;
	}

	#expand(word: Word): string {
		return word
			.map(part => ('literal' in part ? part.literal : this.#variable(part.variable)))
			.join('');
	}

	#variable(name: string): string {
		if (name === '?') return String(this.status);
		if (name === '$') return '1';
		return this.env.get(name) ?? '';
	}
}
