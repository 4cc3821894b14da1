import {readFileSync} from 'node:fs';
import {access, readdir, statfs} from 'node:fs/promises';
import type {HostSample} from '../../model/host-sample.ts';
import {known} from '../../model/known.ts';
import {ratePerSecond} from '../../model/rates.ts';
import {wait} from '../wait.ts';
import {LinuxDetail, type ProcTexts} from './linux-detail.ts';
import {
	type CpuTimes,
	hostCpuPercent,
	innerInterface,
	parseDiskstats,
	parseLoadavg,
	parseMeminfo,
	parseNetDev,
	parseStat,
	type Transfer,
} from './parse-proc.ts';

/** From the silent first reading to the first sample: long enough for some ticks of 10 ms. */
const firstGapMillis = 200;
/** Disks and cards are not plugged in and out every second. */
const devicesMillis = 30_000;
/** Disks fill slowly, and to ask takes another thread. */
const rootDiskMillis = 5000;

/** Reads /proc and the root file system; a file that may not be read leaves its figures unknown. */
export async function* linuxSamples(
	pause: (signal: AbortSignal) => Promise<void>,
	signal: AbortSignal,
	wantsDetail: () => boolean = () => false,
): AsyncGenerator<HostSample> {
	const detail = new LinuxDetail();
	let devices = await readDevices();
	let previous = readCounters(devices);
	let rootDisk: RootDisk | undefined;
	await wait(firstGapMillis, signal);
	while (!signal.aborted) {
		if (performance.now() - devices.atMillis > devicesMillis) devices = await readDevices();
		const isDetailed = wantsDetail();
		if (isDetailed && previous.texts.netDev === undefined) {
			// So that the first detail has rates.
			previous = readCounters(devices, isDetailed);
			await wait(firstGapMillis, signal);
		}
		const current = readCounters(devices, isDetailed);
		if (rootDisk === undefined || performance.now() - rootDisk.atMillis > rootDiskMillis)
			rootDisk = {atMillis: performance.now(), usedPercent: await rootDiskPercent()};
		const sample = toSample(previous, current, rootDisk);
		const more = isDetailed && {
			detail: await detail.read(previous.texts, current.texts, devices.interfaces),
		};
		previous = current;
		if (signal.aborted) return;
		yield {...sample, ...more};
		await pause(signal);
	}
}

interface Counters {
	readonly texts: ProcTexts;
	readonly cpu: CpuTimes | undefined;
	readonly net: Transfer | undefined;
	readonly disk: Transfer | undefined;
}

interface RootDisk {
	/** By the clock that nobody sets. */
	readonly atMillis: number;
	readonly usedPercent: number | undefined;
}

/** What is counted; of the others the same is counted somewhere else. */
interface Devices {
	/** By the clock that nobody sets. */
	readonly atMillis: number;
	readonly interfaces: ReadonlySet<string>;
	readonly disks: readonly string[] | undefined;
}

const readDevices = async (): Promise<Devices> => {
	const [interfaces, disks] = await Promise.all([
		interfacesWithDevice(),
		unlessUnreadable(readdir('/sys/block')),
	]);
	return {atMillis: performance.now(), interfaces, disks};
};

/** `isDetailed`: of all networks, whatever that costs. */
const readCounters = ({interfaces, disks}: Devices, isDetailed = false): Counters => {
	const stat = readProc('/proc/stat');
	const traffic = isDetailed ? undefined : trafficOf(interfaces);
	const netDev = traffic === undefined ? readProc('/proc/net/dev') : undefined;
	const diskstats = readProc('/proc/diskstats');
	return {
		texts: {monotonicMillis: performance.now(), stat, netDev, diskstats},
		cpu: stat === undefined ? undefined : parseStat(stat),
		net: traffic ?? (netDev === undefined ? undefined : parseNetDev(netDev, interfaces)),
		disk: diskstats === undefined || !disks ? undefined : parseDiskstats(diskstats, disks),
	};
};

const interfacesFolder = '/sys/class/net';

/**
 * What `/proc/net/dev` tells of these alone: each container adds a line to that, which the kernel has to write and
 * we to skip. Undefined where one of them cannot be read any more, or there is none.
 */
const trafficOf = (interfaces: ReadonlySet<string>): Transfer | undefined => {
	if (interfaces.size === 0) return undefined;
	let inBytes = 0;
	let outBytes = 0;
	for (const name of interfaces) {
		const folder = `${interfacesFolder}/${name}/statistics`;
		const received = readProc(`${folder}/rx_bytes`);
		const sent = readProc(`${folder}/tx_bytes`);
		if (received === undefined || sent === undefined) return undefined;
		inBytes += Number(received);
		outBytes += Number(sent);
	}
	return {inBytes, outBytes};
};

/** Names of the interfaces with hardware, or the virtual card of a virtual machine, behind them. */
export const interfacesWithDevice = async (
	folder = interfacesFolder,
): Promise<ReadonlySet<string>> => {
	const names = (await unlessUnreadable(readdir(folder))) ?? [];
	// Each container adds one that never has a device: they need not be asked every second.
	const candidates = names.filter(name => !innerInterface.test(name));
	const devices = await Promise.all(
		candidates.map(name => unlessUnreadable(access(`${folder}/${name}/device`).then(() => name))),
	);
	return new Set(devices.filter(name => name !== undefined));
};

const toSample = (previous: Counters, current: Counters, rootDisk: RootDisk): HostSample => {
	const meminfo = readProc('/proc/meminfo');
	const loadavg = readProc('/proc/loadavg');
	const memory = meminfo === undefined ? undefined : parseMeminfo(meminfo);
	const elapsed = current.texts.monotonicMillis - previous.texts.monotonicMillis;
	const rate = (kind: 'net' | 'disk', way: keyof Transfer) =>
		ratePerSecond(previous[kind]?.[way], current[kind]?.[way], elapsed);
	return {
		atMillis: Date.now(),
		origin: 'local',
		...known('cpus', current.cpu?.cpus),
		...known('cpuPercent', hostCpuPercent(previous.cpu, current.cpu)),
		...known('load1', loadavg === undefined ? undefined : parseLoadavg(loadavg)),
		...known('memoryUsedBytes', memory?.usedBytes),
		...known('memoryTotalBytes', memory?.totalBytes),
		...known('memoryCacheBytes', memory?.cacheBytes),
		...known('swapUsedBytes', memory?.swapUsedBytes),
		...known('netRxPerSecond', rate('net', 'inBytes')),
		...known('netTxPerSecond', rate('net', 'outBytes')),
		...known('diskReadPerSecond', rate('disk', 'inBytes')),
		...known('diskWritePerSecond', rate('disk', 'outBytes')),
		...known('rootDiskUsedPercent', rootDisk.usedPercent),
	};
};

/** As `df` counts: blocks kept for root are neither used nor free. */
const rootDiskPercent = async (): Promise<number | undefined> => {
	const root = await unlessUnreadable(statfs('/'));
	if (!root) return undefined;
	const used = root.blocks - root.bfree;
	return used + root.bavail > 0 ? (used / (used + root.bavail)) * 100 : undefined;
};

/**
 * At once: the kernel answers from memory, in less time than another thread would need to hear of it. For
 * UTF-8, and for nothing else, Node opens, reads and closes in one step.
 */
const readProc = (path: string): string | undefined => {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		// Hidden; see below.
		return undefined;
	}
};

const unlessUnreadable = async <T>(reading: Promise<T>): Promise<T | undefined> => {
	try {
		return await reading;
	} catch {
		// Hardened kernels and sandboxes hide some of these files; unknown is then the truth.
		return undefined;
	}
};
