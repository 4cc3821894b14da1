import {describe, expect, test} from 'vitest';
import {
	type ColumnFacts,
	choicesOf,
	columnRows,
	swapped,
	widened,
} from '../../../source/commands/column-rows.ts';

const fact = (id: string, change: Partial<ColumnFacts> = {}): ColumnFacts => ({
	...{id, header: id, title: id, min: 4, ideal: 4},
	...change,
});
const facts = [
	fact('name', {isDefault: true, grow: true}),
	fact('cpu', {isDefault: true}),
	fact('pids'),
];

test('at first those of the table, in its order', () => {
	const rows = columnRows(facts, undefined);
	expect(rows.map(({id, isShown}) => [id, isShown])).toEqual([
		['name', true],
		['cpu', true],
		['pids', false],
	]);
});

test('what is chosen comes first, as it was chosen; what nobody knows is passed over', () => {
	const rows = columnRows(facts, [{id: 'pids', width: 6}, {id: 'gone'}, {id: 'name'}]);
	expect(rows).toEqual([
		{id: 'pids', width: 6, isShown: true},
		{id: 'name', isShown: true},
		{id: 'cpu', isShown: false},
	]);
	expect(choicesOf(rows)).toEqual([{id: 'pids', width: 6}, {id: 'name'}]);
});

test('a row changes places with its neighbour, and stays at the ends', () => {
	const rows = columnRows(facts, undefined);
	expect(swapped(rows, 0, 1).map(({id}) => id)).toEqual(['cpu', 'name', 'pids']);
	expect(swapped(rows, 0, -1)).toBe(rows);
	expect(swapped(rows, 2, 1)).toBe(rows);
});

describe('a width', () => {
	const row = {id: 'image', isShown: true};
	const image = fact('image', {min: 10, ideal: 20});

	test('begins at the one it likes to have, and keeps within bounds', () => {
		expect(widened(row, image, 1).width).toBe(21);
		expect(widened({...row, width: 10}, image, -1).width).toBe(10);
		expect(widened({...row, width: 60}, image, 1).width).toBe(60);
	});

	test('means nothing to a number', () => {
		expect(widened(row, fact('pids'), 1)).toBe(row);
	});
});
