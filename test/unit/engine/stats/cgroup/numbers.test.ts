import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	decimalAfter,
	label,
	numberAfter,
	onlyNumber,
	sumAfter,
} from '../../../../../source/engine/stats/cgroup/numbers.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

test('a file with one number', () => {
	expect(onlyNumber(bytes('58520333\n'))).toBe(58_520_333);
	expect(onlyNumber(bytes('0\n'))).toBe(0);
	expect(onlyNumber(bytes('max\n'))).toBeUndefined();
	expect(onlyNumber(bytes(''))).toBeUndefined();
});

test('the number of a line, whichever it is', () => {
	const content = bytes('cache 1\ntotal_cache 22\ninactive_file 3\ntotal_inactive_file 4');
	expect(numberAfter(content, label('cache'))).toBe(1);
	expect(numberAfter(content, label('total_cache'))).toBe(22);
	expect(numberAfter(content, label('inactive_file'))).toBe(3);
	expect(numberAfter(content, label('total_inactive_file'))).toBe(4);
	expect(numberAfter(content, label('active_file'))).toBeUndefined();
	expect(numberAfter(bytes(''), label('cache'))).toBeUndefined();
	expect(numberAfter(bytes('cache '), label('cache'))).toBeUndefined();
});

test('the sum of what stands behind a mark', () => {
	const content = bytes('8:0 Read 5\n8:0 Write 7\n8:16 Read 100\nTotal 112\n');
	expect(sumAfter(content, bytes(' Read '))).toBe(105);
	expect(sumAfter(content, bytes(' Discard '))).toBe(0);
});

test('pressure has decimals', () => {
	const content = bytes('some avg10=1.25 avg60=3.00\nfull avg10=0.50 avg60=0.00\n');
	expect(decimalAfter(content, bytes('some avg10='))).toBe(1.25);
	expect(decimalAfter(bytes(''), bytes('some avg10='))).toBeUndefined();
	expect(decimalAfter(bytes('some avg10=x'), bytes('some avg10='))).toBeUndefined();
});

test('any number is read as it was written', () => {
	fc.assert(
		fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (first, second) => {
			const content = bytes(`first ${first}\nsecond ${second}\n`);
			expect(numberAfter(content, label('first'))).toBe(first);
			expect(numberAfter(content, label('second'))).toBe(second);
		}),
	);
});
