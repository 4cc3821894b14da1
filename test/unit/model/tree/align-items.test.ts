import fc from 'fast-check';
import {expect, test} from 'vitest';
import {alignItems} from '../../../../source/model/tree/align-items.ts';

const pairs = (left: readonly (string | object)[], right: readonly (string | object)[]) =>
	alignItems(left as never, right as never, false).map(item => [item.key, item.left, item.right]);

test('words as diff would show them', () => {
	expect(pairs(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([
		['0', 'a', 'a'],
		['1', 'b', undefined],
		['1', undefined, 'x'],
		['2', 'c', 'c'],
	]);
});

test('variables by name', () => {
	expect(alignItems(['A=1', 'B=2'], ['B=3'], true)).toEqual([
		{key: 'B', left: 'B=2', right: 'B=3'},
		{key: 'A', left: 'A=1', right: undefined},
	]);
});

test('a variable that comes twice can only be told by its place', () => {
	expect(alignItems(['A=1', 'A=2'], ['A=1'], true).map(({key}) => key)).toEqual(['0', '1']);
});

test('objects by what names them in both lists', () => {
	const mount = (Destination: string, RW: boolean) => ({Destination, RW});
	expect(pairs([mount('/a', true), mount('/b', true)], [mount('/b', false)])).toEqual([
		['/b', mount('/b', true), mount('/b', false)],
		['/a', mount('/a', true), undefined],
	]);
});

test('nothing is lost, and what stays keeps its order', () => {
	const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {maxLength: 12});
	fc.assert(
		fc.property(words, words, (left, right) => {
			const items = alignItems(left, right, false);
			expect(items.map(item => item.left).filter(item => item !== undefined)).toEqual(left);
			expect(items.map(item => item.right).filter(item => item !== undefined)).toEqual(right);
		}),
	);
});
