import {spawn} from 'node:child_process';
import process from 'node:process';
import {cleanText} from '../../format/sanitise.ts';
import {maskSecrets} from '../../model/secrets.ts';
import type {ProgramRequest} from '../../model/user-command.ts';
import type {ProgramEnd} from '../../store/program.ts';
import type {InputRouter} from '../input-router.ts';
import type {TerminalLender} from '../lend.ts';
import type {ExitGuard} from '../signals.ts';
import {placeOf, whyFailed} from './run-program.ts';

export interface LendToProgramPorts {
	readonly router: Pick<InputRouter, 'hold'>;
	readonly lender: Pick<TerminalLender, 'lendCooked'>;
	/** Where dockmon is told to end, the program must not go on in a terminal that is a shell's again. */
	readonly guard: Pick<ExitGuard, 'leaveInterrupts' | 'onExit'>;
}

/**
 * Gives the whole terminal to a program of this machine until it ends. Never rejects for what it does.
 * Keys that were typed behind the one that got us here are nobody's: the program cannot be given them,
 * and they were not meant as commands.
 */
export const lendToProgram = async (
	{argv, text, ...place}: Pick<ProgramRequest, 'argv' | 'text' | 'directory' | 'env'>,
	{router, lender, guard}: LendToProgramPorts,
): Promise<ProgramEnd> => {
	const loan = router.hold();
	try {
		return await lender.lendCooked(async () => {
			const takeInterrupts = guard.leaveInterrupts();
			process.stdout.write(`dockmon: ${cleanText(maskSecrets(text))}\n`);
			try {
				return await runInTerminal(argv, place, guard);
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

const runInTerminal = async (
	[program = '', ...args]: readonly string[],
	place: Pick<ProgramRequest, 'directory' | 'env'>,
	guard: Pick<ExitGuard, 'onExit'>,
): Promise<ProgramEnd> => {
	const {promise: ended, resolve} = Promise.withResolvers<ProgramEnd>();
	const child = spawn(program, args, {...placeOf(place), stdio: 'inherit'});
	child.once('error', error => resolve({kind: 'failed', message: whyFailed(error, program)}));
	child.once('exit', (code, signal) =>
		resolve(signal === null ? {kind: 'exited', code: code ?? 0} : {kind: 'killed', signal}),
	);
	const forget = guard.onExit(async () => {
		child.kill('SIGTERM');
		await ended;
	});
	try {
		return await ended;
	} finally {
		forget();
	}
};
