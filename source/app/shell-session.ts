import {once} from 'node:events';
import process from 'node:process';
import {unlessAborted} from '../engine/deadline.ts';
import type {ExecSession} from '../engine/engine.ts';
import {cleanText} from '../format/sanitise.ts';
import {EngineError, isAbortError} from '../model/engine-error.ts';
import {isAboutUser, isComplaint, isMissingCode, looksMissing} from './find-shell.ts';
import type {InputLoan, InputRouter} from './input-router.ts';
import type {TerminalLender} from './lend.ts';
import {ShellKeys} from './shell-keys.ts';

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
	/** Tried one after the other: the shells there may be, or one program. */
	readonly argvs: ReadonlyArray<readonly string[]>;
	/** Called with one of them after the other until one is there. */
	readonly open: (argv: readonly string[], size: ShellSize) => Promise<ExecSession>;
	/** Printed above the shell: where it runs and how to leave; may hold foreign names. */
	readonly notice: readonly string[];
}

/** How it went; `message` is a plain sentence, in the engine's words where it gave any. */
export type ShellResult =
	/** `exitCode` of the shell, which is the one of its last command; undefined when not known. */
	| {readonly kind: 'ended'; readonly exitCode: number | undefined}
	/** None of the programs is there. `message`: what was said of the last one. */
	| {readonly kind: 'missing'; readonly message: string}
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
	{argvs, open, notice}: ShellRequest,
): Promise<ShellResult> => {
	const abort = new AbortController();
	// Before anything else, because the keys behind the one that got us here are the shell's.
	const loan = router.hold(() => abort.abort());
	try {
		return await lender.lend(async () => {
			for (const line of notice) stdout.write(`${cleanText(line)}\r\n`);
			const keys = new ShellKeys(loan, () => abort.abort());
			try {
				let complaint = '';
				for (const argv of argvs) {
					const size = {columns: stdout.columns, rows: stdout.rows};
					const session = await openOr(abort.signal, () => open(argv, size), onExit);
					const result = await attach(session, size, {loan, keys, stdout, onExit});
					if (result.kind !== 'missing') return result;
					complaint = result.message;
					if (isAboutUser(complaint)) break;
				}
				return {kind: 'missing', message: complaint};
			} catch (error) {
				return refusal(error);
			}
		});
	} finally {
		loan.release();
	}
};

/**
 * Rejects `AbortError` as soon as the signal fires. What opens afterwards is closed, and dockmon does not
 * end before that: an engine that was asked for a shell starts it whether or not somebody waits.
 */
const openOr = async (
	signal: AbortSignal,
	open: () => Promise<ExecSession>,
	onExit: ShellPorts['onExit'],
): Promise<ExecSession> => {
	const opening = open();
	const close = async (): Promise<void> => {
		try {
			const session = await opening;
			await session.close();
		} catch {
			// It never opened, or the engine is gone: nothing is left to close, and nobody to be told.
		}
	};
	const forget = onExit(close);
	try {
		const session = await unlessAborted(opening, signal);
		forget();
		return session;
	} catch (error) {
		if (signal.aborted) void close().finally(forget);
		else forget();
		throw error;
	}
};

interface AttachPorts {
	readonly loan: InputLoan;
	readonly keys: ShellKeys;
	readonly stdout: ShellOutput;
	readonly onExit: ShellPorts['onExit'];
}

const attach = async (
	session: ExecSession,
	size: ShellSize,
	{loan, keys, stdout, onExit}: AttachPorts,
): Promise<ShellResult> => {
	const startedAt = performance.now();
	const forget = onExit(() => session.leave?.() ?? session.close());
	const resize = () => void session.resize(stdout.columns, stdout.rows);
	stdout.on('resize', resize);
	// The window may have changed while the session was being opened.
	if (stdout.columns !== size.columns || stdout.rows !== size.rows) resize();
	keys.goTo(session);
	try {
		const beginning = await pipe(session.output, stdout, keys);
		const mayBeMissing = looksMissing(beginning, (performance.now() - startedAt) / 1000);
		if (mayBeMissing) keys.wait();
		// The UI's from now on. After a broken connection it is not: what is typed in the moment before
		// that shows is still meant for the shell, and is dropped.
		else loan.release();
		const exitCode = await session.exitCode();
		// Nobody knows of its end, so it may run on.
		if (exitCode === undefined) await session.close();
		if (mayBeMissing && (isMissingCode(exitCode) || isAboutUser(beginning))) {
			return {kind: 'missing', message: cleanText(beginning.trim())};
		}
		endLine(stdout);
		return {kind: 'ended', exitCode};
	} catch (error) {
		if (!(error instanceof EngineError)) throw error;
		// Over another connection, if there is one; what became of it nobody could be told.
		void session.close().catch(() => {});
		endLine(stdout);
		return {kind: 'lost', message: cleanText(error.message)};
	} finally {
		stdout.off('resize', resize);
		forget();
	}
};

/** The cursor may be anywhere, and what follows begins a line. */
const endLine = (stdout: ShellOutput): void => {
	stdout.write('\r\n');
};

/** Enough to see the runtime's complaint in. */
const beginningLength = 1024;

/** Copies until the end; returns how the output began. */
const pipe = async (
	output: AsyncIterable<Uint8Array>,
	stdout: ShellOutput,
	keys: ShellKeys,
): Promise<string> => {
	let beginning = '';
	for await (const bytes of output) {
		if (beginning.length < beginningLength) beginning += Buffer.from(bytes).toString('latin1');
		// Our own sentence about it is better.
		if (isComplaint(beginning)) continue;
		keys.settle();
		if (!stdout.write(bytes)) await once(stdout, 'drain');
	}
	return beginning;
};

const refusal = (error: unknown): ShellResult => {
	if (isAbortError(error)) return {kind: 'cancelled'};
	if (!(error instanceof EngineError)) throw error;
	const message = cleanText(error.message);
	if (error.kind === 'conflict') return {kind: 'not-running', message};
	if (error.kind === 'not-found') return {kind: 'gone', message};
	return {kind: 'failed', message, hint: error.hint};
};
