import fc from 'fast-check';
import {expect, test} from 'vitest';
import {arrange, type Placed} from '../../../../source/view/canvas/segments.ts';

const pane = (left: number, top: number, width: number, height: number, z = 0): Placed => ({
	rect: {left, top, width, height},
	z,
});

const row = (panes: readonly Placed[], index: number) =>
	arrange(panes, 10, 4)[index]?.map(({left, width, from, pane: shown}) => [
		left,
		width,
		from,
		shown ? panes.indexOf(shown) : -1,
	]);

test('without panes every row is the base, the last one without its last cell', () => {
	expect(arrange([], 10, 2)).toEqual([
		[{left: 0, width: 10, from: 0}],
		[{left: 0, width: 9, from: 0}],
	]);
});

test('a pane stands before the base', () => {
	expect(row([pane(2, 1, 3, 1)], 1)).toEqual([
		[0, 2, 0, -1],
		[2, 3, 0, 0],
		[5, 5, 5, -1],
	]);
	expect(row([pane(2, 1, 3, 1)], 0)).toEqual([[0, 10, 0, -1]]);
});

test('a higher pane hides what is below it, whatever the order', () => {
	const panes = [pane(3, 0, 4, 1, 5), pane(0, 0, 10, 4)];
	expect(row(panes, 0)).toEqual([
		[0, 3, 0, 1],
		[3, 4, 0, 0],
		[7, 3, 7, 1],
	]);
});

test('of two panes of one height the later lies on top', () => {
	expect(row([pane(0, 0, 10, 4), pane(0, 0, 10, 4)], 0)).toEqual([[0, 10, 0, 1]]);
});

test('what is beyond the screen is cut', () => {
	expect(row([pane(-2, 0, 5, 1)], 0)).toEqual([
		[0, 3, 2, 0],
		[3, 7, 3, -1],
	]);
	expect(row([pane(8, -1, 50, 50)], 3)).toEqual([
		[0, 8, 0, -1],
		[8, 1, 0, 0],
	]);
	expect(row([pane(20, 0, 5, 1)], 0)).toEqual([[0, 10, 0, -1]]);
});

test('the segments of a row cover it without a gap or an overlap', () => {
	const cell = fc.integer({min: -5, max: 30});
	const anyPane = fc
		.tuple(cell, cell, cell, cell, fc.nat(3))
		.map(([left, top, width, height, z]) => pane(left, top, width, height, z));
	fc.assert(
		fc.property(
			fc.array(anyPane, {maxLength: 6}),
			fc.nat(25),
			fc.nat(8),
			(panes, columns, rows) => {
				const layout = arrange(panes, columns, rows);
				expect(layout).toHaveLength(rows);
				for (const [index, segments] of layout.entries()) {
					let end = 0;
					for (const {left, width} of segments) {
						expect(left).toBe(end);
						end += width;
					}
					expect(end).toBe(Math.max(0, index === rows - 1 ? columns - 1 : columns));
				}
			},
		),
	);
});
