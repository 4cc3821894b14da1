import {expect, test} from 'vitest';
import {
	countersOf,
	cpuPointsApart,
	memoryPercentApart,
	middlePair,
	parseStats,
} from '../../../scripts/lib/parity-figures.ts';

test('lines of docker stats are read', () => {
	expect(parseStats('aa 0.51% 12.5MiB / 1GiB\nbb 101.20% 640B / 1GiB')).toEqual(
		new Map([
			['aa', {cpuPercent: 0.51, memoryBytes: 13_107_200}],
			['bb', {cpuPercent: 101.2, memoryBytes: 640}],
		]),
	);
});

test('a size that is not understood is no small size', () => {
	expect(() => parseStats('aa 0.51% 12.5TiB / 1GiB')).toThrow('12.5TiB');
});

const figures = (cpuPercent: number, memoryBytes: number) => ({cpuPercent, memoryBytes});

test('medians of both are compared, not single rounds', () => {
	const pair = middlePair([
		{docker: figures(10, 100), ours: figures(90, 102)},
		{docker: figures(80, 100), ours: figures(12, 102)},
		{docker: figures(11, 100), ours: figures(12, 102)},
	]);
	expect(pair).toEqual({docker: figures(11, 100), ours: figures(12, 102)});
	expect([cpuPointsApart(pair), memoryPercentApart(pair)]).toEqual([1, 2]);
});

test('without a round the difference is no number, so nothing passes', () => {
	expect(cpuPointsApart(middlePair([]))).toBeNaN();
});

test('counters are summed over interfaces and devices, in both spellings', () => {
	const entry = (op: string, value: number) => ({op, value});
	expect(
		countersOf({
			networks: {eth0: {rx_bytes: 1, tx_bytes: 2}, eth1: {rx_bytes: 10, tx_bytes: 20}},
			blkio_stats: {
				io_service_bytes_recursive: [
					...[entry('Read', 5), entry('write', 7), entry('read', 1), entry('Total', 99)],
				],
			},
		}),
	).toEqual({netRxBytes: 11, netTxBytes: 22, blockReadBytes: 6, blockWriteBytes: 7});
});

test('what the engine does not count is not known', () => {
	expect(countersOf({blkio_stats: {io_service_bytes_recursive: null}})).toEqual({
		...{netRxBytes: undefined, netTxBytes: undefined},
		...{blockReadBytes: undefined, blockWriteBytes: undefined},
	});
});
