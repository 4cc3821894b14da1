import {expect, test} from 'vitest';
import type {BurstRun} from '../../../scripts/lib/log-bursts.ts';
import type {FloodRun} from '../../../scripts/lib/log-flood.ts';
import {renderBacklog, renderFlood, renderLive} from '../../../scripts/lib/log-report.ts';

const burst: BurstRun = {
	...{firstLinesMillis: 50, lastLineMillis: 4000, cpuSeconds: 1, millis: 4300},
	...{peakBytes: 25e6, growthBytes: 1e6, terminalBytes: 8_200_000},
};

const row = (table: string, title: string): readonly string[] => {
	const found = table.split('\n').find(line => line.startsWith(`| ${title} `));
	return found?.split('|').map(cell => cell.trim()) ?? [];
};

test('aims are measured by the median of the first tool', () => {
	const ours = {...burst, lastLineMillis: 4001, cpuSeconds: 1.49, terminalBytes: 400_000};
	const table = renderLive('100', {'docker logs -f': [burst, burst], dockmon: [ours]});
	expect(row(table, 'last line on the screen, ms').at(-2)).toBe('<= 4000 missed');
	expect(row(table, 'CPU, s').at(-2)).toBe('<= 1.50 met');
	expect(row(table, 'written to the terminal, kB').at(-2)).toBe('<= 410.0 met');
});

test('without a yardstick only the aims that need none are told', () => {
	const table = renderBacklog('100', {dockmon: [burst]});
	expect(row(table, 'first lines on the screen, ms').at(-2)).toBe('<= 300 met');
	expect(row(table, 'last line on the screen, ms').slice(1, -1)).toEqual([
		'last line on the screen, ms',
		'4000',
		'',
	]);
});

test('lines of a flood are kept or told', () => {
	const run: FloodRun = {
		...{cpuSeconds: 1, millis: 1000, peakBytes: 0, growthBytes: 0, terminalBytes: 0},
		...{writtenLines: 1000, writtenPerSecond: 1000, lagsMillis: [10, 20], endLagMillis: 5},
		...{keysMillis: [10], silentlyMissing: 0, oldestNumber: 901, toldSkipped: 900},
	};
	const cell = (change: Partial<FloodRun>): string | undefined =>
		row(renderFlood('flood', {dockmon: [{...run, ...change}]}), 'neither kept nor told')[2];
	expect(cell({})).toBe('0');
	expect(cell({toldSkipped: 899})).toBe('1');
	expect(cell({silentlyMissing: 7})).toBe('7');
	expect(cell({oldestNumber: undefined})).toBe('–');
});
