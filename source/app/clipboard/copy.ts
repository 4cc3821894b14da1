import {spawn} from 'node:child_process';
import {clipboardSequence} from './osc52.ts';
import type {CopyPlan, CopyProgram} from './plan.ts';

const programMillis = 3000;

/** Who took the text; none where it went nowhere. */
export interface CopyResult {
	/** Name of the program that took it. */
	readonly program?: string;
	/** It was sent to the terminal, which does not say whether it took it. */
	readonly isSentToTerminal: boolean;
}

/** Puts a text into the clipboard in every way there is. Never rejects. */
export const copyText = async (
	text: string,
	{programs, terminal}: CopyPlan,
	write: (sequence: string) => void,
): Promise<CopyResult> => {
	const program = await firstTaker(text, programs);
	if (terminal === 'otherwise' && program !== undefined) return {program, isSentToTerminal: false};
	const sequence = clipboardSequence(text, terminal === 'screen' ? 'screen' : 'plain');
	if (sequence !== undefined) write(sequence);
	return {...(program === undefined ? {} : {program}), isSentToTerminal: sequence !== undefined};
};

const firstTaker = async (
	text: string,
	programs: readonly CopyProgram[],
): Promise<string | undefined> => {
	for (const program of programs) {
		if (await takes(program, text)) return program[0];
	}
	return undefined;
};

/** False where it is not installed, fails, or does not end: those that serve a clipboard do it in the background. */
const takes = ([file, ...argv]: CopyProgram, text: string): Promise<boolean> =>
	new Promise(resolve => {
		// Its output goes nowhere: a child that lives on would keep a pipe open.
		const child = spawn(file, argv, {
			stdio: ['pipe', 'ignore', 'ignore'],
			timeout: programMillis,
		});
		child.once('error', () => resolve(false));
		child.once('exit', code => resolve(code === 0));
		// One that does not want it all says so by its exit code.
		child.stdin.on('error', () => undefined);
		child.stdin.end(text);
	});
