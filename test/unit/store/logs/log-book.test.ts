import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {LogStream} from '../../../../source/model/log-line.ts';
import {LogBook} from '../../../../source/store/logs/log-book.ts';
import type {LogEntry} from '../../../../source/store/logs/log-entry.ts';
import {logLimits} from '../../../../source/store/logs/log-limits.ts';
import {sumBytes} from '../../../../source/store/logs/log-size.ts';
import {aLineOn, sourceOf, startMillis} from '../../../helpers/builders.ts';
import {arrivedLines, fewLines, NaiveLog} from '../../../helpers/naive-log.ts';

const source = sourceOf('api');
const other = sourceOf('web');

const linesOf = (texts: readonly string[], from = source, stream: LogStream = 'stdout') =>
	texts.map(text => ({source: from, line: aLineOn(stream, text, startMillis)}));

const write = (book: LogBook, ...texts: readonly string[]): void => book.append(linesOf(texts));

const numbered = (count: number, from = 1): readonly string[] =>
	Array.from({length: count}, (_, index) => `line ${from + index}`);

const entriesOf = (book: LogBook): readonly LogEntry[] =>
	Array.from({length: book.size}, (_, index) => book.at(index)).filter(
		entry => entry !== undefined,
	);

/** The lines of an entry beside each other. */
const texts = (book: LogBook): readonly string[] =>
	entriesOf(book).map(({line, more}) =>
		[line, ...more]
			.map(each => (each.kind === 'line' ? each.text : `-- ${each.reason} --`))
			.join(' | '),
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
	book.prepend(linesOf(['zero']));
	versions.push(book.version);
	book.clear();
	versions.push(book.version);
	expect(new Set(versions).size).toBe(4);
	expect(versions).toEqual(versions.toSorted((a, b) => a - b));
});

test('a line keeps its number; a cleared book does not use one again', () => {
	const book = new LogBook();
	write(book, 'one', 'two');
	book.prepend(linesOf(['zero']));
	expect(entriesOf(book).map(({seq}) => seq)).toEqual([0, 1, 2]);
	book.clear();
	expect(book.size).toBe(0);
	write(book, 'three');
	book.prepend(linesOf(['two again']));
	expect(entriesOf(book).map(({seq}) => seq)).toEqual([-1, 3]);
	expect([book.firstSeq, book.lastSeq]).toEqual([-1, 3]);
});

describe('a book that is full', () => {
	const {sourceLines, sourceBytes} = logLimits;

	test('drops the oldest lines, and counts them', () => {
		const book = new LogBook();
		for (let round = 0; round < 5; round++) {
			write(book, ...numbered(sourceLines / 2 + 1, round * (sourceLines / 2 + 1) + 1));
			expect(book.size).toBeLessThanOrEqual(sourceLines);
		}
		const written = 5 * (sourceLines / 2 + 1);
		expect(book.lastSeq).toBe(written);
		expect(book.firstSeq).toBe(written - sourceLines + 1);
		expect(texts(book).at(-1)).toBe(`line ${written}`);
		expect(texts(book)[0]).toBe(`line ${book.firstSeq}`);
		expect([book.dropped, book.droppedOf(source)]).toEqual([
			written - sourceLines,
			written - sourceLines,
		]);
		book.clear();
		expect([book.dropped, book.droppedOf(source)]).toEqual([0, 0]);
	});

	test('drops by size too, but never the last line', () => {
		const book = new LogBook();
		const wide = 'x'.repeat(sourceBytes / 8);
		write(book, ...Array.from({length: 20}, () => wide));
		expect(book.size).toBe(3);
		write(book, 'y'.repeat(sourceBytes));
		expect(book.size).toBe(1);
		write(book, 'z');
		expect(texts(book)).toEqual(['z']);
	});

	test('keeps what a quiet source said, however loud another one is', () => {
		const book = new LogBook();
		book.append(linesOf(['quiet'], other));
		write(book, ...numbered(3 * sourceLines));
		expect(book.size).toBe(sourceLines + 1);
		expect(texts(book)[0]).toBe('quiet');
		expect(book.at(1)?.line).toMatchObject({text: `line ${2 * sourceLines + 1}`});
		expect(book.droppedOf(other)).toBe(0);
	});

	test('takes room from the largest when all together are too many', () => {
		const book = new LogBook({allBytes: 500_000});
		book.append(linesOf(numbered(100), other));
		write(book, ...numbered(5000));
		expect(book.bytes).toBeLessThanOrEqual(500_000);
		expect(book.bytes).toBeGreaterThan(490_000);
		expect([book.linesOf(other), book.droppedOf(other)]).toEqual([100, 0]);
		expect(book.droppedOf(source)).toBe(5000 - book.linesOf(source));
	});
});

