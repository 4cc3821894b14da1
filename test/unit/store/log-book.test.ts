import {describe, expect, test} from 'vitest';
import {LogBook, maxBytes, maxLines} from '../../../source/store/log-book.ts';
import {aLine, keyOf, startMillis} from '../../helpers/builders.ts';

const key = keyOf('api');

const write = (book: LogBook, ...texts: readonly string[]): void =>
	book.append(texts.map(text => ({key, line: aLine(text, startMillis)})));

const numbered = (count: number, from = 1): readonly string[] =>
	Array.from({length: count}, (_, index) => `line ${from + index}`);

const texts = (book: LogBook, lastSeq: number, count: number): readonly string[] =>
	book.window(lastSeq, count).map(({line}) => (line.kind === 'line' ? line.text : line.reason));

test('shows the newest lines, oldest first', () => {
	const book = new LogBook();
	write(book, 'one', 'two');
	write(book, 'three');
	expect(texts(book, book.lastSeq, 2)).toEqual(['two', 'three']);
	expect(texts(book, book.lastSeq, 9)).toEqual(['one', 'two', 'three']);
});

test('shows the lines that end at a place', () => {
	const book = new LogBook();
	write(book, ...numbered(9));
	expect(texts(book, 5, 2)).toEqual(['line 4', 'line 5']);
});

test('fills the window from the beginning, where the place is near it', () => {
	const book = new LogBook();
	write(book, ...numbered(9));
	expect(texts(book, 2, 4)).toEqual(['line 1', 'line 2', 'line 3', 'line 4']);
});

test('an empty book shows nothing', () => {
	const book = new LogBook();
	expect(texts(book, book.lastSeq, 5)).toEqual([]);
	expect(texts(book, 99, 5)).toEqual([]);
	expect(book.size).toBe(0);
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
	expect(book.window(book.lastSeq, 1)[0]?.seq).toBe(3);
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
		expect(texts(book, book.lastSeq, 1)).toEqual([`line ${written}`]);
		expect(texts(book, book.firstSeq, 1)).toEqual([`line ${book.firstSeq}`]);
	});

	test('drops by size too, but never the last line', () => {
		const book = new LogBook();
		const wide = 'x'.repeat(maxBytes / 8);
		write(book, ...Array.from({length: 20}, () => wide));
		expect(book.size).toBe(3);
		write(book, 'y'.repeat(maxBytes));
		expect(book.size).toBe(1);
		write(book, 'z');
		expect(texts(book, book.lastSeq, 9)).toEqual(['z']);
	});

	test('shows a held view the oldest lines there are when its own were dropped', () => {
		const book = new LogBook();
		write(book, ...numbered(20));
		write(book, ...numbered(maxLines, 21));
		expect(texts(book, 15, 3)).toEqual(['line 21', 'line 22', 'line 23']);
	});
});

test('a gap is a line', () => {
	const book = new LogBook();
	book.append([{key, line: {kind: 'gap', reason: 'restarted'}}]);
	expect(texts(book, book.lastSeq, 1)).toEqual(['restarted']);
});
