import {describe, expect, test} from 'vitest';
import {
	hostCpuPercent,
	parseDiskstats,
	parseLoadavg,
	parseMeminfo,
	parseNetDev,
	parseStat,
} from '../../../../source/engine/host/parse-proc.ts';

const stat = (user: number, idle: number): string =>
	`cpu  ${user} 0 100 ${idle} 50 0 10 40 7 3\ncpu0 1 2 3 4\ncpu1 1 2 3 4\nintr 1 2 3\n`;

describe('/proc/stat', () => {
	test('idle and waiting for disks is not busy; guests are counted once', () => {
		expect(parseStat(stat(800, 1000))).toEqual({busyTicks: 950, totalTicks: 2000, cpus: 2});
	});

	test('two readings make a percentage of the whole machine', () => {
		const percent = hostCpuPercent(parseStat(stat(800, 1000)), parseStat(stat(825, 1075)));
		expect(percent).toBe(25);
	});

	test('no percentage of one reading, of no time, after the counters went back', () => {
		const now = parseStat(stat(800, 1000));
		expect(hostCpuPercent(undefined, now)).toBeUndefined();
		expect(hostCpuPercent(now, now)).toBeUndefined();
		expect(hostCpuPercent(parseStat(stat(900, 1000)), now)).toBeUndefined();
	});

	test('nonsense is unknown', () => {
		expect(parseStat('')).toBeUndefined();
	});
});

describe('/proc/meminfo', () => {
	const text = [
		'MemTotal:       1000 kB',
		'MemFree:         100 kB',
		'MemAvailable:    600 kB',
		'Buffers:          10 kB',
		'Cached:          300 kB',
		'SwapCached:        1 kB',
		'SwapTotal:       200 kB',
		'SwapFree:        150 kB',
		'SReclaimable:     20 kB',
	].join('\n');

	test('used is what programs could not get', () => {
		expect(parseMeminfo(text)).toEqual({
			totalBytes: 1000 * 1024,
			usedBytes: 400 * 1024,
			cacheBytes: 330 * 1024,
			swapUsedBytes: 50 * 1024,
		});
	});

	test('an old kernel that does not tell what is available is unknown', () => {
		expect(parseMeminfo('MemTotal: 1000 kB\n')).toBeUndefined();
	});
});

test('/proc/loadavg: the first of three', () => {
	expect(parseLoadavg('1.93 0.68 0.25 2/247 1234\n')).toBe(1.93);
});

test('/proc/net/dev: only what leads out of the machine', () => {
	const line = (name: string, received: number, sent: number) =>
		`${name}: ${received} 1 0 0 0 0 0 0 ${sent} 1 0 0 0 0 0 0`;
	const text = [
		'Inter-|   Receive   |  Transmit',
		' face |bytes packets|bytes packets',
		line('    lo', 1e6, 1e6),
		line('  eth0', 1000, 100),
		line('wlan0', 10, 1),
		line('docker0', 1e6, 1e6),
		line('br-4e4284a9156d', 1e6, 1e6),
		line('vethce2218d', 1e6, 1e6),
	].join('\n');
	expect(parseNetDev(text, new Set())).toEqual({inBytes: 1010, outBytes: 101});
});

test('/proc/net/dev: a bond, a VLAN and a tunnel are counted once, on the cards that carry them', () => {
	const text = ['eno1', 'eno2', 'bond0', 'bond0.12', 'wg0', 'tun0']
		.map(name => `  ${name}: 100 5 0 0 0 0 0 0 10 5 0 0 0 0 0 0`)
		.join('\n');
	expect(parseNetDev(text, new Set(['eno1', 'eno2']))).toEqual({inBytes: 200, outBytes: 20});
});

test('/proc/diskstats: whole disks, in sectors of 512 bytes', () => {
	const line = (name: string, read: number, written: number) =>
		` 8 0 ${name} 5 0 ${read} 9 5 0 ${written} 9 0 1 1`;
	const text = [
		line('sda', 10, 20),
		line('sda1', 10, 20),
		line('nvme0n1', 1, 2),
		line('nvme0n1p1', 1, 2),
		line('dm-0', 10, 20),
		line('loop0', 10, 20),
		line('zram0', 10, 20),
	].join('\n');
	const disks = ['sda', 'nvme0n1', 'dm-0', 'loop0', 'zram0'];
	expect(parseDiskstats(text, disks)).toEqual({inBytes: 11 * 512, outBytes: 22 * 512});
});
