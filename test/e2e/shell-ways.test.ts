import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterAll, afterEach, describe, expect, test} from 'vitest';
import {bareImage} from '../../scripts/lib/bare-images.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {answerYes} from '../helpers/answer.ts';
import {dockmon} from '../helpers/built.ts';
import {findRealEngine, type RealEngine} from '../helpers/docker.ts';
import {openPty, ordinaryModes, type Pty, type PtyOptions} from '../helpers/pty.ts';
import {until} from '../helpers/until.ts';

const engine = await findRealEngine();
if (typeof engine === 'string') process.stderr.write(`ways into containers skipped: ${engine}\n`);

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'dockmon-ways-'));
const socket = path.join(folder, 'tmux');
const prompt = /[$#]\s*$/;

describe.skipIf(typeof engine === 'string')('ways into a real container', () => {
	const real = engine as RealEngine;
	let pty: Pty | undefined;

	afterEach(async () => {
		await pty?.dispose();
		pty = undefined;
		await run('tmux', ['-S', socket, 'kill-server']).catch(() => {});
		await real.cleanup();
	});

	afterAll(() => rmSync(folder, {recursive: true, force: true}));

	const open = async (options: PtyOptions): Promise<Pty> => {
		pty = await openPty({columns: 120, rows: 30, ...options});
		return pty;
	};

	const select = async (opened: Pty, name: string): Promise<void> => {
		await opened.until(/containers \d+\/[1-9]/);
		opened.type(`/name:${name}\r`);
		await opened.until(`filter: name:${name}`);
		opened.type('G');
		await opened.until(new RegExp(`^│▌.*${name}`, 'm'));
	};

	const openAt = async (name: string): Promise<Pty> => {
		const opened = await open(dockmon());
		await select(opened, name);
		return opened;
	};

	/** By its words in the palette. */
	const choose = async (opened: Pty, words: string, title: string): Promise<void> => {
		opened.type(':');
		await opened.until('─ palette ─');
		opened.type(words);
		await opened.until(title);
		opened.type('\r');
	};

	const strangers = async (ref: ContainerRef, own: RegExp): Promise<readonly string[]> =>
		(await real.processes(ref)).filter(command => !own.test(command));

	test('a command, a user, a directory and variables', async () => {
		const name = `wa${process.pid}`;
		await real.run('sleep 600', {name});
		const opened = await openAt(name);
		opened.type('E');
		await opened.until(`Run in ${name}`);
		opened.type(`sh -c 'id -u; pwd; echo "<$GREETING>"; read x'`);
		opened.type('\t65534\t/tmp\tGREETING="hello you"\r');
		await opened.until('<hello you>');
		expect(opened.text()).toMatch(/^65534\n\/tmp\n<hello you>/m);
		opened.type('\r');
		await opened.until('sh in');
		opened.type('E\u001B[C');
		await opened.until(/command +sh -c 'id -u/);
	});

	test('a user that is not there is told', async () => {
		const name = `wu${process.pid}`;
		await real.run('sleep 600', {name});
		const opened = await openAt(name);
		opened.type('E\tnobody-here\r');
		await opened.until(/unable to find user|no matching entries/);
	});

	test('attach: Ctrl-C is the program’s, Ctrl-P Ctrl-Q leaves it running', async () => {
		const name = `wt${process.pid}`;
		const script = `trap 'echo got INT' INT; echo ready; while :; do read x && echo "<$x>"; done`;
		await real.run(script, {name, tty: true});
		const opened = await openAt(name);
		await choose(opened, 'attach to', 'Attach to its first process');
		await opened.until('Ctrl-C may end the program');
		await opened.until('ready');
		opened.type('one\r');
		await opened.until('<one>');
		opened.type('\u0003');
		await opened.until('got INT');
		opened.type('\u0010\u0011');
		await opened.until(`detached from ${name}, which goes on`);
		opened.type('?');
		await opened.until('─ help ─');
	});

	test('attach: what has no terminal is only watched, and outlives dockmon', async () => {
		const name = `wl${process.pid}`;
		const ref = await real.run('i=0; while :; do i=$((i+1)); echo line $i; sleep 0.2; done', {
			name,
		});
		const opened = await openAt(name);
		await choose(opened, 'attach to', 'Attach to its first process');
		await opened.until('It takes no keys');
		await opened.until(/^line \d+$/m);
		opened.signal('SIGTERM');
		expect((await opened.end()).code).toBe(143);
		expect(opened.modes()).toEqual(ordinaryModes);
		expect((await real.processes(ref)).length).toBeGreaterThan(0);
	});

	test('a container without a shell offers one beside it, which is gone afterwards', async () => {
		const name = `wd${process.pid}`;
		const {name: image, command} = await bareImage('sleep');
		const ref = await real.run('', {name, image, command});
		const debugs = async () => {
			const filters = encodeURIComponent(JSON.stringify({label: [`dockmon.debug=${ref.id}`]}));
			const found = await real.get(`/containers/json?all=1&filters=${filters}`);
			return (found as Array<{readonly Id: string}>).map(({Id: id}) => ({...ref, id}));
		};
		const opened = await openAt(name);
		opened.type('e');
		await opened.until(`${name} has no shell`);
		opened.type('d');
		await opened.until(/image +busybox:local/);
		opened.type('\r');
		await opened.until(prompt);
		opened.type('ls /proc/1/root; cat /proc/1/cmdline\r');
		await opened.until('/sleep');
		const [debug, ...more] = await debugs();
		if (debug === undefined) throw new Error('there is no debug container');
		expect(more).toEqual([]);
		const isWatched = async () => (await strangers(debug, /^(?!.*dockmon-watch)/)).length > 0;
		await until(isWatched, 'what watches it');
		// Nothing in this process can remove it any more.
		opened.signal('SIGKILL');
		await until(async () => (await debugs()).length === 0, 'the removal');
	});

	test('dockmon shell ends with the code of the shell, and takes it along', async () => {
		const name = `ws${process.pid}`;
		const ref = await real.run('sleep 600', {name});
		const first = await open(dockmon('shell', '-e', 'A=b', ref.id));
		await first.until(prompt);
		first.type('echo "<$A>"; exit 9\r');
		expect((await first.end()).code).toBe(9);
		expect(first.text()).toContain('<b>');
		expect(first.termios().after).toBe(first.termios().before);
		const second = await open(dockmon('shell', name, 'sleep', '987'));
		await until(async () => (await strangers(ref, /sleep 600/)).length > 0, 'its program');
		second.hangUp();
		await until(async () => (await strangers(ref, /sleep 600/)).length === 0, 'its end');
	});

	test('on a protected engine a shell is asked about, on the screen and without it', async () => {
		const name = `wp${process.pid}`;
		const ref = await real.run('sleep 600', {name});
		await mkdir(path.join(folder, 'dockmon'), {recursive: true});
		await writeFile(path.join(folder, 'dockmon/config.yaml'), 'actions:\n  protected: ["*"]\n');
		const env = {XDG_CONFIG_HOME: folder};
		const opened = await open({...dockmon(), env});
		await select(opened, name);
		opened.type('e');
		await opened.until(`Shell in ${name}?`);
		expect(opened.text()).toMatch(/unix:\/\/\S+ is protected\./);
		opened.type('\r');
		await opened.until(text => !text.includes(`Shell in ${name}?`));
		expect(await strangers(ref, /sleep 600/)).toEqual([]);
		opened.type('e');
		await answerYes(opened, `Shell in ${name}?`);
		await opened.until(prompt);
		opened.type('exit\r');
		await opened.until('ended, exit code');
		await opened.dispose();

		const alone = await open({...dockmon('shell', name), env});
		await alone.until('y is yes:');
		expect(alone.text()).toContain('which is protected');
		alone.type('\r');
		expect((await alone.end()).code).toBe(1);
		expect(alone.text()).toContain('no shell was opened');
		await alone.dispose();
		const agreed = await open({...dockmon('shell', name), env});
		await agreed.until('y is yes:');
		agreed.type('y\r');
		await agreed.until(prompt);
		agreed.type('exit 4\r');
		expect((await agreed.end()).code).toBe(4);
		await agreed.dispose();
		const unasked = await open({...dockmon('shell', '--yes', name, 'echo', 'done'), env});
		await unasked.until('done');
		expect((await unasked.end()).code).toBe(0);
	});

	test('dockmon shell that is killed leaves nothing, and the terminal as it was', async () => {
		const name = `wk${process.pid}`;
		const ref = await real.run('sleep 600', {name});
		const shell = await open({...dockmon('shell', name), settles: true});
		await shell.until(prompt);
		shell.type(`printf '\\033[?1003h'; sleep 987\r`);
		await until(async () => (await strangers(ref, /sleep 600/)).length > 2, 'all of it');
		shell.signal('SIGKILL');
		expect((await shell.end()).code).toBe(137);
		expect(shell.modes()).toEqual(ordinaryModes);
		expect(shell.settled().termios).toBe(shell.termios().before);
		await until(async () => (await strangers(ref, /sleep 600/)).length === 0, 'its end');
	});

	test('a pane of tmux has the shell beside dockmon; killing it leaves nothing', async () => {
		const name = `wx${process.pid}`;
		const ref = await real.run('sleep 600', {name});
		const {file, args} = dockmon();
		const opened = await open({
			file: 'tmux',
			args: ['-S', socket, '-f', '/dev/null', 'new-session', '-s', 'it', file, ...args],
			env: {TMUX: undefined, TERM: 'xterm-256color'},
			columns: 200,
		});
		await select(opened, name);
		await choose(opened, 'tmux shell pane', 'Tmux: shell in a new pane');
		await until(
			async () => (await strangers(ref, /sleep 600/)).length > 0,
			'the shell in the pane',
		);
		const {stdout} = await run('tmux', ['-S', socket, 'list-panes', '-F', '#{pane_active}']);
		expect(stdout.trim().split('\n')).toHaveLength(2);
		await run('tmux', ['-S', socket, 'kill-pane', '-t', 'it:0.1']);
		await until(async () => (await strangers(ref, /sleep 600/)).length === 0, 'its end');
	});
});