describe('older lines that were asked for', () => {
	test('may be more than usual, and stay while new ones come', () => {
		const book = new LogBook({sourceLines: 100});
		write(book, ...numbered(150, 1001));
		expect(book.dropped).toBe(50);
		expect(book.prepend(linesOf(numbered(150, 901))).lines).toBe(150);
		expect([book.size, book.dropped, book.droppedOf(source)]).toEqual([250, 0, 0]);
		write(book, ...numbered(50, 1151));
		expect([texts(book)[0], book.size]).toEqual(['line 901', 300]);
		write(book, 'newest');
		expect([texts(book)[0], book.size]).toEqual(['line 902', 300]);
	});

	test('are taken as far as there is room, the newest of them', () => {
		const book = new LogBook({sourceLines: 100});
		write(book, ...numbered(100, 1001));
		expect(book.prepend(linesOf(numbered(300, 701))).lines).toBe(200);
		expect(texts(book)[0]).toBe('line 801');
		expect(book.prepend(linesOf(['older'])).lines).toBe(0);
		expect(book.size).toBe(300);
	});
});

describe('an entry', () => {
	const traceback = [
		'Traceback (most recent call last):',
		'  File "/app/main.py", line 3, in <module>',
		'    main()',
		'ValueError: no',
	];

	test('has all lines of a traceback, whatever other sources and the other stream say meanwhile', () => {
		const book = new LogBook();
		for (const line of traceback) {
			book.append(linesOf([line], source, 'stderr'));
			book.append([...linesOf(['INFO fine']), ...linesOf(['INFO fine'], other)]);
		}
		expect(texts(book).filter(text => text !== 'INFO fine')).toEqual([traceback.join(' | ')]);
		expect(book.size).toBe(9);
		expect(book.at(0)).toMatchObject({seq: 1, source});
	});

	test('is grouped among older lines too', () => {
		const book = new LogBook();
		write(book, 'INFO now');
		book.prepend(linesOf(['INFO before', ...traceback]));
		expect(texts(book)).toEqual(['INFO before', traceback.join(' | '), 'INFO now']);
	});

	test('ends with a gap', () => {
		const book = new LogBook();
		write(book, ...traceback.slice(0, 2));
		book.append([{source, line: {kind: 'gap', reason: 'restarted'}}]);
		write(book, '    main()');
		expect(texts(book)).toEqual([
			traceback.slice(0, 2).join(' | '),
			'-- restarted --',
			'    main()',
		]);
	});

	test('that was dropped does not grow any more', () => {
		const book = new LogBook({sourceLines: 10});
		book.append(linesOf(traceback.slice(0, 2), source, 'stderr'));
		write(book, ...numbered(10));
		book.append(linesOf(traceback.slice(2, 3), source, 'stderr'));
		expect(texts(book).at(-1)).toBe(traceback[2]);
		expect([book.size, book.linesOf(source), book.dropped]).toEqual([10, 10, 3]);
	});

	test('has the level of its first line, else of the next that says one', () => {
		const book = new LogBook();
		write(book, 'INFO starting', '  level=error', 'starting', '  slowly', '  level=error');
		expect(entriesOf(book).map(({level}) => level)).toEqual(['info', 'error']);
	});
});

test('counts lines and errors of each source by the second', () => {
	const book = new LogBook();
	book.append(linesOf(['INFO one', 'ERROR two', 'starting', '  level=error', '  level=error']));
	expect(book.rates.perSecond(startMillis + 1000)).toEqual({lines: 1, errors: 0.4});
	expect(book.rates.errorsOf(source, startMillis).at(-1)).toBe(2);
	book.append([{source, line: {kind: 'line', stream: 'stdout', text: 'no time'}}], startMillis);
	expect(book.rates.perSecond(startMillis + 1000).lines).toBe(1.2);
	book.clear();
	expect(book.rates.perSecond(startMillis + 1000).lines).toBe(0);
});

type Step = (book: LogBook, naive: NaiveLog) => void;

const steps: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 8,
		arbitrary: arrivedLines.map(
			(lines): Step =>
				(book, naive) => {
					book.append(lines);
					naive.append(lines);
				},
		),
	},
	{
		weight: 2,
		arbitrary: arrivedLines.map(
			(lines): Step =>
				(book, naive) => {
					expect(book.prepend(lines).lines).toBe(naive.prepend(lines));
				},
		),
	},
	{
		weight: 1,
		arbitrary: fc.constant<Step>((book, naive) => {
			book.clear();
			naive.clear();
		}),
	},
);

test('whatever comes, it holds what a naive log holds', () => {
	const property = fc.property(fc.array(steps, {maxLength: 20}), all => {
		const book = new LogBook(fewLines);
		const naive = new NaiveLog(fewLines);
		for (const step of all) {
			step(book, naive);
			expect(entriesOf(book)).toEqual(naive.entries);
		}
		expect(book.bytes).toBe(sumBytes(naive.entries));
	});
	fc.assert(property, {numRuns: 300});
});
