import {execFile, spawn} from 'node:child_process';
import {existsSync, mkdirSync} from 'node:fs';
import {chmod, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {promisify} from 'node:util';
import {endNow} from './processes.ts';
import {until} from './until.ts';

const run = promisify(execFile);

/** An ssh server of the test on loopback, and an ssh that knows it and nothing of this machine's user. */
export interface PrivateSshd {
	/** `ssh://127.0.0.1:port` */
	readonly url: string;
	/** To be put first into PATH: with the `ssh` that has a configuration of its own. */
	readonly binFolder: string;
	/** Replaces the known hosts of that ssh. */
	writeKnownHosts(text: string): Promise<void>;
	/** In the form of known_hosts, for whatever key. */
	knownHost(publicKey: string): string;
	readonly hostKey: string;
	/** Public key of another host. */
	readonly otherKey: string;
	/** Adds lines to the configuration of that ssh, first in it. */
	configure(lines: string): Promise<void>;
	/** Process ids of the connections that are open. */
	sessions(): Promise<readonly number[]>;
	/** Ends them as a network that goes away does; resolves when they have ended. */
	killSessions(): Promise<void>;
	close(): Promise<void>;
}

export interface SshdOptions {
	/** Lines of sshd_config. */
	readonly settings?: string;
	/** False: the key of the client is none that the server knows. */
	readonly acceptsKey?: boolean;
	readonly passphrase?: string;
}

const sshdPaths = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/libexec/sshd'];
const sshPath = '/usr/bin/ssh';

/** Why there can be no private sshd here; undefined where it can. */
export const whyNoSshd = (): string | undefined => {
	const missing = [
		...(sshdPaths.some(path => existsSync(path)) ? [] : ['sshd (openssh-server)']),
		...(existsSync(sshPath) ? [] : ['ssh (openssh-client)']),
	];
	if (missing.length === 0) return undefined;
	const reason = `not installed: ${missing.join(', ')}`;
	if (process.env['DOCKMON_REQUIRE_ENGINE'] === '1') throw new Error(reason);
	return reason;
};

export const startSshd = async (options: SshdOptions = {}): Promise<PrivateSshd> => {
	const folder = await mkdtemp(join(tmpdir(), 'dockmon-sshd-'));
	const at = (name: string): string => join(folder, name);
	const makeKey = async (name: string, passphrase = ''): Promise<string> => {
		await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', '', '-f', at(name)]);
		return (await readFile(at(`${name}.pub`), 'utf8')).trim();
	};
	const hostKey = await makeKey('host');
	const otherKey = await makeKey('other');
	const userKey = await makeKey('user', options.passphrase);
	await writeFile(at('authorized_keys'), `${options.acceptsKey === false ? otherKey : userKey}\n`);
	const port = await freePort();
	await writeFile(
		at('sshd_config'),
		`${options.settings ?? ''}
ListenAddress 127.0.0.1:${port}
HostKey ${at('host')}
PidFile none
AuthorizedKeysFile ${at('authorized_keys')}
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
`,
	);
	const clientConfig = `
IdentityFile ${at('user')}
IdentitiesOnly yes
IdentityAgent none
UserKnownHostsFile ${at('known_hosts')}
GlobalKnownHostsFile /dev/null
`;
	await writeFile(at('ssh_config'), clientConfig);
	const knownHost = (publicKey: string): string => `[127.0.0.1]:${port} ${publicKey}\n`;
	await writeFile(at('known_hosts'), knownHost(hostKey));
	const binFolder = at('bin');
	mkdirSync(binFolder);
	await writeFile(at('bin/ssh'), `#!/bin/sh\nexec ${sshPath} -F '${at('ssh_config')}' "$@"\n`);
	await chmod(at('bin/ssh'), 0o755);
	const sshd = await startServer(at('sshd_config'), port);
	const sessions = (): Promise<readonly number[]> => childrenOf(sshd.pid ?? 0);
	const killSessions = async (): Promise<void> => {
		for (const pid of await sessions()) endNow(pid);
		await until(async () => (await sessions()).length === 0, 'the sessions end');
	};
	return {
		url: `ssh://127.0.0.1:${port}`,
		binFolder,
		hostKey,
		otherKey,
		knownHost,
		writeKnownHosts: text => writeFile(at('known_hosts'), text),
		configure: lines => writeFile(at('ssh_config'), `${lines}\n${clientConfig}`),
		sessions,
		killSessions,
		async close() {
			const ended = new Promise(resolve => sshd.once('exit', resolve));
			sshd.kill();
			await ended;
			await killSessions();
			await rm(folder, {recursive: true, force: true});
		},
	};
};

/** PATH in which that ssh comes first. */
export const pathWith = ({binFolder}: PrivateSshd): string =>
	`${binFolder}${delimiter}${process.env['PATH'] ?? ''}`;

const startServer = async (config: string, port: number) => {
	// Debian makes it when the service starts. sshd does not run as root without it.
	if (process.getuid?.() === 0) mkdirSync('/run/sshd', {recursive: true, mode: 0o755});
	const path = sshdPaths.find(candidate => existsSync(candidate)) ?? 'sshd';
	const sshd = spawn(path, ['-D', '-e', '-f', config], {stdio: ['ignore', 'ignore', 'pipe']});
	let said = '';
	sshd.stderr.setEncoding('utf8').on('data', (text: string) => {
		said += text;
	});
	await until(
		() => {
			if (sshd.exitCode !== null) throw new Error(`sshd ended: ${said}`);
			return said.includes(`port ${port}`);
		},
		() => `sshd listen; it said ${said}`,
	);
	return sshd;
};

const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
		});
	});

const childrenOf = async (parent: number): Promise<readonly number[]> => {
	const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
	const found = await Promise.all(
		pids.map(async pid => {
			// Gone by now.
			const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
			const isChild = new RegExp(`^PPid:\\s+${parent}$`, 'm').test(status);
			return isChild && !/^State:\s+Z/m.test(status) ? [Number(pid)] : [];
		}),
	);
	return found.flat();
};
