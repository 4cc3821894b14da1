import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type ColumnSpec, planColumns} from '../../../source/format/columns.ts';

const columns: readonly ColumnSpec[] = [
	{id: 'name', min: 8, ideal: 20, priority: 0, align: 'left', grow: true},
	{id: 'bar', min: 4, ideal: 8, priority: 3, align: 'left'},
	{id: 'cpu', min: 5, ideal: 5, priority: 0, align: 'right'},
	{id: 'image', min: 10, ideal: 30, priority: 5, align: 'left'},
];

const widthsAt = (width: number): Readonly<Record<string, number>> =>
	Object.fromEntries(planColumns(columns, width).map(column => [column.id, column.width]));

test('every column has its ideal width where there is room, and one takes the rest', () => {
	expect(widthsAt(80)).toEqual({name: 34, bar: 8, cpu: 5, image: 30});
});

test('the columns that stay longest are widened first', () => {
	expect(widthsAt(40)).toEqual({name: 18, bar: 4, cpu: 5, image: 10});
});

test('the highest priority is dropped first', () => {
	expect(widthsAt(29)).toEqual({name: 18, bar: 4, cpu: 5});
	expect(widthsAt(18)).toEqual({name: 12, cpu: 5});
});

test('what may not be dropped is narrowed', () => {
	expect(widthsAt(10)).toEqual({name: 4, cpu: 5});
});

test('columns stand one space apart', () => {
	expect(planColumns(columns, 29).map(({left}) => left)).toEqual([0, 19, 24]);
});

test('a plan never exceeds the width and keeps the order', () => {
	const anyColumn = fc.record({
		min: fc.integer({min: 1, max: 20}),
		ideal: fc.integer({min: 1, max: 40}),
		priority: fc.nat(5),
		grow: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(anyColumn, {maxLength: 8}), fc.nat(120), (specs, width) => {
			const plan = planColumns(
				specs.map((spec, index) => ({...spec, id: String(index), align: 'left' as const})),
				width,
			);
			const end = plan.at(-1);
			expect(end ? end.left + end.width : 0).toBeLessThanOrEqual(width);
			expect(plan.every(column => column.width > 0)).toBe(true);
			const order = plan.map(column => Number(column.id));
			expect(order).toEqual([...order].sort((a, b) => a - b));
		}),
	);
});

test('words behind figures stand further away, in their own width', () => {
	const plan = planColumns(
		[
			{id: 'up', min: 5, ideal: 5, priority: 0, align: 'right'},
			{id: 'ports', min: 9, ideal: 9, priority: 0, align: 'left', lead: 1},
		],
		15,
	);
	expect(plan).toMatchObject([
		{left: 0, width: 5, gap: 0},
		{left: 7, width: 8, gap: 2},
	]);
	const [first] = planColumns(
		[{id: 'ports', min: 9, ideal: 9, priority: 0, align: 'left', lead: 1}],
		9,
	);
	expect(first).toMatchObject({left: 0, width: 9, gap: 0});
});
