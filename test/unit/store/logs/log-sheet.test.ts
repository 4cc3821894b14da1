import fc from 'fast-check';
import {describe, expect, onTestFinished, test, vi} from 'vitest';
import {type LogPattern, parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {type LogQuery, wholeLog} from '../../../../source/model/logs/log-query.ts';
import {LogBook} from '../../../../source/store/logs/log-book.ts';
import type {LogEntry} from '../../../../source/store/logs/log-entry.ts';
import {LogSheet} from '../../../../source/store/logs/log-sheet.ts';
import {LogSieve} from '../../../../source/store/logs/log-sieve.ts';
import {aLine, sourceOf} from '../../../helpers/builders.ts';
import {
	arrivedLines,
	fewLines,
	hasNaively,
	passesNaively,
	queries,
	searches,
} from '../../../helpers/naive-log.ts';

const source = sourceOf('api');

const write = (book: LogBook, ...texts: readonly string[]): void =>
	book.append(texts.map(text => ({source, line: aLine(text, 0)})));

const bookOf = (...texts: readonly string[]): LogBook => {
	const book = new LogBook();
	write(book, ...texts);
	return book;
};

const numbered = (count: number, from = 1): readonly string[] =>
	Array.from({length: count}, (_, index) => `line ${from + index}`);

const seqs = (sheet: LogSheet): readonly (number | undefined)[] =>
	Array.from({length: sheet.count}, (_, index) => sheet.at(index)?.seq);

/** In the order in which `n` goes to them. */
const hits = (sheet: LogSheet): readonly number[] => {
	const found: number[] = [];
	for (
		let hit = sheet.nextHit(Number.NEGATIVE_INFINITY, 1);
		hit !== undefined;
		hit = sheet.nextHit(hit.seq, 1)
	) {
		found.push(hit.seq);
	}
	return found;
};

const finish = (sheet: LogSheet): LogSheet => {
	while (!sheet.isComplete) sheet.work(1000);
	return sheet;
};

const keeping = (text: string): LogQuery => ({...wholeLog, keep: [parsePattern(text)]});

test('shows what the book holds, also what comes later', () => {
	const book = new LogBook();
	const sheet = new LogSheet(book);
	expect(sheet.read(wholeLog).count).toBe(0);
	write(book, 'one');
	expect(sheet.read(wholeLog).at(0)?.line).toMatchObject({text: 'one'});
	write(book, 'two');
	expect(sheet.read(wholeLog).count).toBe(2);
});

test('finds the place of an entry, and the next where it is not there', () => {
	const sheet = new LogSheet(bookOf('one', 'two', 'three')).read(wholeLog);
	expect([0, 1, 2, 3, 9].map(seq => sheet.indexOf(seq))).toEqual([0, 0, 1, 2, 3]);
});

test('a place that is held stays while what is above it is dropped', () => {
	const book = new LogBook({sourceLines: 100});
	write(book, ...numbered(100));
	const sheet = new LogSheet(book);
	const query = keeping('0');
	expect(sheet.read(query).indexOf(50)).toBe(4);
	write(book, ...numbered(25, 101));
	expect(sheet.read(query).indexOf(50)).toBe(2);
	expect(sheet.at(2)?.seq).toBe(50);
	write(book, ...numbered(50, 126));
	expect(sheet.read(query).indexOf(50)).toBe(0);
	expect(sheet.at(0)?.seq).toBe(80);
});

describe('a search', () => {
	const book = bookOf('INFO one', 'INFO two', 'INFO one', 'INFO three', 'INFO one');
	const one = parsePattern('one');

	test('hides nothing, counts its hits and goes from one to the next', () => {
		const sheet = new LogSheet(book).read(wholeLog, one);
		expect([sheet.count, sheet.hitCount]).toEqual([5, 3]);
		expect([1, 2, 3, 6].map(seq => sheet.hitsBefore(seq))).toEqual([0, 1, 1, 3]);
		expect(sheet.nextHit(1, 1)?.seq).toBe(3);
		expect(sheet.nextHit(4, -1)?.seq).toBe(3);
		expect(sheet.nextHit(5, 1)).toBeUndefined();
		expect(sheet.nextHit(1, -1)).toBeUndefined();
		const [first, second] = [sheet.at(0), sheet.at(1)];
		expect(first && sheet.isHit(first)).toBe(true);
		expect(second && sheet.isHit(second)).toBe(false);
	});

	test('finds only what is shown', () => {
		const sheet = new LogSheet(book).read({...wholeLog, exclude: [one]}, one);
		expect([sheet.count, sheet.hitCount]).toEqual([2, 0]);
	});

	test('another one leaves what is shown alone', () => {
		const sheet = new LogSheet(book);
		const query = keeping('o');
		sheet.read(query);
		expect(hits(sheet.read(query, parsePattern('two')))).toEqual([2]);
		expect(hits(sheet.read(query, one))).toEqual([1, 3, 5]);
		expect(sheet.read(query).hitCount).toBe(0);
	});
});

describe('a log that is too long to be looked through at once', () => {
	const many = 30_000;
	const longBook = (): LogBook => {
		const book = new LogBook({sourceLines: many});
		write(book, ...numbered(many));
		return book;
	};
	const search = parsePattern('9');
	const query = keeping('line');

	test('shows its newest entries at once, the others after some work', () => {
		const book = longBook();
		const sheet = new LogSheet(book).read(query, search);
		expect(sheet.isComplete).toBe(false);
		expect(sheet.count).toBeGreaterThan(1000);
		expect(sheet.at(sheet.count - 1)?.seq).toBe(many);
		expect(sheet.nextHit(many + 1, -1)?.seq).toBe(29_999);
		const {version} = book;
		expect(sheet.work(1000)).toBe(true);
		expect(book.version).toBeGreaterThan(version);
		finish(sheet);
		expect(sheet.count).toBe(many);
		expect(sheet.hitCount).toBe(numbered(many).filter(text => text.includes('9')).length);
		expect(sheet.work(1000)).toBe(false);
	});

	test('shows the surroundings of a held entry at once', () => {
		const held = 4321;
		const sheet = new LogSheet(longBook()).read(query, search, held);
		expect(sheet.isComplete).toBe(false);
		const at = sheet.indexOf(held);
		expect([-300, 0, 300].map(rows => sheet.at(at + rows)?.seq)).toEqual([4021, 4321, 4621]);
		expect(sheet.nextHit(held, 1)?.seq).toBe(4329);
		expect(seqs(finish(sheet))).toHaveLength(many);
	});

	test('looks at fewer entries at once where they are long', () => {
		const book = new LogBook();
		write(book, ...Array.from({length: 200}, () => 'x'.repeat(16_000)));
		const sheet = new LogSheet(book).read(keeping('x'));
		expect(sheet.isComplete).toBe(false);
		expect(sheet.count).toBeLessThan(100);
		expect(finish(sheet).count).toBe(200);
	});
});

test('an entry is judged again when it has grown', () => {
	const book = bookOf('Traceback (most recent call last):', '  File "/app/main.py", line 3');
	const sheet = new LogSheet(book);
	const wanted = keeping('ValueError');
	const search = parsePattern('ValueError');
	expect(sheet.read(wanted, search).count).toBe(0);
	write(book, 'ValueError: no');
	expect([sheet.read(wanted, search).count, sheet.hitCount]).toEqual([1, 1]);

	const unwanted = {...wholeLog, exclude: [parsePattern('KeyError')]};
	expect(sheet.read(unwanted).count).toBe(1);
	write(book, '', 'During handling of the above exception, another exception occurred:', '');
	write(book, 'Traceback (most recent call last):', '  File "/app/main.py", line 5', 'KeyError: 1');
	expect(sheet.read(unwanted).count).toBe(0);
});

test('a sheet that was not read for long shows what is there now', () => {
	const book = new LogBook({sourceLines: 10});
	const sheet = new LogSheet(book);
	const query = keeping('line');
	write(book, ...numbered(10));
	sheet.read(query);
	for (let round = 0; round < 5; round++) write(book, ...numbered(10_000));
	expect(seqs(sheet.read(query))).toEqual(Array.from({length: 10}, (_, index) => 50_001 + index));
});

/** A sheet with a small book, and what is asked of it. */
class Reader {
	readonly book = new LogBook({...fewLines, sourceLines: 100, sourceBytes: 50_000});
	readonly sheet = new LogSheet(this.book, 15);
	#query: LogQuery = wholeLog;
	#search: LogPattern | undefined;
	#near: number | undefined;

	asks({query, search, near}: Question): void {
		this.#query = query ?? this.#query;
		this.#search = search === undefined ? this.#search : (search ?? undefined);
		this.#near = near === undefined ? this.#near : (near ?? undefined);
		this.sheet.read(this.#query, this.#search, this.#near);
	}

	/** Entries that have to be shown. */
	get wanted(): readonly LogEntry[] {
		return Array.from({length: this.book.size}, (_, index) => this.book.at(index)).flatMap(entry =>
			entry !== undefined && passesNaively(entry, this.#query) ? [entry] : [],
		);
	}

	get wantedHits(): readonly number[] {
		const text = this.#search?.text;
		if (text === undefined) return [];
		return this.wanted.filter(entry => hasNaively(entry, text)).map(({seq}) => seq);
	}
}

/** What is left out stays as it is; null is none. */
interface Question {
	readonly query?: LogQuery;
	readonly search?: LogPattern | null;
	readonly near?: number | null;
}

type Step = (reader: Reader) => void;

const questions: fc.Arbitrary<Question> = fc.oneof(
	fc.constant({}),
	fc.record({query: queries}),
	fc.record({search: fc.option(searches)}),
	fc.record({near: fc.option(fc.integer({min: -50, max: 300}))}),
);

const steps: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 6,
		arbitrary: arrivedLines.map(
			(lines): Step =>
				({book}) =>
					book.append(lines),
		),
	},
	{
		weight: 2,
		arbitrary: arrivedLines.map(
			(lines): Step =>
				({book}) =>
					void book.prepend(lines),
		),
	},
	{weight: 1, arbitrary: fc.constant<Step>(({book}) => book.clear())},
	{
		weight: 4,
		arbitrary: fc.nat(20).map(
			(most): Step =>
				({sheet}) =>
					void sheet.work(most),
		),
	},
	{
		weight: 16,
		arbitrary: questions.map(
			(question): Step =>
				reader =>
					reader.asks(question),
		),
	},
);

test('an entry that grows by many lines at once is judged once', () => {
	const book = bookOf('Traceback (most recent call last):');
	const sheet = new LogSheet(book);
	const query = keeping('bad');
	sheet.read(query);
	const judge = vi.spyOn(LogSieve.prototype, 'judge');
	onTestFinished(() => judge.mockRestore());
	write(book, ...Array.from({length: 50}, () => '  File "a.py", line 1'), 'ValueError: bad');
	expect(sheet.read(query).count).toBe(1);
	expect(book.size).toBe(1);
	expect(judge).toHaveBeenCalledTimes(1);
});

test('whatever comes and is asked for, it shows what a naive one shows', () => {
	const property = fc.property(fc.array(steps, {maxLength: 40}), all => {
		const reader = new Reader();
		const {sheet} = reader;
		for (const step of all) {
			step(reader);
			const shown = seqs(sheet);
			expect(shown).toEqual([...new Set(shown)].toSorted((a, b) => Number(a) - Number(b)));
		}
		reader.asks({});
		finish(sheet);
		expect(seqs(sheet)).toEqual(reader.wanted.map(({seq}) => seq));
		expect(hits(sheet)).toEqual(reader.wantedHits);
	});
	fc.assert(property, {numRuns: 500});
});
