import {expect, test} from 'vitest';
import {OutputLines} from '../../../../source/app/program/output-lines.ts';

const bytes = Buffer.from('é first\r\n\nlast 漢');

test('lines come out whole wherever the bytes were cut', () => {
	for (let cut = 0; cut <= bytes.length; cut++) {
		const lines = new OutputLines();
		const all = [
			...lines.take(bytes.subarray(0, cut)),
			...lines.take(bytes.subarray(cut)),
			...lines.end(),
		];
		expect(all).toEqual(['é first', '', 'last 漢']);
	}
});

test('a line without an end is kept in bounds', () => {
	const lines = new OutputLines();
	for (let piece = 0; piece < 100; piece++) lines.take(Buffer.alloc(1000, 'x'));
	expect(lines.end().map(({length}) => length)).toEqual([4000]);
});
