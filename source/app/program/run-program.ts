import {type ChildProcess, type SpawnOptions, spawn} from 'node:child_process';
import process from 'node:process';
import {known} from '../../model/known.ts';
import type {ProgramEnd} from '../../store/program.ts';
import {OutputLines} from './output-lines.ts';

export interface Running {
	/** Never rejects. */
	readonly ended: Promise<ProgramEnd>;
	/** Ends it and what it has started; at once where it does not listen. */
	cancel(): void;
}

export interface RunOptions {
	readonly directory?: string;
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** For those who do not end when they are asked to, the program or what it has started. */
	readonly patienceMillis?: number;
}

const usualPatienceMillis = 2000;
/** What it started may go on and keep its output open. */
const closeMillis = 300;

/**
 * Runs a program of the user without a terminal, in a group of its own: it can neither read the keyboard
 * nor write on the screen. It has the environment and the folder of dockmon where no others are given.
 *
 * @param onLines hears of what it writes to stdout and stderr, line by line
 */
export const runProgram = (
	[program = '', ...args]: readonly string[],
	onLines: (lines: readonly string[]) => void,
	{patienceMillis = usualPatienceMillis, ...place}: RunOptions = {},
): Running => {
	const {promise: ended, resolve} = Promise.withResolvers<ProgramEnd>();
	const child = spawnIt(program, args, place);
	if (!('stdout' in child)) {
		resolve({kind: 'failed', message: child.message});
		return {ended, cancel: () => undefined};
	}
	let isCancelled = false;
	let isClosed = false;
	const streams = [child.stdout, child.stderr].flatMap(stream =>
		stream === null ? [] : [{stream, lines: new OutputLines()}],
	);
	const tell = (lines: readonly string[]): void => {
		if (lines.length > 0) onLines(lines);
	};
	for (const {stream, lines} of streams) {
		stream.on('data', (bytes: Uint8Array) => tell(lines.take(bytes)));
	}
	const finish = (end: ProgramEnd): void => {
		for (const {stream, lines} of streams) {
			tell(lines.end());
			stream.destroy();
		}
		resolve(isCancelled ? {kind: 'cancelled'} : end);
	};
	child.once('error', error => finish({kind: 'failed', message: whyFailed(error, program)}));
	child.once('exit', (code, signal) => {
		const end: ProgramEnd =
			signal === null ? {kind: 'exited', code: code ?? 0} : {kind: 'killed', signal};
		const timer = setTimeout(() => finish(end), closeMillis);
		child.once('close', () => {
			isClosed = true;
			clearTimeout(timer);
			finish(end);
		});
	});
	return {
		ended,
		cancel() {
			if (isCancelled) return;
			isCancelled = true;
			kill(child, 'SIGTERM');
			const timer = setTimeout(() => kill(child, 'SIGKILL'), patienceMillis);
			// Who has not closed its output by now goes on, without the program that started it.
			void ended.then(() => {
				clearTimeout(timer);
				if (!isClosed) kill(child, 'SIGKILL');
			});
		},
	};
};

const spawnIt = (
	program: string,
	args: readonly string[],
	place: Pick<RunOptions, 'directory' | 'env'>,
): ChildProcess | Error => {
	try {
		return spawn(program, args, {
			...placeOf(place),
			...{stdio: ['ignore', 'pipe', 'pipe'], detached: true},
		});
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
};

/** As Node takes them. */
export const placeOf = ({
	directory,
	env,
}: Pick<RunOptions, 'directory' | 'env'>): Pick<SpawnOptions, 'cwd' | 'env'> => ({
	...known('cwd', directory),
	...(env === undefined ? {} : {env: {...process.env, ...env}}),
});

/** The whole group: what it has started too. */
const kill = ({pid}: ChildProcess, signal: NodeJS.Signals): void => {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// It has ended meanwhile.
	}
};

export const whyFailed = (error: Error, program: string): string => {
	const {code} = error as NodeJS.ErrnoException;
	if (code === 'ENOENT') return `there is no program ${program}`;
	return code === 'EACCES' ? `${program} may not be run` : error.message;
};
