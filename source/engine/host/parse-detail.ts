import type {HostMemoryParts, PressureMeans} from '../../model/host-detail.ts';
import {type CpuTimes, innerInterface, type Transfer} from './parse-proc.ts';

/** Each core of `/proc/stat`, in its order. */
export const parseCores = (text: string): readonly CpuTimes[] =>
	[...text.matchAll(/^cpu\d+ (.*)$/gm)].map(([, fields = '']) => {
		const ticks = fields.trim().split(/ +/).map(Number).slice(0, 8);
		const totalTicks = ticks.reduce((sum, each) => sum + each, 0);
		return {totalTicks, busyTicks: totalTicks - (ticks[3] ?? 0) - (ticks[4] ?? 0), cpus: 1};
	});

export const parseLoads = (text: string): readonly [number, number, number] | undefined => {
	const [one, five, fifteen] = text.split(' ', 3).map(Number.parseFloat);
	return [one, five, fifteen].every(Number.isFinite)
		? [one ?? 0, five ?? 0, fifteen ?? 0]
		: undefined;
};

/** The first number of `/proc/uptime`. */
export const parseUptime = (text: string): number | undefined => {
	const seconds = Number.parseFloat(text);
	return Number.isFinite(seconds) ? seconds : undefined;
};

export const parseMemoryParts = (text: string): HostMemoryParts | undefined => {
	const bytes = (name: string): number | undefined => {
		const found = new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(text);
		return found ? Number(found[1]) * 1024 : undefined;
	};
	const availableBytes = bytes('MemAvailable');
	const freeBytes = bytes('MemFree');
	if (availableBytes === undefined || freeBytes === undefined) return undefined;
	return {availableBytes, freeBytes, swapTotalBytes: bytes('SwapTotal') ?? 0};
};

/** The line `some` of a file in `/proc/pressure`: at least one process waited. */
export const parsePressure = (text: string): PressureMeans | undefined => {
	const found = /^some avg10=([\d.]+) avg60=([\d.]+) avg300=([\d.]+)/m.exec(text);
	return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined;
};

/** By `major:minor`, as `/proc/self/mountinfo` names a disk. */
export const parseDevices = (text: string): ReadonlyMap<string, Transfer> => {
	const sectorBytes = 512;
	const devices = new Map<string, Transfer>();
	for (const line of text.split('\n')) {
		const fields = line.trim().split(/ +/);
		if (fields.length < 10) continue;
		devices.set(`${fields[0]}:${fields[1]}`, {
			inBytes: (Number(fields[5]) || 0) * sectorBytes,
			outBytes: (Number(fields[9]) || 0) * sectorBytes,
		});
	}
	return devices;
};

export interface Mount {
	/** `major:minor` */
	readonly device: string;
	readonly mountPoint: string;
	readonly type: string;
}

/**
 * The file systems of `/proc/self/mountinfo` that lie on a disk of this machine, each once, where it is
 * mounted first. Those of a network are left out: one whose server is gone never answers.
 */
export const parseMounts = (text: string): readonly Mount[] => {
	const mounts = new Map<string, Mount>();
	for (const line of text.split('\n')) {
		const [left = '', right = ''] = line.split(' - ', 2);
		const [, , device = '', , point = ''] = left.split(' ');
		const [type = '', source = ''] = right.split(' ');
		const isOnDisk = source.startsWith('/dev/') && !source.startsWith('/dev/loop');
		if (point === '' || !(isOnDisk || point === '/' || type === 'zfs')) continue;
		const key = isOnDisk ? source : point;
		if (!mounts.has(key)) mounts.set(key, {device, type, mountPoint: unescaped(point)});
	}
	return [...mounts.values()];
};

/** Spaces and the like are octal there. */
const unescaped = (text: string): string =>
	text.replaceAll(/\\(\d{3})/g, (_, octal: string) =>
		String.fromCharCode(Number.parseInt(octal, 8)),
	);

/** The end of a container's own network, of which there may be hundreds, and what never leaves. */
const tiny = /^(lo|veth.*|ifb.*|cali.*)$/;

/** What is counted of each interface of `/proc/net/dev`, without those of single containers. */
export const parseInterfaces = (text: string): ReadonlyMap<string, Transfer> => {
	const interfaces = new Map<string, Transfer>();
	for (const line of text.split('\n')) {
		const colon = line.indexOf(':');
		const name = line.slice(0, Math.max(0, colon)).trim();
		if (name === '' || tiny.test(name)) continue;
		const fields = line
			.slice(colon + 1)
			.trim()
			.split(/ +/)
			.map(Number);
		interfaces.set(name, {inBytes: fields[0] ?? 0, outBytes: fields[8] ?? 0});
	}
	return interfaces;
};

/** As the sum over the machine counts them: by their hardware, or by their names where none has any. */
export const isOuter = (name: string, withDevice: ReadonlySet<string>): boolean =>
	withDevice.size > 0 ? withDevice.has(name) : !innerInterface.test(name);
