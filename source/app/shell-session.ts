import {once} from 'node:events';
import process from 'node:process';
import type {ExecSession} from '../engine/engine.ts';
import {cleanText} from '../format/sanitise.ts';
import {EngineError, isAbortError} from '../model/engine-error.ts';
import type {InputLoan, InputRouter} from './input-router.ts';
import type {TerminalLender} from './lend.ts';

/** The best shell there is, found inside the container: one exec instead of a guess for each. */
export const shellArgv: readonly string[] = [
	'/bin/sh',
	'-c',
	`${['bash', 'ash'].map(shell => `command -v ${shell} >/dev/null 2>&1 && exec ${shell}`).join('; ')}; exec sh`,
];

/** What is needed of `process.stdout`. */
interface ShellOutput extends NodeJS.EventEmitter {
	readonly columns: number;
	readonly rows: number;
	write(data: string | Uint8Array): boolean;
}

export interface ShellSize {
	readonly columns: number;
	readonly rows: number;
}

export interface ShellPorts {
	readonly router: Pick<InputRouter, 'hold'>;
	readonly lender: Pick<TerminalLender, 'lend'>;
	readonly stdout?: ShellOutput;
	/** Closes the session when dockmon is told to end, or its shell would stay in the container. */
	readonly onExit: (cleanup: () => Promise<void>) => () => void;
}

export interface ShellRequest {
	readonly open: (size: ShellSize, signal: AbortSignal) => Promise<ExecSession>;
	/** Printed above the shell: where it runs and how to leave; may hold foreign names. */
	readonly notice: string;
}

/** How it went; `message` is a plain sentence, in the engine's words where it gave any. */
export type ShellResult =
	/** `exitCode` of the shell, which is the one of its last command; undefined when not known. */
	| {readonly kind: 'ended'; readonly exitCode: number | undefined}
	| {readonly kind: 'no-shell'; readonly message: string}
	| {readonly kind: 'not-running'; readonly message: string}
	| {readonly kind: 'gone'; readonly message: string}
	| {readonly kind: 'failed'; readonly message: string; readonly hint: string | undefined}
	| {readonly kind: 'lost'; readonly message: string}
	/** Ctrl-C before it was open. */
	| {readonly kind: 'cancelled'};

/**
 * Gives the whole terminal to a shell in a container until that ends. No key is lost or leaked: what
 * is typed from this call on goes to the shell, what is typed after its end to the UI. Never rejects
 * for what the engine does.
 */
export const runShell = async (
	{router, lender, stdout = process.stdout, onExit}: ShellPorts,
	{open, notice}: ShellRequest,
): Promise<ShellResult> => {
	const abort = new AbortController();
	// Before anything else, because the keys behind the one that got us here are the shell's.
	const loan = router.hold(() => abort.abort());
	try {
		return await lender.lend(async () => {
			stdout.write(`${cleanText(notice)}\r\n`);
			const size = {columns: stdout.columns, rows: stdout.rows};
			try {
				const session = await open(size, abort.signal);
				if (!abort.signal.aborted) return await attach(session, size, {loan, stdout, onExit});
				await session.close();
				return {kind: 'cancelled'};
			} catch (error) {
				return refusal(error);
			}
		});
	} finally {
		loan.release();
	}
};

interface AttachPorts {
	readonly loan: InputLoan;
	readonly stdout: ShellOutput;
	readonly onExit: ShellPorts['onExit'];
}

const attach = async (
	session: ExecSession,
	size: ShellSize,
	{loan, stdout, onExit}: AttachPorts,
): Promise<ShellResult> => {
	const startedAt = performance.now();
	const forget = onExit(() => session.close());
	const resize = () => void session.resize(stdout.columns, stdout.rows);
	stdout.on('resize', resize);
	// The window may have changed while the session was being opened.
	if (stdout.columns !== size.columns || stdout.rows !== size.rows) resize();
	loan.open(bytes => session.write(bytes));
	try {
		const beginning = await pipe(session.output, stdout);
		// The UI's from now on. After a broken connection it is not: what is typed in the moment before
		// that shows is still meant for the shell, and is dropped.
		loan.release();
		const exitCode = await session.exitCode();
		const seconds = (performance.now() - startedAt) / 1000;
		return isMissingShell(exitCode, beginning, seconds)
			? {kind: 'no-shell', message: 'The image has no shell.'}
			: {kind: 'ended', exitCode};
	} catch (error) {
		if (!(error instanceof EngineError)) throw error;
		return {kind: 'lost', message: cleanText(error.message)};
	} finally {
		// The cursor may be anywhere, and what follows begins a line.
		stdout.write('\r\n');
		stdout.off('resize', resize);
		forget();
	}
};

/** Enough to see the runtime's complaint in. */
const beginningLength = 1024;

/** Copies until the end; returns how the output began. */
const pipe = async (output: AsyncIterable<Uint8Array>, stdout: ShellOutput): Promise<string> => {
	let beginning = '';
	for await (const bytes of output) {
		if (beginning.length < beginningLength) beginning += Buffer.from(bytes).toString('latin1');
		// Our own sentence about it is better.
		if (beginning.startsWith('OCI runtime')) continue;
		if (!stdout.write(bytes)) await once(stdout, 'drain');
	}
	return beginning;
};

const missingShellSeconds = 2;
/** By the shells' convention: found but not to be run (engine 20.10 means both), and not found. */
const missingShellCodes: readonly (number | undefined)[] = [126, 127];
const complaint = /OCI runtime|executable file not found|no such file or directory|exec failed/i;

/**
 * A program that is missing is no error for the engine: the complaint of the runtime is the output.
 * A user's own last command may well end with 127, but not so soon and not with these words.
 */
const isMissingShell = (
	exitCode: number | undefined,
	beginning: string,
	seconds: number,
): boolean =>
	missingShellCodes.includes(exitCode) &&
	seconds < missingShellSeconds &&
	complaint.test(beginning);

const refusal = (error: unknown): ShellResult => {
	if (isAbortError(error)) return {kind: 'cancelled'};
	if (!(error instanceof EngineError)) throw error;
	const message = cleanText(error.message);
	if (error.kind === 'conflict') return {kind: 'not-running', message};
	if (error.kind === 'not-found') return {kind: 'gone', message};
	return {kind: 'failed', message, hint: error.hint};
};
