import type {HostDetail, PressureMeans} from '../model/host-detail.ts';
import type {HostSample} from '../model/host-sample.ts';
import {hostCpus, hostMemoryBytes} from './api/machine.ts';
import {gibi, mebi} from './world/spec.ts';

/** What the pretended machine does on each of its cores, disks and networks, of what it does in all. */
export const hostDetailOf = (sample: HostSample): HostDetail => {
	const {atMillis, cpuPercent = 0, load1 = 0, memoryUsedBytes = 0, memoryCacheBytes = 0} = sample;
	const {diskReadPerSecond = 0, diskWritePerSecond = 0} = sample;
	const availableBytes = hostMemoryBytes - memoryUsedBytes;
	return {
		coresPercent: coresOf(cpuPercent, atMillis),
		loads: [load1, load1 * 0.9, load1 * 0.8],
		uptimeSeconds: Math.floor((atMillis - Date.UTC(2026, 0, 1)) / 1000),
		memory: {
			availableBytes,
			freeBytes: Math.max(0, availableBytes - memoryCacheBytes),
			swapTotalBytes: 4 * gibi,
		},
		fileSystems: [
			{
				...{mountPoint: '/', type: 'ext4', usedBytes: 71 * gibi, totalBytes: 117 * gibi},
				...{readPerSecond: diskReadPerSecond * 0.2, writePerSecond: diskWritePerSecond * 0.1},
			},
			{
				...{mountPoint: '/var/lib/docker', type: 'xfs'},
				...{usedBytes: 412 * gibi, totalBytes: 512 * gibi},
				...{readPerSecond: diskReadPerSecond * 0.8, writePerSecond: diskWritePerSecond * 0.9},
			},
			{
				...{mountPoint: '/boot', type: 'ext4', usedBytes: 210 * mebi, totalBytes: gibi},
				...{readPerSecond: 0, writePerSecond: 0},
			},
		],
		interfaces: interfacesOf(sample),
		pressure: {
			cpu: falling(cpuPercent / 8),
			memory: [0, 0, 0],
			io: falling(diskWritePerSecond / mebi),
		},
	};
};

const falling = (percent: number): PressureMeans => {
	const now = Math.min(100, percent);
	return [now, now * 0.8, now * 0.6];
};

/** The first cores are busier, each at its own rhythm; in all it is what the machine does. */
const coresOf = (cpuPercent: number, atMillis: number): readonly number[] => {
	const shares = Array.from(
		{length: hostCpus},
		(_, core) => (1.6 - core / hostCpus) * (1 + 0.5 * Math.sin(atMillis / 3000 + core * 2.1)),
	);
	const sum = shares.reduce((total, share) => total + share, 0);
	return shares.map(share => Math.min(100, (cpuPercent * hostCpus * share) / sum));
};

const interfacesOf = ({
	netRxPerSecond = 0,
	netTxPerSecond = 0,
}: HostSample): NonNullable<HostDetail['interfaces']> => [
	{
		...{name: 'eth0', address: '10.0.4.17', isOuter: true},
		...{rxPerSecond: netRxPerSecond, txPerSecond: netTxPerSecond},
	},
	{
		...{name: 'docker0', address: '172.17.0.1', isOuter: false},
		...{rxPerSecond: 0, txPerSecond: 0},
	},
	{
		...{name: 'br-7f0c2d91ab3e', address: '172.20.0.1', isOuter: false},
		...{rxPerSecond: netTxPerSecond * 0.7, txPerSecond: netRxPerSecond * 0.7},
	},
	{
		...{name: 'br-52d0e4a1c6b8', address: '172.21.0.1', isOuter: false},
		...{rxPerSecond: netTxPerSecond * 0.2, txPerSecond: netRxPerSecond * 0.2},
	},
];
