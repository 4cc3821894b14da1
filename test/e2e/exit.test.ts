import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {isRunning} from '../helpers/processes.ts';
import {openPty, ordinaryModes, type Pty, type PtyOptions} from '../helpers/pty.ts';
import {tinyApp} from '../helpers/tiny-app.ts';
import {until} from '../helpers/until.ts';

let pty: Pty | undefined;
let reports: string;

beforeEach(() => {
	reports = mkdtempSync(path.join(tmpdir(), 'dm-'));
});

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
	rmSync(reports, {recursive: true, force: true});
});

const start = async (options: PtyOptions): Promise<Pty> => {
	pty = await openPty(options);
	return pty;
};

const startDemo = async (): Promise<Pty> => {
	const started = await start({...dockmon('--demo'), columns: 100, rows: 30});
	await started.until('shop');
	return started;
};

const startTiny = async (): Promise<Pty> => {
	const env = {...process.env, REPORTS: reports};
	const started = await start({file: process.execPath, args: [tinyApp], env});
	await started.until('ready');
	return started;
};

/** The terminal is as it was, nothing runs on, and the program said how it ended. */
const expectCleanEnd = async (ended: Pty, code: number): Promise<void> => {
	expect((await ended.end()).code).toBe(code);
	expect(ended.modes()).toEqual(ordinaryModes);
	const {before, after} = ended.termios();
	expect(after).toBe(before);
	expect(before).toContain('speed');
	await expectNothingLeft(ended);
};

const expectNothingLeft = async (ended: Pty): Promise<void> => {
	const left = () => ended.processes().map(({pid, command}) => `${pid} ${command}`);
	await until(
		() => left().length === 0,
		() => `the end of ${left()}`,
	);
};

describe('leaves the terminal as it was', () => {
	test.each([
		['q', 'q', 0],
		['Ctrl-C', '\u0003', 0],
	])('after %s', async (_name, key, code) => {
		const demo = await startDemo();
		expect(demo.modes().alternateScreen).toBe(true);
		await until(() => demo.modes().focusReports, 'the wish to hear of focus');
		demo.type(key);
		await expectCleanEnd(demo, code);
		// The screen of before, with nothing added to it, and nothing left to do for the guard.
		expect(demo.text().trim()).toBe('');
		expect(demo.written).not.toContain('\u001B[r');
	});

	test.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
		['SIGINT', 130],
		['SIGQUIT', 131],
	] as const)('after %s', async (signal, code) => {
		const demo = await startDemo();
		demo.signal(signal);
		await expectCleanEnd(demo, code);
		expect(demo.text().trim()).toBe('');
	});

	test.each([
		['a component', 'F', 'fault in a component'],
		['a promise nobody waits for', 'P', 'fault in a promise'],
		['a timer', 'U', 'fault in a timer'],
	])('after a fault in %s, and says so in two lines', async (_name, key, reason) => {
		const tiny = await startTiny();
		tiny.type(key);
		await expectCleanEnd(tiny, 70);
		const lines = tiny.screen().filter(line => line !== '');
		expect(lines).toHaveLength(2);
		expect(lines[0]).toContain(reason);
		const [report = '', ...more] = readdirSync(reports);
		expect(more).toEqual([]);
		expect(lines[1]).toContain(report);
		expect(readFileSync(path.join(reports, report), 'utf8')).toContain(`Error: ${reason}`);
	});

	test('after an exit from anywhere', async () => {
		const tiny = await startTiny();
		tiny.type('X');
		await expectCleanEnd(tiny, 3);
	});

	test('while a shell has it, and closes that', async () => {
		const tiny = await startTiny();
		tiny.type('E');
		tiny.type('ls\r');
		await tiny.until('$ ls');
		tiny.signal('SIGTERM');
		await expectCleanEnd(tiny, 143);
		expect(tiny.text()).toContain('echo 80 by 24\n$ ls');
	});
});

test('ends when the terminal is closed', async () => {
	const demo = await startDemo();
	const {pid} = demo;
	demo.hangUp();
	await until(() => pid !== undefined && !isRunning(pid), 'the end of the program');
	await expectNothingLeft(demo);
});

