import {expect, test} from 'vitest';
import {Effort} from '../../../../source/model/compose/effort.ts';
import {heightOf, placeItems} from '../../../../source/model/compose/graph-rows.ts';
import type {GraphItem} from '../../../../source/model/compose/graph-shape.ts';

const item = (name: string, ...waits: readonly string[]): GraphItem => ({
	...{name, isPassing: false, row: 0},
	waits: waits.map(service => ({service, condition: 'service_started'})),
});

const enough = () => new Effort(1000);

const rows = (columns: readonly (readonly GraphItem[])[]): readonly string[] =>
	columns.map(items => items.map(({name, row}) => `${row}:${name}`).join(' '));

test('lines that need not cross do not', () => {
	const placed = placeItems(
		[
			[item('a', 'x'), item('b', 'y'), item('c', 'z')],
			[item('z'), item('y'), item('x')],
		],
		enough(),
	);
	const order = placed.map(items => items.map(({name}) => name).join(''));
	expect([order.join(' '), order.toReversed().join(' ')].join()).toMatch(/abc xyz|cba zyx/);
	expect(new Set(rows(placed).map(each => each.replaceAll(/\D/g, '')))).toEqual(new Set(['012']));
});

test('one that waits for several has a row for each, in the order in which they stand', () => {
	const placed = placeItems(
		[
			[item('a', 'y', 'x'), item('b', 'x')],
			[item('x'), item('y')],
		],
		enough(),
	);
	expect(heightOf(placed)).toBe(3);
	const [a] = placed[0]?.filter(({name}) => name === 'a') ?? [];
	const order = placed[1]?.map(({name}) => name);
	expect(a?.waits.map(({service}) => service)).toEqual(order);
});

test('nothing takes no rows', () => {
	expect(heightOf(placeItems([], enough()))).toBe(0);
});

test('what takes more than it may is left as it is', () => {
	const columns = [
		[item('a', 'y'), item('b', 'x')],
		[item('x'), item('y')],
	];
	const effort = new Effort(5);
	expect(rows(placeItems(columns, effort))).toHaveLength(2);
	expect(effort.isSpent).toBe(true);
});
