/** Time since boot in ticks, over all cores. */
export interface CpuTimes {
	readonly busyTicks: number;
	readonly totalTicks: number;
	readonly cpus: number;
}

/** `/proc/stat`: user, nice, system, idle, iowait, irq, softirq, steal; guest time is part of user. */
export const parseStat = (text: string): CpuTimes | undefined => {
	const match = /^cpu +(.*)$/m.exec(text);
	if (!match) return undefined;
	const ticks = numbers(match[1] ?? '').slice(0, 8);
	const totalTicks = sum(ticks);
	const idleTicks = (ticks[3] ?? 0) + (ticks[4] ?? 0);
	return {
		busyTicks: totalTicks - idleTicks,
		totalTicks,
		cpus: text.match(/^cpu\d+ /gm)?.length ?? 1,
	};
};

/** 0 to 100; undefined when no time passed or the counters went back. */
export const hostCpuPercent = (
	previous: CpuTimes | undefined,
	current: CpuTimes | undefined,
): number | undefined => {
	if (!previous || !current) return undefined;
	const total = current.totalTicks - previous.totalTicks;
	const busy = current.busyTicks - previous.busyTicks;
	return total > 0 && busy >= 0 ? Math.min(100, (busy / total) * 100) : undefined;
};

export interface HostMemory {
	readonly totalBytes: number;
	/** What programs could not get: total minus available. */
	readonly usedBytes: number;
	readonly cacheBytes: number;
	readonly swapUsedBytes: number;
}

/** `/proc/meminfo`, given in KiB. Undefined without `MemAvailable` (Linux before 3.14). */
export const parseMeminfo = (text: string): HostMemory | undefined => {
	const bytes = (name: string): number | undefined => {
		const match = new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(text);
		return match ? Number(match[1]) * 1024 : undefined;
	};
	const totalBytes = bytes('MemTotal');
	const availableBytes = bytes('MemAvailable');
	if (totalBytes === undefined || availableBytes === undefined) return undefined;
	return {
		totalBytes,
		usedBytes: Math.max(0, totalBytes - availableBytes),
		cacheBytes: (bytes('Buffers') ?? 0) + (bytes('Cached') ?? 0) + (bytes('SReclaimable') ?? 0),
		swapUsedBytes: Math.max(0, (bytes('SwapTotal') ?? 0) - (bytes('SwapFree') ?? 0)),
	};
};

/** The first of the three averages of `/proc/loadavg`. */
export const parseLoadavg = (text: string): number | undefined => {
	const [load] = numbers(text.split(' ', 1)[0] ?? '');
	return load;
};

export interface Transfer {
	readonly inBytes: number;
	readonly outBytes: number;
}

/** By their names, interfaces whose traffic is counted again on another one, or never leaves the machine. */
export const innerInterface = /^(lo|veth.*|docker.*|br-.*|virbr.*|ifb.*|cni.*|flannel.*|cali.*)$/;

/**
 * Sum over the interfaces of `/proc/net/dev` that lead out of the machine: those with a device behind
 * them. A bond, a VLAN or a tunnel has none, and its traffic is counted on what carries it. Where no
 * interface has one, as inside of a container, names must do.
 */
export const parseNetDev = (text: string, withDevice: ReadonlySet<string>): Transfer => {
	const isOuter = (name: string): boolean =>
		withDevice.size > 0 ? withDevice.has(name) : !innerInterface.test(name);
	let inBytes = 0;
	let outBytes = 0;
	for (const line of text.split('\n')) {
		const colon = line.indexOf(':');
		const name = line.slice(0, Math.max(0, colon)).trim();
		if (name === '' || !isOuter(name)) continue;
		const fields = numbers(line.slice(colon + 1));
		inBytes += fields[0] ?? 0;
		outBytes += fields[8] ?? 0;
	}
	return {inBytes, outBytes};
};

/** Devices without hardware of their own: what they do is counted on the disk below, or no disk work. */
const virtualDevice = /^(loop|ram|zram|dm-|md|sr|fd|nbd)/;
const sectorBytes = 512;

/** Read and written bytes of `/proc/diskstats`, of whole disks (the names in `/sys/block`). */
export const parseDiskstats = (text: string, wholeDisks: readonly string[]): Transfer => {
	const disks = new Set(wholeDisks.filter(name => !virtualDevice.test(name)));
	let inBytes = 0;
	let outBytes = 0;
	for (const line of text.split('\n')) {
		const fields = line.trim().split(/ +/);
		if (!disks.has(fields[2] ?? '')) continue;
		inBytes += (Number(fields[5]) || 0) * sectorBytes;
		outBytes += (Number(fields[9]) || 0) * sectorBytes;
	}
	return {inBytes, outBytes};
};

const numbers = (text: string): number[] =>
	text
		.trim()
		.split(/\s+/)
		.map(Number)
		.filter(value => Number.isFinite(value));

const sum = (values: readonly number[]): number =>
	values.reduce((total, value) => total + value, 0);
