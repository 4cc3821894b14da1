import {spawn} from 'node:child_process';
import {homedir} from 'node:os';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {resolveEndpoint} from '../../source/engine/endpoint.ts';
import {nodeFiles} from '../../source/engine/node-files.ts';

/**
 * What a command prints; fails with its words when it does not end well. Ctrl-C does not reach it:
 * what creates and removes containers is never broken off in the middle.
 */
export const output = async (file: string, args: readonly string[]): Promise<string> => {
	const child = spawn(file, args, {detached: true, stdio: ['ignore', 'pipe', 'pipe']});
	const ended = new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	const [printed, complaint, code] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		ended,
	]);
	if (code !== 0)
		throw new Error(`${file} ${args[0] ?? ''}: ${complaint.trim() || `code ${code}`}`);
	return printed.trim();
};

/** Path of the socket that both docker and dockmon talk to; fails when it is none of this machine. */
export const engineSocket = async (): Promise<string> => {
	const {transport, url} = await resolveEndpoint({
		env: process.env,
		homeDirectory: homedir(),
		platform: process.platform,
		files: nodeFiles,
	});
	if (transport.kind !== 'unix') throw new Error(`${url} is no unix socket; this needs one`);
	return transport.socketPath;
};

const label = 'dockmon.test';
/** Containers that are started at once. */
const concurrency = 6;

/** A container to start. */
export interface Plan {
	/** What its shell runs. */
	readonly script: string;
	/** Of `docker run`. */
	readonly options?: readonly string[];
}

/** As the tools show it; numbers begin at 1. */
export const containerName = (purpose: string, number: number): string =>
	`dockmon-${purpose}-${number}`;

/** Starts a container for each plan, named by their number; returns their ids. */
export const startContainers = async (
	purpose: string,
	plans: readonly Plan[],
	signal: AbortSignal,
): Promise<readonly string[]> => {
	const ids: string[] = [];
	const waiting = plans.entries();
	const work = async (): Promise<void> => {
		for (const [index, {script, options = []}] of waiting) {
			signal.throwIfAborted();
			ids[index] = await output('docker', [
				...['run', '--detach', `--label=${label}=${purpose}`, ...options],
				...[`--name=${containerName(purpose, index + 1)}`, 'busybox:local', 'sh', '-c', script],
			]);
		}
	};
	// All, so that none is being started any more when the first failure is told.
	const ends = await Promise.allSettled(Array.from({length: concurrency}, work));
	for (const end of ends) if (end.status === 'rejected') throw end.reason;
	return ids;
};

/**
 * Options that leave containers on the default network, or without one where that fails: an engine may
 * list a bridge that its machine does not have any more. A network of our own would be one more thing
 * to leave behind, because a busy engine can count containers on it that are gone.
 */
export const networkOptions = async (purpose: string): Promise<readonly string[]> => {
	try {
		await output('docker', [
			...['run', '--rm', `--label=${label}=${purpose}`, 'busybox:local', 'true'],
		]);
		return [];
	} catch (error) {
		console.error(`without a network: ${error instanceof Error ? error.message : error}`);
		return ['--network=none'];
	}
};

/** Removes what was started, in this run or in one that was broken off. */
export const removeAll = async (purpose: string): Promise<void> => {
	const ids = await output('docker', [
		...['ps', '--all', '--quiet', `--filter=label=${label}=${purpose}`],
	]);
	if (ids !== '') await output('docker', ['rm', '--force', '--volumes', ...ids.split('\n')]);
};

/** Such as `docker 20.10.24 (API 1.41, cgroup v1)`. */
export const describeEngine = async (): Promise<string> => {
	const [version, cgroup] = await Promise.all([
		output('docker', ['version', '--format={{.Server.Version}} (API {{.Server.APIVersion}}']),
		output('docker', ['info', '--format=cgroup v{{.CgroupVersion}}, {{.CgroupDriver}}']),
	]);
	return `docker ${version}, ${cgroup})`;
};
