import {execFile, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterAll, afterEach, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {openPty, type Pty} from '../helpers/pty.ts';
import {until} from '../helpers/until.ts';

// Promise P12: the screen is never cleared once it stands, in tmux neither.

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
if (!hasTmux) console.warn('tmux is not installed: what dockmon writes in it is not tested');

const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-tmux-'));
const socket = path.join(folder, 'socket');
const log = path.join(folder, 'written');
const run = promisify(execFile);
const tmux = (...args: readonly string[]) => run('tmux', ['-S', socket, ...args]);

let pty: Pty | undefined;

afterEach(async () => {
	await tmux('kill-server').catch(() => undefined);
	await pty?.dispose();
	pty = undefined;
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** Clearing all of it or what was scrolled away, or starting the terminal over. */
const clears = /\u001B\[[23]J|\u001Bc/g;

/** Each screen and some tabs, by what is then to be seen. */
const walk = [
	['2', / CPU /],
	['3', '─ problems ─'],
	['4', '─ events ─'],
	['1', '─ containers'],
	[']', /\[Overview\]/],
	[']', /\[Stats\]/],
	['?', '─ help ─'],
	['\u001B', /\[Stats\]/],
	['jjj', '▌'],
] as const;

const visitAll = async (demo: Pty): Promise<void> => {
	for (const [keys, shown] of walk) {
		demo.type(keys);
		await demo.until(shown);
	}
};

test('a plain terminal is never cleared', async () => {
	pty = await openPty({...dockmon('--demo'), columns: 120, rows: 40});
	await pty.until(/api .*\d+\.\d .*\d+M/);
	await visitAll(pty);
	pty.resize(100, 30);
	await pty.until(screen => screen.split('\n').at(-1)?.includes('?') ?? false);
	pty.type('q');
	expect((await pty.end()).code).toBe(0);
	expect(pty.written.match(clears) ?? []).toEqual([]);
});

test.skipIf(!hasTmux)('neither is a pane of tmux, and its frames are whole in there', async () => {
	const {file, args} = dockmon('--demo');
	const session = ['-f', '/dev/null', 'new-session', '-s', 'it', file, ...args];
	pty = await openPty({
		...{file: 'tmux', args: ['-S', socket, ...session]},
		...{env: {TMUX: undefined, TERM: 'xterm-256color'}, columns: 120, rows: 41},
	});
	const demo = pty;
	await until(
		() => tmux('pipe-pane', '-o', '-t', 'it', `cat > '${log}'`).then(Boolean, () => false),
		'tmux',
	);
	await pty.until(/api .*\d+\.\d .*\d+M/);
	await visitAll(pty);
	pty.resize(100, 31);
	// The emulator keeps what was to the right of its new edge.
	const seen = (): readonly string[] => demo.screen().map(row => row.slice(0, 100));
	await demo.until(() => seen().some(row => /^╭─ containers.*╮$/.test(row)));
	expect(seen().filter(row => /^│.*[^│╮╯]$/.test(row))).toEqual([]);
	const written = readFileSync(log, 'utf8');
	expect(written).toContain('\u001B[');
	expect(written.match(clears) ?? []).toEqual([]);
	pty.type('q');
	expect((await pty.end()).code).toBe(0);
});

const startInShell = async (): Promise<{readonly program: number; readonly shell: Pty}> => {
	const {file, args} = dockmon('--demo');
	const session = ['-f', '/dev/null', 'new-session', '-s', 'it', '/bin/sh'];
	pty = await openPty({
		...{file: 'tmux', args: ['-S', socket, ...session]},
		...{env: {TMUX: undefined, TERM: 'xterm-256color'}, columns: 120, rows: 41},
	});
	const shell = pty;
	await shell.until(/^[$#]$/m);
	shell.type(`'${file}' ${args.map(arg => `'${arg}'`).join(' ')}\r`);
	await shell.until(/api .*\d+\.\d .*\d+M/);
	// It calls itself so.
	const isProgram = ({command}: {readonly command: string}) => /^dockmon\b/.test(command);
	const program = await until(() => shell.processes().find(isProgram)?.pid, 'the program');
	return {program, shell};
};

/** Of the pane, as tmux keeps them: alternate screen, mouse, cursor, application keys. */
const paneModes = async (): Promise<string> => {
	const format = '#{alternate_on} #{mouse_any_flag} #{cursor_flag} #{keypad_cursor_flag}';
	return (await tmux('display-message', '-p', '-t', 'it', format)).stdout.trim();
};

test.skipIf(!hasTmux)('a pane in which it was killed is as before', async () => {
	const {program, shell} = await startInShell();
	expect(await paneModes()).toBe('1 1 0 0');
	process.kill(program, 'SIGKILL');
	await until(async () => (await paneModes()) === '0 0 1 0', 'ordinary modes in the pane');
	await shell.until('the terminal is as before');
	shell.type('stty -a | grep -ow -e -icanon -e -echo; echo "seen"$((40 + 2))\r');
	await shell.until('seen42');
	expect(shell.text()).not.toMatch(/^-icanon|^-echo$/m);
});

test.skipIf(!hasTmux)('a pane that is closed ends it, and its guard', async () => {
	const {shell} = await startInShell();
	const isOurs = ({command}: {readonly command: string}) => !command.startsWith('tmux');
	const closedAt = performance.now();
	await tmux('kill-pane', '-t', 'it');
	await until(
		() => shell.processes().filter(isOurs).length <= 1,
		() => `the end of ${JSON.stringify(shell.processes())}`,
	);
	expect(performance.now() - closedAt).toBeLessThan(2000);
});
