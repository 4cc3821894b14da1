import fc from 'fast-check';
import {expect, test} from 'vitest';
import {mergeInOrder} from '../../../../source/headless/logs/merge-in-order.ts';
import {collect} from '../../../helpers/collect.ts';

async function* from<T>(values: readonly T[], onClose = () => {}): AsyncGenerator<T> {
	try {
		yield* values;
	} finally {
		onClose();
	}
}

const merged = async (...lists: readonly (readonly number[])[]): Promise<readonly number[]> =>
	await collect(
		mergeInOrder(
			lists.map(list => from(list)),
			value => value,
		),
	);

test('nothing, one, several, some of them empty', async () => {
	expect(await merged()).toEqual([]);
	expect(await merged([1, 2])).toEqual([1, 2]);
	expect(await merged([1, 4], [], [2, 3, 9])).toEqual([1, 2, 3, 4, 9]);
});

test('any sorted lists give a sorted list of all', async () => {
	const list = fc.array(fc.nat(50)).map(values => values.toSorted((a, b) => a - b));
	await fc.assert(
		fc.asyncProperty(fc.array(list, {maxLength: 6}), async lists => {
			expect(await merged(...lists)).toEqual(lists.flat().toSorted((a, b) => a - b));
		}),
	);
});

test('whoever leaves early closes all sources', async () => {
	let closed = 0;
	const sources = [[1, 5], [2, 6], [3]].map(list => from(list, () => void closed++));
	for await (const value of mergeInOrder(sources, each => each)) if (value === 2) break;
	expect(closed).toBe(3);
});

test('one that fails fails the whole', async () => {
	async function* failing(): AsyncGenerator<number> {
		yield 1;
		throw new Error('cut');
	}
	await expect(collect(mergeInOrder([from([2, 3]), failing()], value => value))).rejects.toThrow(
		'cut',
	);
});
