import {execFile, spawnSync} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {type DemoEngine, startDemoEngine} from '../../source/demo/start.ts';
import {dockmon} from '../helpers/built.ts';
import {type Certificates, findOpenssl, makeCertificates} from '../helpers/certificates.ts';
import {writeContext} from '../helpers/docker-context.ts';
import {openPty, type Pty} from '../helpers/pty.ts';
import {pathWith, startSshd, whyNoSshd} from '../helpers/sshd.ts';
import {startTlsGuard, type TlsGuard} from '../helpers/tls-guard.ts';
import {until} from '../helpers/until.ts';

// A pane of tmux does not have the environment of dockmon but that of the server of tmux.

const run = promisify(execFile);
const hasTmux = spawnSync('tmux', ['-V']).status === 0;
const openssl = await findOpenssl();
const noSshd = whyNoSshd();

let folder: string;
let socket: string;
let engineSocket: string;
let demo: DemoEngine;
let certificates: Certificates;
let guard: TlsGuard | undefined;
let pty: Pty | undefined;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dockmon-panes-'));
	socket = join(folder, 'tmux');
	engineSocket = join(folder, 'engine.sock');
	demo = await startDemoEngine({listen: `unix://${engineSocket}`, seed: 1});
	if (openssl === undefined) return;
	certificates = await makeCertificates(folder);
	guard = await startTlsGuard(engineSocket, certificates.server, 'TLSv1.3');
});

afterEach(async () => {
	await tmux('kill-server').catch(() => undefined);
	await pty?.dispose();
	pty = undefined;
});

afterAll(async () => {
	await guard?.close();
	await demo.close();
	await rm(folder, {recursive: true, force: true});
});

const tmux = (...args: readonly string[]) => run('tmux', ['-S', socket, ...args]);

interface Way {
	readonly args?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
}

/** dockmon in a tmux that knows nothing of the engine, or knows it wrong. */
const openIn = async ({args = [], env = {}}: Way): Promise<Pty> => {
	const {file, args: own} = dockmon(...args);
	const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
	pty = await openPty({
		file: 'tmux',
		args: [
			...['-S', socket, '-f', '/dev/null', 'new-session', '-s', 'it'],
			...['env', ...variables, file, ...own],
		],
		env: {
			...{TMUX: undefined, TERM: 'xterm-256color', DOCKER_CONTEXT: undefined},
			...{DOCKER_HOST: 'tcp://192.0.2.1:9', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/nowhere'},
		},
		...{columns: 200, rows: 40},
	});
	return pty;
};

/** A shell of the pane beside it answers: what it was asked can only have been run in a container. */
const expectShellBeside = async (opened: Pty): Promise<void> => {
	await opened.until(/containers \d+\/[1-9]/);
	opened.type('/name:registry\r');
	await opened.until('filter: name:registry');
	opened.type('G');
	await opened.until(/^│▌.*registry/m);
	opened.type(':');
	await opened.until('─ palette ─');
	opened.type('tmux shell pane');
	await opened.until('Tmux: shell in a new pane');
	opened.type('\r');
	const pane = async (): Promise<string> =>
		(await tmux('capture-pane', '-p', '-J', '-t', 'it:0.1').catch(() => ({stdout: ''}))).stdout;
	let seen = '';
	await until(
		async () => {
			seen = await pane();
			return /[#$] *$/.test(seen.trimEnd());
		},
		() => `a prompt in:\n${seen}`,
	);
	await tmux('send-keys', '-t', 'it:0.1', 'id', 'Enter');
	await until(async () => /^uid=\d/m.test(await pane()), 'the answer of the shell');
	// Nothing of a certificate is on any command line.
	const {stdout} = await run('ps', ['-eww', '-o', 'args']);
	expect(stdout.split('\n').filter(line => /BEGIN CERT|PRIVATE KEY/.test(line))).toEqual([]);
};

const tlsAddress = (): string => `tcp://127.0.0.1:${guard?.port}`;

test.skipIf(!hasTmux)('a pane reaches the engine of --host', async () => {
	await expectShellBeside(
		await openIn({
			args: [`--host=unix://${engineSocket}`],
			env: {DOCKER_TLS_VERIFY: '', DOCKER_CERT_PATH: ''},
		}),
	);
});

test.skipIf(!hasTmux || openssl === undefined)(
	'a pane reaches an engine behind TLS, by the environment',
	async () => {
		await expectShellBeside(
			await openIn({
				env: {
					DOCKER_HOST: tlsAddress(),
					...{DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certificates.good},
				},
			}),
		);
	},
);

test.skipIf(!hasTmux || openssl === undefined)(
	'a pane reaches an engine behind TLS, by a context',
	async () => {
		const config = join(folder, 'config');
		await writeContext(config, 'far away', {host: tlsAddress(), certPath: certificates.good});
		await expectShellBeside(
			await openIn({args: ['--context=far away'], env: {DOCKER_CONFIG: config}}),
		);
	},
);

test.skipIf(!hasTmux || noSshd !== undefined)('a pane reaches an engine over ssh', async () => {
	const sshd = await startSshd();
	try {
		await expectShellBeside(
			await openIn({
				args: [`--host=${sshd.url}${engineSocket}`],
				env: {PATH: pathWith(sshd), DOCKER_TLS_VERIFY: '', DOCKER_CERT_PATH: ''},
			}),
		);
	} finally {
		await tmux('kill-server').catch(() => undefined);
		await sshd.close();
	}
});
