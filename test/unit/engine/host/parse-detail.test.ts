import {describe, expect, test} from 'vitest';
import {
	isOuter,
	parseCores,
	parseDevices,
	parseInterfaces,
	parseLoads,
	parseMemoryParts,
	parseMounts,
	parsePressure,
	parseUptime,
} from '../../../../source/engine/host/parse-detail.ts';

test('/proc/stat: each core by itself, the sum of them not among them', () => {
	const text = 'cpu  9 9 9 9\ncpu0 800 0 100 1000 50 0 10 40 7 3\ncpu1 1 2 3 4\nintr 1 2\n';
	expect(parseCores(text)).toEqual([
		{busyTicks: 950, totalTicks: 2000, cpus: 1},
		{busyTicks: 6, totalTicks: 10, cpus: 1},
	]);
	expect(parseCores('')).toEqual([]);
});

test('/proc/loadavg and /proc/uptime; nonsense is unknown', () => {
	expect(parseLoads('11.44 11.08 8.52 9/382 25579\n')).toEqual([11.44, 11.08, 8.52]);
	expect(parseLoads('')).toBeUndefined();
	expect(parseUptime('25616.28 19081.34\n')).toBe(25616.28);
	expect(parseUptime('')).toBeUndefined();
});

test('/proc/meminfo: what is free, what could be, and whether there is a swap', () => {
	const text = 'MemTotal: 1000 kB\nMemFree:  100 kB\nMemAvailable:  600 kB\nSwapTotal: 0 kB\n';
	expect(parseMemoryParts(text)).toEqual({
		availableBytes: 600 * 1024,
		freeBytes: 100 * 1024,
		swapTotalBytes: 0,
	});
	expect(parseMemoryParts('MemTotal: 1000 kB\n')).toBeUndefined();
});

describe('/proc/pressure', () => {
	test('at least one process waited', () => {
		const text =
			'some avg10=92.24 avg60=96.00 avg300=91.44 total=12190114716\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n';
		expect(parsePressure(text)).toEqual([92.24, 96, 91.44]);
	});

	test('a kernel that has it switched off says so in other words', () => {
		expect(parsePressure('')).toBeUndefined();
	});
});

test('/proc/diskstats: bytes by the numbers of the device', () => {
	const text =
		' 254       0 vda 804918 64333 100 940588 1639699 952203 200 1013881 0 443908 2194733\n 7 0 loop0\n';
	expect([...parseDevices(text)]).toEqual([['254:0', {inBytes: 51_200, outBytes: 102_400}]]);
});

describe('/proc/self/mountinfo', () => {
	const text = [
		'22 27 0:21 / /proc rw,relatime - proc proc rw',
		'27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard',
		'42 27 254:0 /var/lib/docker /var/lib/docker rw shared:1 - ext4 /dev/vda rw',
		'57 42 0:41 / /var/lib/docker/overlay2/2c0c/merged rw - overlay overlay rw,lowerdir=x',
		'58 27 259:2 / /mnt/my\\040disk rw - xfs /dev/nvme0n1p2 rw',
		'59 27 7:1 / /snap/core ro - squashfs /dev/loop1 ro',
		'60 27 0:50 / /mnt/far rw - nfs4 server:/export rw',
		'61 27 0:51 / /tank rw - zfs tank rw',
		'',
	].join('\n');

	test('file systems on disks of this machine, each once, nothing of a network', () => {
		expect(parseMounts(text)).toEqual([
			{device: '254:0', mountPoint: '/', type: 'ext4'},
			{device: '259:2', mountPoint: '/mnt/my disk', type: 'xfs'},
			{device: '0:51', mountPoint: '/tank', type: 'zfs'},
		]);
	});

	test('in a container the root is all there is', () => {
		const inside = '700 600 0:90 / / rw - overlay overlay rw,lowerdir=x\n';
		expect(parseMounts(inside)).toEqual([{device: '0:90', mountPoint: '/', type: 'overlay'}]);
	});
});

test('/proc/net/dev: all but those of single containers', () => {
	const text = [
		'Inter-|   Receive',
		' face |bytes    packets',
		'    lo: 132 1 0 0 0 0 0 0 132 1 0 0 0 0 0 0',
		'  eth0: 2174 55 0 0 0 0 0 0 5145 40 0 0 0 0 0 0',
		'docker0:2912 42 0 0 0 0 0 0 10092 104 0 5 0 0 0 0',
		'veth3feafe7: 2 1 0 0 0 0 0 0 3 1 0 0 0 0 0 0',
	].join('\n');
	expect([...parseInterfaces(text)]).toEqual([
		['eth0', {inBytes: 2174, outBytes: 5145}],
		['docker0', {inBytes: 2912, outBytes: 10_092}],
	]);
	expect(isOuter('docker0', new Set())).toBe(false);
	expect(isOuter('eth0', new Set(['eno1']))).toBe(false);
	expect(isOuter('eno1', new Set(['eno1']))).toBe(true);
});
