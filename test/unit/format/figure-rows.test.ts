import {expect, test} from 'vitest';
import {type FigureRow, figuresCsv, figuresJson} from '../../../source/format/figure-rows.ts';
import {startMillis} from '../../helpers/builders.ts';

const row = (change: Partial<FigureRow> = {}): FigureRow => ({
	container: 'shop/api',
	atMillis: startMillis,
	cpuPercent: 62.1234,
	memoryBytes: 432_013_312.4,
	netRxBytesPerSecond: 0,
	netTxBytesPerSecond: undefined,
	blockReadBytesPerSecond: undefined,
	blockWriteBytesPerSecond: 12.6,
	...change,
});

test('CSV: a heading, ISO times, nothing where nothing is known', () => {
	expect(figuresCsv([row()])).toEqual([
		'container,time,cpu_percent,memory_bytes,net_rx_bytes_per_second,net_tx_bytes_per_second,block_read_bytes_per_second,block_write_bytes_per_second',
		'shop/api,2026-11-23T10:00:00.000Z,62.12,432013312,0,,,13',
	]);
});

test.each([
	['a,b', '"a,b"'],
	['say "x"', '"say ""x"""'],
	['=HYPERLINK(1)', "'=HYPERLINK(1)"],
	['evil\u001b[31m\n', 'evil'],
])('CSV: the name %j stands as %s', (container, written) => {
	const [, line = ''] = figuresCsv([row({container})]);
	expect(line.startsWith(`${written},2026`)).toBe(true);
});

test('JSON: one array, null where nothing is known', () => {
	const parsed = JSON.parse(figuresJson([row(), row({cpuPercent: undefined})]).join('\n'));
	expect(parsed).toHaveLength(2);
	expect(parsed[0]).toMatchObject({container: 'shop/api', cpuPercent: 62.12});
	expect(parsed[1]).toMatchObject({cpuPercent: null, netTxBytesPerSecond: null});
	expect(JSON.parse(figuresJson([]).join(''))).toEqual([]);
});
