import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {afterEach, expect, test} from 'vitest';
import {dockmon} from '../helpers/built.ts';
import {openPty, ordinaryModes, type Pty} from '../helpers/pty.ts';

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

/** What programs have left behind in terminals. */
const leftBehind = [
	...[1049, 1000, 1002, 1003, 1004, 1006, 2004, 2026, 1, 6].map(mode => `?${mode}h`),
	...['?25l', '?7l', '4h', '5;10r'],
].map(mode => `\\033[${mode}`);

test('a terminal in any state can be worked with afterwards, without an engine', async () => {
	const {file, args} = dockmon('--reset');
	const script = `stty raw -echo -iutf8 -isig; printf '${leftBehind.join('')}\\016'; "$@"; code=$?; printf 'a\\nb'; exit $code`;
	pty = await openPty({
		...{file: 'sh', args: ['-c', script, 'sh', file, ...args]},
		env: {DOCKER_HOST: 'unix:///nonexistent/docker.sock', LANG: 'C.UTF-8'},
	});
	expect((await pty.end()).code).toBe(0);
	expect(pty.modes()).toEqual(ordinaryModes);
	// A line begins at the left again, in ordinary letters, below the margin that was set.
	expect(pty.screen().slice(0, 3)).toEqual(['The terminal is reset.', 'a', 'b']);
	const {after} = pty.termios();
	for (const flag of ['icanon', 'echo', 'isig', 'icrnl', 'opost', 'iutf8'])
		expect(after).toMatch(new RegExp(`(?:^|\\s)${flag}\\b`, 'm'));
});

test('it changes nothing that was fine', async () => {
	const {file, args} = dockmon('--reset');
	const script = 'stty sane iutf8; before=$(stty -g); "$@"; [ "$(stty -g)" = "$before" ]';
	pty = await openPty({file: 'sh', args: ['-c', script, 'sh', file, ...args]});
	expect((await pty.end()).code).toBe(0);
});

test('without a terminal it says so', async () => {
	const {file, args} = dockmon('--reset');
	const failed = await promisify(execFile)('setsid', ['--wait', file, ...args]).catch(
		(error: {code: number; stderr: string}) => error,
	);
	expect(failed).toMatchObject({code: 2, stderr: 'dockmon: --reset needs a terminal\n'});
});
