import type {PlainIo} from '../shell/plain-io.ts';
import type {Process, Surroundings} from '../shell/process.ts';
import {findProgram} from '../shell/programs.ts';
import {TerminalIo} from '../shell/terminal-io.ts';
import type {Engine} from './engine.ts';
import {isAtLeast} from './exchange.ts';
import type {Exec} from './execs.ts';
import {processesOf} from './top.ts';

/**
 * Runs the program of an exec until its end. A program that the image does not have is no error of
 * the API: the runtime's complaint is its output, and 127 (126 before engine 23) its exit code.
 */
export const runExec = async (
	engine: Engine,
	exec: Exec,
	io: PlainIo | TerminalIo,
): Promise<void> => {
	const [name = '', ...args] = exec.argv;
	const program = findProgram(name, exec.container);
	if (!program) {
		io.out(
			`OCI runtime exec failed: exec failed: ${complaint(name)}: unknown${exec.isTty ? '' : '\r'}\n`,
		);
		engine.execs.end(exec, isAtLeast(engine.apiVersion, '1.42') ? 127 : 126);
		return;
	}
	const interrupted = new AbortController();
	const surroundings = surroundingsOf(engine, exec, io);
	surroundings.catchInterrupts(() => interrupted.abort());
	exec.killed.signal.addEventListener('abort', () => io.close());
	const process: Process = {
		args,
		io,
		env: environmentOf(exec),
		directory: exec.workingDirectory ?? exec.container.spec.workingDirectory ?? '/',
		signal: AbortSignal.any([interrupted.signal, exec.killed.signal]),
		surroundings,
	};
	engine.execs.end(exec, await program(process));
};

const complaint = (name: string): string =>
	name.includes('/')
		? `unable to start container process: exec: "${name}": stat ${name}: no such file or directory`
		: `unable to start container process: exec: "${name}": executable file not found in $PATH`;

/** Numeric users have a name in the demo's images. */
const userNames: Readonly<Record<string, string>> = {0: 'root', 1000: 'app', 10001: 'app'};

const surroundingsOf = (engine: Engine, exec: Exec, io: PlainIo | TerminalIo): Surroundings => {
	const user = exec.user ?? exec.container.spec.user ?? 'root';
	return {
		world: engine.world,
		container: exec.container,
		user: userNames[user] ?? user,
		findProgram: name => findProgram(name, exec.container),
		processes: () => processesOf(engine, exec.container),
		catchInterrupts: handler => {
			// Without a terminal there is no key for it.
			if (!(io instanceof TerminalIo)) return () => undefined;
			const outer = io.onInterrupt;
			io.onInterrupt = handler;
			return () => {
				io.onInterrupt = outer;
			};
		},
		size: () => exec.size,
	};
};

const environmentOf = (exec: Exec): Map<string, string> => {
	const settings = [
		`HOSTNAME=${exec.container.id.slice(0, 12)}`,
		...(exec.isTty ? ['TERM=xterm'] : []),
		'HOME=/root',
		...exec.container.spec.env,
		...exec.env,
	];
	return new Map(
		settings.map(setting => {
			const [name = '', ...value] = setting.split('=');
			return [name, value.join('=')];
		}),
	);
};
