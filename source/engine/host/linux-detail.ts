import {readFileSync} from 'node:fs';
import {statfs} from 'node:fs/promises';
import {networkInterfaces} from 'node:os';
import type {FileSystem, HostDetail, NetworkInterface} from '../../model/host-detail.ts';
import {known} from '../../model/known.ts';
import {ratePerSecond} from '../../model/rates.ts';
import {
	isOuter,
	type Mount,
	parseCores,
	parseDevices,
	parseInterfaces,
	parseLoads,
	parseMemoryParts,
	parseMounts,
	parsePressure,
	parseUptime,
} from './parse-detail.ts';
import {hostCpuPercent, type Transfer} from './parse-proc.ts';

/** What every sample reads anyway, kept from one to the next, so that the first detail has rates. */
export interface ProcTexts {
	readonly monotonicMillis: number;
	readonly stat: string | undefined;
	readonly netDev: string | undefined;
	readonly diskstats: string | undefined;
}

/** Disks fill slowly, and addresses change seldom. */
const slowMillis = 5000;

interface Slow {
	readonly atMillis: number;
	readonly mounts: readonly (Mount & Pick<FileSystem, 'usedBytes' | 'totalBytes'>)[];
	readonly addresses: ReadonlyMap<string, string>;
}

/** Reads what only the screen of the machine shows. */
export class LinuxDetail {
	#slow: Slow | undefined;

	async read(
		before: ProcTexts,
		now: ProcTexts,
		withDevice: ReadonlySet<string>,
	): Promise<HostDetail> {
		const slow = await this.#readSlow(now.monotonicMillis);
		const elapsed = now.monotonicMillis - before.monotonicMillis;
		const pressure = readPressure();
		return {
			...known('coresPercent', coresPercent(before.stat, now.stat)),
			...known('loads', parsed('/proc/loadavg', parseLoads)),
			...known('uptimeSeconds', parsed('/proc/uptime', parseUptime)),
			...known('memory', parsed('/proc/meminfo', parseMemoryParts)),
			fileSystems: fileSystems(slow, before, now, elapsed),
			...known(
				'interfaces',
				interfaces(slow, [before.netDev, now.netDev], elapsed, name => isOuter(name, withDevice)),
			),
			...known('pressure', pressure),
		};
	}

	async #readSlow(atMillis: number): Promise<Slow> {
		const known = this.#slow;
		if (known !== undefined && atMillis - known.atMillis < slowMillis) return known;
		const mounts = parsed('/proc/self/mountinfo', parseMounts) ?? [];
		this.#slow = {
			atMillis,
			mounts: await Promise.all(mounts.map(async each => ({...each, ...(await sizeOf(each))}))),
			addresses: addressesByName(),
		};
		return this.#slow;
	}
}

const coresPercent = (
	before: string | undefined,
	now: string | undefined,
): HostDetail['coresPercent'] => {
	if (now === undefined) return undefined;
	const earlier = before === undefined ? [] : parseCores(before);
	return parseCores(now).map((core, index) => hostCpuPercent(earlier[index], core));
};

const rates = (
	before: Transfer | undefined,
	now: Transfer | undefined,
	elapsed: number,
): readonly [number | undefined, number | undefined] => [
	ratePerSecond(before?.inBytes, now?.inBytes, elapsed),
	ratePerSecond(before?.outBytes, now?.outBytes, elapsed),
];

const fileSystems = (
	{mounts}: Slow,
	before: ProcTexts,
	now: ProcTexts,
	elapsed: number,
): readonly FileSystem[] => {
	const [earlier, later] = [before, now].map(({diskstats}) => parseDevices(diskstats ?? ''));
	return mounts.map(({device, mountPoint, type, usedBytes, totalBytes}) => {
		const [read, write] = rates(earlier?.get(device), later?.get(device), elapsed);
		return {
			...{mountPoint, type},
			...known('usedBytes', usedBytes),
			...known('totalBytes', totalBytes),
			...known('readPerSecond', read),
			...known('writePerSecond', write),
		};
	});
};

/** Those that lead out first, each kind in the order of the kernel. */
const interfaces = (
	{addresses}: Slow,
	[before, now]: readonly [string | undefined, string | undefined],
	elapsed: number,
	isOuterName: (name: string) => boolean,
): readonly NetworkInterface[] | undefined => {
	if (now === undefined) return undefined;
	const earlier = parseInterfaces(before ?? '');
	const all = [...parseInterfaces(now)].map(([name, transfer]): NetworkInterface => {
		const [rx, tx] = rates(earlier.get(name), transfer, elapsed);
		return {
			...{name, isOuter: isOuterName(name)},
			...known('address', addresses.get(name)),
			...known('rxPerSecond', rx),
			...known('txPerSecond', tx),
		};
	});
	return [...all.filter(each => each.isOuter), ...all.filter(each => !each.isOuter)];
};

const readPressure = (): HostDetail['pressure'] => {
	const [cpu, memory, io] = ['cpu', 'memory', 'io'].map(name =>
		parsed(`/proc/pressure/${name}`, parsePressure),
	);
	if (cpu === undefined && memory === undefined && io === undefined) return undefined;
	return {...known('cpu', cpu), ...known('memory', memory), ...known('io', io)};
};

const sizeOf = async ({
	mountPoint,
}: Mount): Promise<Pick<FileSystem, 'usedBytes' | 'totalBytes'>> => {
	try {
		const {blocks, bfree, bavail, bsize} = await statfs(mountPoint);
		const used = blocks - bfree;
		return {usedBytes: used * bsize, totalBytes: (used + bavail) * bsize};
	} catch {
		// Not for us to look at; it is there all the same.
		return {};
	}
};

const addressesByName = (): ReadonlyMap<string, string> =>
	new Map(
		Object.entries(networkInterfaces()).flatMap(([name, all = []]) => {
			const found = all.find(({family}) => family === 'IPv4') ?? all[0];
			return found === undefined ? [] : [[name, found.address] as const];
		}),
	);

const parsed = <T>(path: string, parse: (text: string) => T | undefined): T | undefined => {
	try {
		return parse(readFileSync(path, 'utf8'));
	} catch {
		// Hardened kernels and sandboxes hide some of these files, and old ones do not have them all.
		return undefined;
	}
};
