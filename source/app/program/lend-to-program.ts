import {spawn} from 'node:child_process';
import process from 'node:process';
import {cleanText} from '../../format/sanitise.ts';
import type {ProgramEnd} from '../../store/program.ts';
import type {TerminalLender} from '../lend.ts';
import type {ExitGuard} from '../signals.ts';
import {whyFailed} from './run-program.ts';

export interface LendToProgramPorts {
	readonly lender: Pick<TerminalLender, 'lendCooked'>;
	readonly guard: Pick<ExitGuard, 'leaveInterrupts'>;
}

/** Gives the whole terminal to a program of this machine until it ends. Never rejects for what it does. */
export const lendToProgram = async (
	[program = '', ...args]: readonly string[],
	text: string,
	{lender, guard}: LendToProgramPorts,
): Promise<ProgramEnd> =>
	await lender.lendCooked(async () => {
		const takeInterrupts = guard.leaveInterrupts();
		process.stdout.write(`dockmon: ${cleanText(text)}\n`);
		try {
			return await new Promise<ProgramEnd>(resolve => {
				const child = spawn(program, args, {stdio: 'inherit'});
				child.once('error', error => resolve({kind: 'failed', message: whyFailed(error, program)}));
				child.once('exit', (code, signal) =>
					resolve(signal === null ? {kind: 'exited', code: code ?? 0} : {kind: 'killed', signal}),
				);
			});
		} catch (error) {
			return {kind: 'failed', message: error instanceof Error ? error.message : String(error)};
		} finally {
			takeInterrupts();
		}
	});
