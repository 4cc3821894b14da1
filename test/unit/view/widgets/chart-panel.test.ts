import {expect, test} from 'vitest';
import {unicodeSymbols} from '../../../../source/format/symbols.ts';
import {Series} from '../../../../source/model/series.ts';
import {chartPanel} from '../../../../source/view/widgets/chart-panel.ts';
import {startMillis} from '../../../helpers/builders.ts';

const series = new Series({figures: 1, minimums: 0, longestMillis: 15_000});
/** A saw: each column of the chart differs from its neighbours. */
const valueAt = (second: number): number => (second * 37) % 100;
for (let second = 0; second < 400; second++) {
	series.add(startMillis + second * 1000, Float64Array.of(valueAt(second)), second > 0);
}

/** The chart alone, without frame and labels. */
const drawn = (second: number, width = 52, sinceMillis?: number): readonly string[] =>
	chartPanel({
		...{width, height: 8, title: [], right: [], maxLabel: '100', max: 100, isLoad: false},
		timeline: series.timeline(0),
		untilMillis: startMillis + second * 1000,
		sinceMillis,
		symbols: unicodeSymbols,
	})
		.map(line => line.map(({text}) => text).join(''))
		.slice(1, -1)
		.map(text => text.slice(7, -1));

const withoutLast = (rows: readonly string[], cells: number): readonly string[] =>
	rows.map(row => row.slice(0, row.length - cells));

test('what is drawn stays as it is until a column is full, and then moves on', () => {
	// 44 cells of two columns of three seconds each.
	const first = 300 - ((startMillis / 1000 + 300) % 6);
	for (let second = first; second < first + 6; second++) {
		expect(withoutLast(drawn(second), 1)).toEqual(withoutLast(drawn(first), 1));
	}
	const moved = drawn(first + 6).map(row => row.slice(0, -2));
	expect(moved).toEqual(withoutLast(drawn(first), 1).map(row => row.slice(1)));
});

test('says how far back it reaches', () => {
	const edge = (width: number, sinceMillis?: number): string | undefined =>
		chartPanel({
			...{width, height: 8, title: [], right: [], maxLabel: '100', max: 100, isLoad: false},
			timeline: series.timeline(0),
			untilMillis: startMillis,
			sinceMillis,
			symbols: unicodeSymbols,
		})
			.at(-1)
			?.map(({text}) => text)
			.join('');
	expect(edge(52)).toContain('-4m24s ⋯ now');
	expect(edge(58)).toContain('-5m ⋯ now');
	expect(edge(300)).toContain('-5m ⋯ now');
	expect(edge(52, startMillis - 15_000)).toContain('╴-22s ⋯ now');
	expect(edge(52, startMillis - 80_000)).toContain('╴-1m28s ⋯ now');
});

test('a few samples have most of the width', () => {
	const first = new Series({figures: 1, minimums: 0, longestMillis: 15_000});
	for (let second = 0; second <= 10; second++) {
		first.add(startMillis + second * 1000, Float64Array.of(100), second > 0);
	}
	const [row = ''] = chartPanel({
		...{width: 52, height: 3, title: [], right: [], maxLabel: '100', max: 100, isLoad: false},
		timeline: first.timeline(0),
		untilMillis: startMillis + 10_000,
		sinceMillis: startMillis,
		symbols: unicodeSymbols,
	})
		.map(line => line.map(({text}) => text).join(''))
		.slice(1, -1);
	// Eleven seconds of two cells each.
	expect(row.match(/⣿/g)).toHaveLength(22);
});

test.each([
	[17, [undefined, undefined, 'load0']],
	[31, [undefined, undefined, 'load1']],
	[100, ['load4', 'load2', 'load1']],
] as const)('a chart of three rows has the colours of a load up to %i', (percent, expected) => {
	const flat = new Series({figures: 1, minimums: 0, longestMillis: 15_000});
	for (let second = 0; second <= 60; second++) {
		flat.add(startMillis + second * 1000, Float64Array.of(percent), second > 0);
	}
	const rows = chartPanel({
		...{width: 20, height: 5, title: [], right: [], maxLabel: '100', max: 100, isLoad: true},
		...{timeline: flat.timeline(0), untilMillis: startMillis + 60_000, sinceMillis: undefined},
		symbols: unicodeSymbols,
	}).slice(1, -1);
	const drawnIn = rows.map(row => row.find(({text}) => /[\u2801-\u28ff]/.test(text))?.style?.token);
	expect(drawnIn).toEqual(expected);
});
