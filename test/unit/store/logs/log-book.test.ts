import {describe, expect, test} from 'vitest';
import {LogBook, maxBytes, maxLines} from '../../../../source/store/logs/log-book.ts';
import {aLine, sourceOf, startMillis} from '../../../helpers/builders.ts';

const source = sourceOf('api');

const write = (book: LogBook, ...texts: readonly string[]): void =>
	book.append(texts.map(text => ({source, line: aLine(text, startMillis)})));

const numbered = (count: number, from = 1): readonly string[] =>
	Array.from({length: count}, (_, index) => `line ${from + index}`);

const texts = (book: LogBook): readonly string[] =>
	Array.from({length: book.size}, (_, index) => book.at(index)?.line).map(line =>
		line?.kind === 'line' ? line.text : `-- ${line?.reason} --`,
	);

test('holds lines from the oldest to the newest', () => {
	const book = new LogBook();
	write(book, 'one', 'two');
	write(book, 'three');
	expect(texts(book)).toEqual(['one', 'two', 'three']);
	expect(book.at(3)).toBeUndefined();
});

test('each change has a version of its own', () => {
	const book = new LogBook();
	const versions = [book.version];
	write(book, 'one');
	versions.push(book.version);
	book.clear();
	versions.push(book.version);
	expect(new Set(versions).size).toBe(3);
	expect(versions).toEqual(versions.toSorted((a, b) => a - b));
});

test('a line keeps its number; a cleared book does not use one again', () => {
	const book = new LogBook();
	write(book, 'one', 'two');
	book.clear();
	expect(book.size).toBe(0);
	write(book, 'three');
	expect(book.at(0)?.seq).toBe(3);
	expect(book.firstSeq).toBe(3);
});

describe('a book that is full', () => {
	test('drops the oldest lines', () => {
		const book = new LogBook();
		for (let round = 0; round < 5; round++) {
			write(book, ...numbered(maxLines / 2 + 1, round * (maxLines / 2 + 1) + 1));
			expect(book.size).toBeLessThanOrEqual(maxLines);
		}
		const written = 5 * (maxLines / 2 + 1);
		expect(book.lastSeq).toBe(written);
		expect(book.firstSeq).toBe(written - maxLines + 1);
		expect(texts(book).at(-1)).toBe(`line ${written}`);
		expect(texts(book)[0]).toBe(`line ${book.firstSeq}`);
	});

	test('drops by size too, but never the last line', () => {
		const book = new LogBook();
		const wide = 'x'.repeat(maxBytes / 8);
		write(book, ...Array.from({length: 20}, () => wide));
		expect(book.size).toBe(3);
		write(book, 'y'.repeat(maxBytes));
		expect(book.size).toBe(1);
		write(book, 'z');
		expect(texts(book)).toEqual(['z']);
	});
});

test('a gap is a line', () => {
	const book = new LogBook();
	book.append([{source, line: {kind: 'gap', reason: 'restarted'}}]);
	expect(texts(book)).toEqual(['-- restarted --']);
});
