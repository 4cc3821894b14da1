import {expect, test} from 'vitest';
import {parseHeader, sumOf} from '../../../../source/model/tar/tar-header.ts';
import {tarHeader} from '../../../../source/model/tar/write-tar.ts';

const header = (): Buffer =>
	Buffer.from(
		tarHeader({path: 'a', kind: 'file', sizeBytes: 7, modifiedMillis: 5000, mode: 0o640}),
	);

/** The sum is right again. */
const signed = (block: Buffer): Buffer => {
	block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
	return block;
};

test('a header tells what it was made of', () => {
	expect(parseHeader(header())?.entry).toEqual({
		...{path: 'a', kind: 'file', sizeBytes: 7, modifiedMillis: 5000, mode: 0o640, owner: '0:0'},
	});
});

test('one whose sum is wrong is none', () => {
	const broken = header();
	broken[0] = 0x62;
	expect(parseHeader(broken)).toBeUndefined();
	expect(parseHeader(signed(broken))?.entry.path).toBe('b');
});

test('sizes that eight times eleven digits cannot say are binary', () => {
	const large = header();
	large.fill(0, 124, 136);
	large[124] = 0x80;
	large.writeUIntBE(2 ** 40, 130, 6);
	expect(parseHeader(signed(large))?.entry.sizeBytes).toBe(2 ** 40);
	large.fill(0xff, 125, 136);
	expect(parseHeader(signed(large))).toBeUndefined();
});

test('a size that is no number, or below nothing, makes it none', () => {
	const odd = header();
	odd.write('00000000x07', 124, 'latin1');
	expect(parseHeader(signed(odd))).toBeUndefined();
	odd.write('-0000000007', 124, 'latin1');
	expect(parseHeader(signed(odd))).toBeUndefined();
});

test('what has no content has no size, and a prefix belongs to the path', () => {
	const link = header();
	link.write('2', 156, 'latin1');
	link.write('srv', 157, 'latin1');
	link.write('deep/folder', 345, 'latin1');
	expect(parseHeader(signed(link))?.entry).toMatchObject({
		...{path: 'deep/folder/a', kind: 'link', linkTarget: 'srv', sizeBytes: 0},
	});
});
