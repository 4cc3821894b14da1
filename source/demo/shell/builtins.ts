import {directoryExists, resolvePath} from './files.ts';
import type {Io} from './io.ts';
import type {Process} from './process.ts';
import {testExpression} from './test-expression.ts';

/** What a builtin may read and change of its shell. */
export interface ShellState {
	readonly name: string;
	readonly process: Process;
	readonly env: Map<string, string>;
	directory: string;
	/** Of the last command. */
	readonly status: number;
	/** Set by `exit` and `exec`: the shell is done. */
	isOver: boolean;
	execute(name: string, args: readonly string[], io: Io): Promise<number>;
}

/** What only the shell itself can do; undefined when the name is no builtin. */
export const runBuiltin = (
	shell: ShellState,
	name: string,
	args: readonly string[],
	io: Io,
): number | Promise<number> | undefined =>
	Object.hasOwn(builtins, name) ? builtins[name]?.(shell, args, io) : undefined;

type Builtin = (shell: ShellState, args: readonly string[], io: Io) => number | Promise<number>;

const builtins: Readonly<Record<string, Builtin>> = {
	':': () => 0,
	cd: (shell, [target = shell.env.get('HOME') ?? '/'], io) => {
		const path = resolvePath(shell.directory, target);
		if (!directoryExists(shell.process.surroundings.container, path)) {
			io.err(`${shell.name}: cd: can't cd to ${target}\n`);
			return 2;
		}
		shell.directory = path;
		return 0;
	},
	pwd: (shell, _args, io) => {
		io.out(`${shell.directory}\n`);
		return 0;
	},
	exit: (shell, [code]) => {
		shell.isOver = true;
		return code === undefined ? shell.status : Number(code) & 255;
	},
	export: (shell, args) => {
		for (const setting of args) {
			const [key = '', ...value] = setting.split('=');
			if (value.length > 0) shell.env.set(key, value.join('='));
		}
		return 0;
	},
	unset: (shell, args) => {
		for (const key of args) shell.env.delete(key);
		return 0;
	},
	exec: async (shell, [name, ...args], io) => {
		if (name === undefined) return 0;
		const status = await shell.execute(name, args, io);
		shell.isOver = true;
		return status;
	},
	command: (shell, [first, ...rest], io) => {
		if (first === undefined) return 0;
		if (first !== '-v') return shell.execute(first, rest, io);
		const [name = ''] = rest;
		if (Object.hasOwn(builtins, name)) {
			io.out(`${name}\n`);
			return 0;
		}
		if (!shell.process.surroundings.findProgram(name)) return 127;
		io.out(name.startsWith('/') ? `${name}\n` : `/usr/bin/${name}\n`);
		return 0;
	},
	test: (shell, args) => testExpression(shell.process.surroundings, args),
	'[': (shell, args, io) => {
		if (args.at(-1) === ']') return testExpression(shell.process.surroundings, args.slice(0, -1));
		io.err(`${shell.name}: [: missing ]\n`);
		return 2;
	},
};