test('ends when the terminal is closed although hang-ups are ignored', async () => {
	const ignoring = ['-c', 'trap "" HUP; exec "$@"', 'sh', process.execPath, tinyApp];
	const tiny = await start({file: '/bin/sh', args: ignoring});
	await tiny.until('ready');
	const {pid} = tiny;
	tiny.hangUp();
	await until(() => pid !== undefined && !isRunning(pid), 'the end of the program');
});

const prompt = 'prompt>';

const startShell = async (file: string, ...args: readonly string[]): Promise<Pty> => {
	const shell = await start({file, args, env: {PS1: `${prompt} `, HISTFILE: undefined, ENV: ''}});
	await shell.until(prompt);
	return shell;
};

const startTinyIn = async (shell: Pty): Promise<void> => {
	shell.type(`'${process.execPath}' '${tinyApp}'\r`);
	await shell.until('ready');
};

/** The program is the only child of the shell. */
const signalProgram = (shell: Pty, signal: NodeJS.Signals): void => {
	const program = shell.processes().find(({parent}) => parent === shell.pid);
	if (program === undefined) throw new Error('the shell runs nothing');
	process.kill(program.pid, signal);
};

/** Modes off, lines edited and echoed; bash itself has bracketed paste on at its prompt. */
const expectUsable = async (shell: Pty): Promise<void> => {
	const isOrdinary = () =>
		isDeepStrictEqual({...shell.modes(), bracketedPaste: false}, ordinaryModes);
	await until(isOrdinary, () => `ordinary modes, but ${JSON.stringify(shell.modes())}`);
	shell.type('stty -a | grep -ow -e -icanon -e -echo; echo "seen"$((40 + 2))\r');
	await shell.until('seen42');
	expect(shell.text()).not.toMatch(/^-icanon|^-echo$/m);
};

describe.each([
	['/bin/sh', '-i'],
	['/bin/bash', '--norc', '--noprofile', '-i'],
])('killed under %s', (file, ...args) => {
	test.skipIf(!existsSync(file)).each(['SIGKILL', 'SIGSEGV', 'SIGABRT'] as const)(
		'by %s, gives the terminal back all the same',
		async signal => {
			const shell = await startShell(file, ...args);
			const ownProcesses = shell.processes().length;
			await startTinyIn(shell);
			await until(() => shell.processes().length === ownProcesses + 2, 'its guard');
			signalProgram(shell, signal);
			await until(() => shell.processes().length === ownProcesses, 'the end of both');
			await expectUsable(shell);
		},
	);
});

describe.skipIf(!existsSync('/bin/bash'))('in a shell with job control', () => {
	const startInShell = async (): Promise<Pty> => {
		const shell = await startShell('/bin/bash', '--norc', '--noprofile', '-i');
		await startTinyIn(shell);
		return shell;
	};

	const expectStopped = async (shell: Pty): Promise<void> => {
		await shell.until(new RegExp(`Stopped[^]*${prompt}`));
		await expectUsable(shell);
	};

	const expectAlive = async (shell: Pty, keys: string): Promise<void> => {
		await shell.until(screen => screen.startsWith('tiny 80 by 24'));
		shell.type('k');
		await shell.until(`keys ${keys}k.`);
		expect(shell.modes()).toMatchObject({alternateScreen: true, cursorVisible: false});
	};

	const quit = async (shell: Pty): Promise<void> => {
		shell.type('q');
		await shell.until(new RegExp(`${prompt}\\s*$`));
		expect(shell.modes().alternateScreen).toBe(false);
		shell.type('exit 0\r');
		expect((await shell.end()).code).toBe(0);
	};

	test('stops at Ctrl-Z and goes on at fg', async () => {
		const shell = await startInShell();
		shell.type('j\u001A');
		await expectStopped(shell);
		shell.type('fg\r');
		await expectAlive(shell, 'jctrl+z');
		await quit(shell);
	});

	test('stops when told to from outside, as often as that happens', async () => {
		const shell = await startInShell();
		for (const keys of ['', 'k']) {
			signalProgram(shell, 'SIGTSTP');
			await expectStopped(shell);
			shell.type('clear; fg\r');
			await expectAlive(shell, keys);
		}
		await quit(shell);
	});

	test('recovers from a stop that nobody can announce', async () => {
		const shell = await startInShell();
		signalProgram(shell, 'SIGSTOP');
		await shell.until('Stopped');
		shell.type('stty sane; fg\r');
		await expectAlive(shell, '');
		await quit(shell);
	});
});
