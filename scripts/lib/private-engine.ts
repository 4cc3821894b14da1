import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {access, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';

const execute = promisify(execFile);
const imageMaker = path.join(import.meta.dirname, '../../.ci/images');
const image = 'busybox:local';
const startMillis = 60_000;
const pollMillis = 10;

export interface Listed {
	readonly name: string;
	/** The engine's own word. */
	readonly state: string;
}

/** Why no engine can be started here; undefined where one can. */
export const whyNoPrivateEngine = async (): Promise<string | undefined> => {
	if (process.platform !== 'linux') return 'a private engine needs Linux';
	if (process.getuid?.() !== 0) return 'a private engine needs root';
	const folders = (process.env['PATH'] ?? '').split(':');
	for (const command of ['dockerd', 'containerd']) {
		const found = await Promise.allSettled(folders.map(folder => access(`${folder}/${command}`)));
		if (found.every(({status}) => status === 'rejected')) return `${command} is not installed`;
	}
	return undefined;
};

/**
 * A Docker engine that may be stopped, killed and frozen, beside the one of this machine. All of it
 * is in one folder. Its containers have no network and are started again with it.
 */
export class PrivateEngine {
	readonly #folder: string;
	readonly #flags: readonly string[];
	#containerd: ChildProcess | undefined;
	#daemon: ChildProcess | undefined;

	private constructor(folder: string, flags: readonly string[]) {
		this.#folder = folder;
		this.#flags = flags;
	}

	/** Started, with the image of the tests; flags such as `--live-restore` are for dockerd. */
	static async create(...flags: readonly string[]): Promise<PrivateEngine> {
		const folder = await mkdtemp(path.join(tmpdir(), 'dockmon-engine-'));
		const engine = new PrivateEngine(folder, flags);
		try {
			await mkdir(engine.#in('socket'));
			await writeFile(engine.#in('daemon.json'), '{}');
			engine.#startContainerd();
			engine.start();
			await engine.answers();
			await execute(imageMaker, ['busybox'], {env: engine.environment});
			return engine;
		} catch (error) {
			await engine.dispose();
			throw error;
		}
	}

	get socketPath(): string {
		return this.#in('socket', 'docker.sock');
	}

	get url(): string {
		return `unix://${this.socketPath}`;
	}

	/** For a docker CLI or a dockmon that shall talk to it. */
	get environment(): Record<string, string | undefined> {
		const {DOCKER_CONTEXT: _, ...rest} = process.env;
		return {...rest, DOCKER_HOST: this.url};
	}

	start(): void {
		// In a network of its own: an engine without a bridge removes docker0, which is another one's.
		this.#daemon = this.#spawn('unshare', [
			...['--net', 'dockerd'],
			...['--host', this.url, '--config-file', this.#in('daemon.json')],
			...['--data-root', this.#in('data'), '--exec-root', this.#in('exec')],
			...['--pidfile', this.#in('pid'), '--containerd', this.#in('containerd.sock')],
			...['--bridge=none', '--iptables=false', ...this.#flags],
		]);
	}

	/** Apart from the daemon, as where systemd starts both, so that it outlives it. */
	#startContainerd(): void {
		this.#containerd = this.#spawn('containerd', [
			...['--config', '/dev/null', '--address', this.#in('containerd.sock')],
			...['--root', this.#in('containerd'), '--state', this.#in('containerd-state')],
		]);
	}

	#spawn(command: string, args: readonly string[]): ChildProcess {
		const child = spawn(command, args, {stdio: ['ignore', 'pipe', 'pipe']});
		const log = createWriteStream(this.#in('log'), {flags: 'a'});
		child.stdout.pipe(log, {end: false});
		child.stderr.pipe(log, {end: false});
		return child;
	}

	/** Resolves with the first answer to a new connection. */
	async answers(): Promise<void> {
		const deadline = performance.now() + startMillis;
		while (!(await this.#pings())) {
			if (this.#daemon?.exitCode !== null || performance.now() > deadline)
				throw new Error(`the private engine does not start:\n${await this.#lastWords()}`);
			await sleep(pollMillis);
		}
	}

	/** To the daemon alone: `SIGSTOP` and `SIGCONT`. */
	signal(name: NodeJS.Signals): void {
		this.#daemon?.kill(name);
	}

	/** Sends the signal, unless the daemon is gone already, and waits until it is. */
	end(name: NodeJS.Signals): Promise<void> {
		return ended(this.#daemon, name);
	}

	/** What the docker CLI prints. */
	async docker(...args: readonly string[]): Promise<string> {
		const {stdout} = await execute('docker', args, {env: this.environment});
		return stdout.trim();
	}

	/** A container that runs a shell script; `always` starts it again with the engine. */
	run(name: string, script: string, restart: 'always' | 'no' = 'always'): Promise<string> {
		return this.docker(
			...['run', '--detach', '--network=none', `--restart=${restart}`, '--stop-timeout=2'],
			...['--name', name, image, 'sh', '-c', script],
		);
	}

	/** Ends all of it, its containers too, and leaves nothing. */
	async dispose(): Promise<void> {
		this.signal('SIGCONT');
		if (await this.#pings()) {
			const ids = await this.docker('ps', '--all', '--quiet');
			// Where containerd has gone the engine cannot: what is left ends with what holds it.
			if (ids !== '') await this.docker('rm', '--force', ...ids.split('\n')).catch(() => undefined);
		}
		await this.end('SIGKILL');
		for (const shim of await this.#shims()) {
			for (const child of await childrenOf(shim)) process.kill(child, 'SIGKILL');
			process.kill(shim, 'SIGKILL');
		}
		await ended(this.#containerd, 'SIGKILL');
		const mounts = (await readText('/proc/self/mountinfo')).split('\n');
		const points = mounts.flatMap(line => line.split(' ')[4] ?? []);
		for (const point of points.filter(each => each.startsWith(`${this.#folder}/`)).toReversed())
			await execute('umount', ['--lazy', point]);
		await rm(this.#folder, {recursive: true, force: true});
	}

	/** What holds a container each, whatever becomes of containerd. */
	async #shims(): Promise<readonly number[]> {
		const pids = (await readdir('/proc')).map(Number).filter(pid => pid > 0);
		const commands = await Promise.all(pids.map(pid => readText(`/proc/${pid}/cmdline`)));
		const isMine = (command: string | undefined): boolean =>
			command?.includes('containerd-shim') === true &&
			command.includes(this.#in('containerd.sock'));
		return pids.filter((_, index) => isMine(commands[index]));
	}

	/** All containers, stopped ones too; empty when it does not answer. */
	async list(): Promise<readonly Listed[]> {
		const listed = JSON.parse((await this.#get('/containers/json?all=1')) ?? '[]');
		return listed.map(({Names, State}: {Names: string[]; State: string}) => ({
			name: Names[0]?.slice(1) ?? '',
			state: State,
		}));
	}

	async #pings(): Promise<boolean> {
		return (await this.#get('/_ping')) === 'OK';
	}

	/** Over a connection of its own; undefined when there is no good answer. */
	#get(path: string): Promise<string | undefined> {
		return new Promise(resolve => {
			const {socketPath} = this;
			const ask = request({socketPath, path, agent: false, timeout: 1000}, answer => {
				const chunks: Buffer[] = [];
				answer.on('data', chunk => chunks.push(chunk));
				answer.on('error', () => resolve(undefined));
				answer.on('end', () =>
					resolve(answer.statusCode === 200 ? Buffer.concat(chunks).toString() : undefined),
				);
			});
			ask.on('timeout', () => ask.destroy());
			ask.on('error', () => resolve(undefined));
			ask.end();
		});
	}

	async #lastWords(): Promise<string> {
		return (await readText(this.#in('log'))).split('\n').slice(-20).join('\n');
	}

	#in(...names: readonly string[]): string {
		return path.join(this.#folder, ...names);
	}
}

/** Empty for what is not there. */
const readText = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

const childrenOf = async (pid: number): Promise<readonly number[]> =>
	(await readText(`/proc/${pid}/task/${pid}/children`)).split(' ').map(Number).filter(Boolean);

const ended = async (child: ChildProcess | undefined, name: NodeJS.Signals): Promise<void> => {
	if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
	const exited = once(child, 'exit');
	child.kill(name);
	await exited;
};
