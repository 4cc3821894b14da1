import {execFile} from 'node:child_process';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {type DemoEngine, startDemoEngine} from '../../source/demo/start.ts';
import {dockmon} from '../helpers/built.ts';
import {openPty, type Pty} from '../helpers/pty.ts';
import {type PrivateSshd, pathWith, startSshd, whyNoSshd} from '../helpers/sshd.ts';
import {until} from '../helpers/until.ts';

let folder: string;
let sshd: PrivateSshd;
let demo: DemoEngine;
let url: string;
let pty: Pty | undefined;

const watch = async (host = url): Promise<Pty> => {
	const env = {PATH: pathWith(sshd), TMPDIR: folder, DOCKER_HOST: host};
	pty = await openPty({...dockmon(), env, columns: 240, rows: 40});
	return pty;
};

const nothingLeft = async (): Promise<void> => {
	const socketFolders = async () =>
		(await readdir(folder)).filter(name => name.startsWith('dockmon-ssh-'));
	await until(
		() => pty?.processes().length === 0,
		() => `every process end, but there are ${JSON.stringify(pty?.processes())}`,
	);
	await until(async () => (await socketFolders()).length === 0, 'the folder of the socket go');
	await until(async () => (await sshd.sessions()).length === 0, 'the session end');
};

const reason = whyNoSshd();
if (reason !== undefined) {
	console.log(`skipped: ${reason}`);
	test('dockmon over ssh', ({skip}) => skip(reason));
} else {
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'dockmon-far-'));
		sshd = await startSshd();
		const socketPath = join(folder, 'demo.sock');
		demo = await startDemoEngine({listen: `unix://${socketPath}`, seed: 1});
		url = `${sshd.url}${socketPath}`;
	});
	afterEach(async () => {
		await pty?.dispose();
		pty = undefined;
	});
	afterAll(async () => {
		await demo.close();
		await sshd.close();
		await rm(folder, {recursive: true});
	});

	test('a session that dies is told with its reason, and comes back by itself', async () => {
		const screen = await watch();
		await screen.until('shop');
		expect(screen.text()).toContain(url);
		await sshd.killSessions();
		await screen.until(/The ssh connection broke.*Values are \S+ old/);
		await screen.until(shown => shown.includes('shop') && !shown.includes('Values are'));
		screen.type('q');
		expect((await screen.end()).code).toBe(0);
		await nothingLeft();
	});

	test('a shell in a container works through it', async () => {
		const screen = await watch();
		await screen.until(/─ shop\/\S+ +\[Logs\]/);
		screen.type('e');
		await screen.until('dockmon: shell in shop/');
		await screen.until(/[#$] ?$/m);
		screen.type('echo answer $HOSTNAME\r');
		await screen.until(/^answer/m);
		screen.type('exit 3\r');
		await screen.until('exit code 3');
	});

	test('dockmon that is killed leaves no ssh, no shell and no socket', async () => {
		const screen = await watch();
		await screen.until('shop');
		expect(await sshd.sessions()).toHaveLength(1);
		screen.signal('SIGKILL');
		await screen.end();
		await nothingLeft();
	});

	test('dockmon that is killed while ssh logs in leaves none either', async () => {
		const screen = await watch();
		await until(() => screen.processes().some(({command}) => /^ssh |\/ssh /.test(command)), 'ssh');
		screen.signal('SIGKILL');
		await screen.end();
		await nothingLeft();
	});

	test('what only the user can mend is on the whole screen', async () => {
		await sshd.writeKnownHosts('');
		try {
			const screen = await watch();
			await screen.until(/The host key of ssh:\S+ is\s+not known/);
			await screen.until(/Retry in 1[78]\d s/);
			expect(screen.text()).toContain('fingerprint');
			screen.type('q');
			expect((await screen.end()).code).toBe(0);
			await nothingLeft();
		} finally {
			await sshd.writeKnownHosts(sshd.knownHost(sshd.hostKey));
		}
	});

	test('a snapshot leaves nothing behind either', async () => {
		const {file, args} = dockmon('-H', url, '--json');
		const env = {...process.env, PATH: pathWith(sshd), TMPDIR: folder};
		const {stdout, stderr} = await promisify(execFile)(file, [...args], {env});
		expect(JSON.parse(stdout)).toMatchObject({
			engine: {endpoint: url, source: '--host'},
			host: {cpuPercent: null},
		});
		expect(stderr).toBe('');
		await until(async () => (await sshd.sessions()).length === 0, 'the session end');
		expect((await readdir(folder)).filter(name => name.startsWith('dockmon-'))).toEqual([]);
	});
}
