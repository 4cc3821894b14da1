import {describe, expect, test} from 'vitest';
import {hexFor, randomFor} from '../../../../source/demo/world/random.ts';

const first = (key: string, count: number) => {
	const random = randomFor(key);
	return Array.from({length: count}, () => random.next());
};

describe('randomFor', () => {
	test('repeats for a key and differs between keys', () => {
		expect(first('api', 20)).toEqual(first('api', 20));
		expect(first('api', 20)).not.toEqual(first('apj', 20));
	});

	test('covers its range evenly', () => {
		const values = first('even', 4000);
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...values)).toBeLessThan(1);
		expect(mean).toBeCloseTo(0.5, 1);
	});

	test('gives whole numbers from both ends', () => {
		const random = randomFor('dice');
		const thrown = new Set(Array.from({length: 300}, () => random.integer(1, 6)));
		expect([...thrown].sort()).toEqual([1, 2, 3, 4, 5, 6]);
	});

	test('picks every choice', () => {
		const random = randomFor('pick');
		const picked = new Set(Array.from({length: 100}, () => random.pick(['a', 'b', 'c'])));
		expect([...picked].sort()).toEqual(['a', 'b', 'c']);
	});
});

describe('hexFor', () => {
	test('gives as many digits as asked for', () => {
		expect(hexFor('container')).toMatch(/^[0-9a-f]{64}$/);
		expect(hexFor('secret', 13)).toMatch(/^[0-9a-f]{13}$/);
	});

	test('gives ids that differ in their first digits', () => {
		const prefixes = new Set(
			Array.from({length: 500}, (_, index) => hexFor(`c${index}`).slice(0, 12)),
		);
		expect(prefixes.size).toBe(500);
	});
});
