import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

const execute = promisify(execFile);

/** What a command prints; fails with its words when it does not end well. */
export const output = async (file: string, args: readonly string[]): Promise<string> =>
	(await execute(file, args, {maxBuffer: 64 * 1024 * 1024})).stdout.trim();

const label = 'dockmon.test';

export interface Load {
	/** CPU of the busiest container, in cores; the others get an equal share less each. */
	readonly cpus: number;
	/** Memory of the biggest one, in MiB. */
	readonly memoryMebibytes: number;
}

/** Busy for a part of the time and holding memory in a file that lives in memory. */
const script = (mebibytes: number, isBusy: boolean): string =>
	[
		`dd if=/dev/zero of=/dev/shm/held bs=1M count=${mebibytes} 2>/dev/null`,
		isBusy ? 'while :; do :; done' : 'exec sleep 100000',
	].join('; ');

/** Starts containers of steady load, named by their number from 1; returns their ids. */
export const startLoad = (purpose: string, count: number, load: Load): Promise<readonly string[]> =>
	Promise.all(
		Array.from({length: count}, async (_, index) => {
			const share = (index + 1) / count;
			const mebibytes = Math.ceil(load.memoryMebibytes * share);
			const isBusy = load.cpus > 0;
			const limit = isBusy ? [`--cpus=${Math.max(0.01, load.cpus * share).toFixed(2)}`] : [];
			return output('docker', [
				...['run', '--detach', '--network=none', `--label=${label}=${purpose}`],
				...[`--name=dockmon-${purpose}-${index + 1}`, `--shm-size=${mebibytes + 8}m`, ...limit],
				...['busybox:local', 'sh', '-c', script(mebibytes, isBusy)],
			]);
		}),
	);

/** Removes what `startLoad` left, of this run or of one that was broken off. */
export const removeLoad = async (purpose: string): Promise<void> => {
	const ids = await output('docker', [
		...['ps', '--all', '--quiet', `--filter=label=${label}=${purpose}`],
	]);
	if (ids !== '') await output('docker', ['rm', '--force', ...ids.split('\n')]);
};
