import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync, readFileSync} from 'node:fs';
import {mkdtemp, open, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Endpoint} from '../../source/engine/endpoint.ts';
import {openRealEngine, type RealEngine} from './docker.ts';
import {endNow} from './processes.ts';
import {until} from './until.ts';

/**
 * For machines of every kind: crun refuses where control groups of both versions are mounted, Podman's
 * own limits may be above those of this process, and there may be no systemd to keep a journal.
 */
const containersConf = `
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
log_driver = "k8s-file"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
lock_type = "file"
`;

/** A Podman service of its own, with all it keeps in one folder. */
export interface Podman extends RealEngine {
	/** Ends it with all that runs in it, and removes the folder. */
	stop(): Promise<void>;
}

/**
 * Starts one, or tells why there can be none. With DOCKMON_REQUIRE_ENGINE=1 that is a failure where
 * Podman is installed.
 */
export const startPodman = async (): Promise<Podman | string> => {
	try {
		await promisify(execFile)('podman', ['--version']);
	} catch (error) {
		return `Podman is not installed: ${error instanceof Error ? error.message : error}`;
	}
	const folder = await mkdtemp(join(tmpdir(), 'dockmon-podman-'));
	const started = await start(folder);
	if (typeof started === 'string' && process.env['DOCKMON_REQUIRE_ENGINE'] === '1')
		throw new Error(`Podman is required: ${started}`);
	return started;
};

const start = async (folder: string): Promise<Podman | string> => {
	const socketPath = join(folder, 'podman.sock');
	const logPath = join(folder, 'service.log');
	const confPath = join(folder, 'containers.conf');
	await writeFile(confPath, containersConf);
	const log = await open(logPath, 'a');
	const service = spawn(
		'podman',
		[
			...['--root', join(folder, 'root'), '--runroot', join(folder, 'run')],
			...['--tmpdir', join(folder, 'tmp'), '--storage-driver', 'vfs'],
			...['system', 'service', '--time=0', `unix://${socketPath}`],
		],
		{env: {...process.env, CONTAINERS_CONF: confPath}, stdio: ['ignore', log.fd, log.fd]},
	);
	const ended = once(service, 'exit');
	await log.close();
	const end = async () => {
		service.kill();
		await ended;
		for (const pid of processesOf(folder)) endNow(pid);
		await rm(folder, {recursive: true, force: true});
	};
	const endpoint: Endpoint = {
		url: `unix://${socketPath}`,
		source: 'podman socket',
		transport: {kind: 'unix', socketPath},
	};
	const engine = await until(async () => {
		const opened = await openRealEngine(endpoint);
		return (typeof opened !== 'string' || service.exitCode !== null) && opened;
	}, 'Podman answering');
	if (typeof engine === 'string') {
		const words = await readFile(logPath, 'utf8');
		await end();
		return `${engine}: ${words.trim()}`;
	}
	return {
		...engine,
		async stop() {
			await engine.cleanup();
			await end();
		},
	};
};

/** Podman leaves a monitor behind for each `exec`, for five minutes. */
const processesOf = (folder: string): readonly number[] =>
	readdirSync('/proc')
		.filter(name => /^\d+$/.test(name) && commandOf(name).includes(folder))
		.map(Number);

/** Empty for one that has just ended. */
const commandOf = (pid: string): string => {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		return '';
	}
};
