import {availableParallelism} from 'node:os';
import type {Plan} from './docker-cli.ts';

/** Containers under one kind of load, which are measured together. */
export interface ParityLoad {
	readonly name: string;
	readonly plans: readonly Plan[];
	/** Cores that it wants; a machine with fewer cannot have it. */
	readonly cores: number;
}

const loop = 'while :; do :; done';
const hold = 'exec sleep 100000';
const alone = ['--network=none'];

/** Holding so much in a file that lives in memory. */
const holding = (mebibytes: number): Plan => ({
	script: `dd if=/dev/zero of=/dev/shm/held bs=1M count=${mebibytes} 2>/dev/null; ${hold}`,
	options: [...alone, `--shm-size=${mebibytes + 8}m`],
});

/** Read twice, so that most of it counts as used: the inactive part of the cache does not. */
const caching = [
	'dd if=/dev/zero of=/held bs=1M count=200 conv=fsync 2>/dev/null',
	...['cat /held >/dev/null', 'cat /held >/dev/null', hold],
].join('; ');

export const steadyLoads: readonly ParityLoad[] = [
	{name: 'idle', plans: [1, 8, 64].map(holding), cores: 0},
	{name: '10 %', plans: [{script: loop, options: [...alone, '--cpus=0.1']}], cores: 0.1},
	{name: '100 %', plans: [{script: loop, options: alone}], cores: 1},
	{name: '200 %', plans: [{script: `${loop} & ${loop}`, options: alone}], cores: 2},
	{name: 'page cache', plans: [{script: caching, options: alone}], cores: 0},
].filter(({cores}) => cores <= availableParallelism());

/** Moves some bytes over the network, where there is one, to the disk and back, then nothing more. */
export const movingPlan = (networkOptions: readonly string[]): Plan => ({
	script: [
		"gateway=$(ip route | sed -n 's/^default via \\([^ ]*\\).*/\\1/p')",
		'[ -z "$gateway" ] || ping -c 5 -s 1000 "$gateway" >/dev/null',
		'dd if=/dev/zero of=/held bs=1M count=8 conv=fsync 2>/dev/null',
		'dd if=/held of=/dev/null bs=1M iflag=direct 2>/dev/null',
		...['echo done', hold],
	].join('; '),
	options: networkOptions,
});
