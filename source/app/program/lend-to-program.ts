import {type ChildProcess, spawn} from 'node:child_process';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {cleanText} from '../../format/sanitise.ts';
import {maskSecrets} from '../../model/secrets.ts';
import type {ProgramRequest} from '../../model/user-command.ts';
import {type ProgramEnd, sayEnd} from '../../store/program.ts';
import type {InputRouter} from '../input-router.ts';
import type {TerminalLender} from '../lend.ts';
import type {ExitGuard} from '../signals.ts';
import {placeOf, whyFailed} from './run-program.ts';

export interface LendToProgramPorts {
	readonly router: Pick<InputRouter, 'hold'>;
	readonly lender: Pick<TerminalLender, 'lendCooked'>;
	/** Where dockmon is told to end, the program must not go on in a terminal that is a shell's again. */
	readonly guard: Pick<ExitGuard, 'leaveInterrupts' | 'onExit'>;
	/** Removes the container that it has made, where that goes on without it. Never rejects. */
	readonly removeOneOff?: (name: string) => Promise<void>;
	/** Resolves when whoever is at the terminal has read what is there. */
	readonly untilRead?: (guard: Pick<ExitGuard, 'onExit'>) => Promise<unknown>;
}

/**
 * Gives the whole terminal to a program of this machine until it ends. Never rejects for what it does.
 * Keys that were typed behind the one that got us here are nobody's: the program cannot be given them,
 * and they were not meant as commands.
 */
export const lendToProgram = async (
	{
		argv,
		text,
		oneOff,
		...place
	}: Pick<ProgramRequest, 'argv' | 'text' | 'directory' | 'env' | 'oneOff'>,
	{router, lender, guard, removeOneOff, untilRead = untilEnter}: LendToProgramPorts,
): Promise<ProgramEnd> => {
	const loan = router.hold();
	let removal: Promise<void> | undefined;
	const remove = async (): Promise<void> => {
		if (oneOff !== undefined) removal ??= removeOneOff?.(oneOff);
		await removal;
	};
	try {
		return await lender.lendCooked(async () => {
			const takeInterrupts = guard.leaveInterrupts();
			process.stdout.write(`dockmon: ${cleanText(maskSecrets(text))}\n`);
			try {
				const sinceMillis = performance.now();
				const end = await runInTerminal(argv, place, {guard, remove});
				const tookMillis = performance.now() - sinceMillis;
				// What it complained about would be covered by the screen at once.
				if (isFailure(end) && tookMillis < hastyMillis) {
					process.stdout.write(`dockmon: ${sayEnd(end)}. Enter goes back.\n`);
					await untilRead(guard);
				}
				return end;
			} catch (error) {
				return {kind: 'failed', message: error instanceof Error ? error.message : String(error)};
			} finally {
				takeInterrupts();
				loan.release();
			}
		});
	} finally {
		loan.release();
	}
};

/** Compose 1 takes seconds to say that there is no such program. */
const hastyMillis = 10_000;

/** Not of one that somebody has ended: he knows why. */
const isFailure = (end: ProgramEnd): boolean =>
	end.kind === 'exited' && end.code > 0 && end.code < signalled;

/** As shells and Compose report the end by a signal. */
const signalled = 128;

/** Read by a program that has the terminal as the one before had it. */
const untilEnter = async (guard: Pick<ExitGuard, 'onExit'>): Promise<void> => {
	const child = spawn('/bin/sh', ['-c', 'read -r _'], {stdio: 'inherit'});
	const forget = guard.onExit(() => child.kill('SIGKILL'));
	await new Promise(resolve => child.once('error', resolve).once('exit', resolve));
	forget();
};

/** Between one sign to end and the next: it has to be over before dockmon may wait no longer. */
const graceMillis = 700;

/** As the end of a terminal says it, which shells heed and only that. */
const endIt = async (child: ChildProcess, ended: Promise<unknown>): Promise<void> => {
	for (const signal of ['SIGHUP', 'SIGTERM', 'SIGKILL'] as const) {
		child.kill(signal);
		await Promise.race([ended, setTimeout(graceMillis, undefined, {ref: false})]);
		if (child.exitCode !== null || child.signalCode !== null) return;
	}
};

const runInTerminal = async (
	[program = '', ...args]: readonly string[],
	place: Pick<ProgramRequest, 'directory' | 'env'>,
	{
		guard,
		remove,
	}: {readonly guard: Pick<ExitGuard, 'onExit'>; readonly remove: () => Promise<void>},
): Promise<ProgramEnd> => {
	const {promise: ended, resolve} = Promise.withResolvers<ProgramEnd>();
	const child = spawn(program, args, {...placeOf(place), stdio: 'inherit'});
	child.once('error', error => resolve({kind: 'failed', message: whyFailed(error, program)}));
	child.once('exit', (code, signal) =>
		resolve(signal === null ? {kind: 'exited', code: code ?? 0} : {kind: 'killed', signal}),
	);
	// Who was left by a key to go on does so.
	const over = ended.then(async end => {
		if (end.kind === 'killed' || (end.kind === 'exited' && end.code > signalled)) await remove();
		return end;
	});
	const forget = guard.onExit(async () => {
		await endIt(child, ended);
		await over;
		await remove();
	});
	try {
		return await over;
	} finally {
		forget();
	}
};
