import {spawnSync} from 'node:child_process';
import {closeSync, openSync, writeSync} from 'node:fs';
import process from 'node:process';
import {isUtf8} from './colour-level.ts';
import {anythingOff} from './terminal.ts';

const exitFailed = 1;
const exitUsage = 2;

/**
 * The last resort for a terminal that a program left broken: modes off, and settings with which a shell can
 * work. Needs no engine, and nothing of the terminal but that it is one. Returns the exit code; nothing can be
 * written or read afterwards.
 */
export const resetTerminal = (): number => {
	const terminal = openTerminal();
	if (terminal === undefined) {
		process.stderr.write('dockmon: --reset needs a terminal\n');
		return exitUsage;
	}
	try {
		writeSync(terminal, anythingOff);
		if (makeSane(terminal)) {
			writeSync(terminal, 'The terminal is reset.\n');
			return 0;
		}
		const advice = 'Its settings are not: run `stty sane`.';
		writeSync(terminal, `The modes of the terminal are reset.\r\n${advice}\r\n`);
		return exitFailed;
	} finally {
		// At its end Node gives back what a terminal was like at its beginning, unless it has gone.
		for (const file of [0, 1, 2, terminal]) closeSync(file);
	}
};

/** Whatever stdin and stdout are connected to. */
const openTerminal = (): number | undefined => {
	try {
		return openSync('/dev/tty', 'r+');
	} catch {
		return undefined;
	}
};

/** Without the second word a letter of several bytes is deleted byte by byte; not every system knows it. */
const makeSane = (terminal: number): boolean => {
	const stty = (...words: readonly string[]): boolean =>
		spawnSync('stty', words, {stdio: [terminal, 'ignore', 'ignore']}).status === 0;
	return (isUtf8(process.env) && stty('sane', 'iutf8')) || stty('sane');
};
