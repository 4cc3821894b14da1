import process from 'node:process';
import {test} from 'vitest';
import {parsePattern} from '../../source/model/logs/log-pattern.ts';
import {type LogQuery, wholeLog} from '../../source/model/logs/log-query.ts';
import type {LogSourceId} from '../../source/model/logs/log-source.ts';
import {LogBook} from '../../source/store/logs/log-book.ts';
import type {ArrivedLine} from '../../source/store/logs/log-entry.ts';
import {LogSheet} from '../../source/store/logs/log-sheet.ts';
import {startMillis} from './bench-world.ts';
import {measure} from './measure.ts';

// What it costs to keep a log and to find something in it: 100,000 lines of 80 characters, of which
// one in a hundred is an error. A key has to be answered within a frame, 16 ms.

const many = 100_000;
const sources = Array.from({length: 10}, (_, index) => `["local","api-${index}"]` as LogSourceId);

/** Its own text in memory, as of a line that came from an engine. */
const textOf = (index: number): string => {
	const level = index % 100 === 50 ? 'ERROR' : 'INFO ';
	const text = `${level} GET /v1/items/${index} 200 12ms user=${index % 977} request=`;
	return Buffer.from(text.padEnd(80, 'abcdef0123456789')).toString('latin1');
};

const lineOf = (index: number, count = sources.length): ArrivedLine => {
	const atMillis = startMillis + index;
	const stamp = Buffer.from(new Date(atMillis).toISOString().replace('Z', '123456Z'));
	return {
		source: sources[index % count],
		line: {kind: 'line', stream: 'stdout', atMillis, stamp: `${stamp}`, text: textOf(index)},
	};
};

const linesOf = (count: number, sourceCount?: number): readonly ArrivedLine[] =>
	Array.from({length: count}, (_, index) => lineOf(index, sourceCount));

const lots = {sourceLines: many, allBytes: 2 ** 30, sourceBytes: 2 ** 30};

test('memory of a line', () => {
	const heapBytes = (): number => {
		globalThis.gc?.();
		return process.memoryUsage().heapUsed;
	};
	// Filled by batches, as it happens; what came in a batch is forgotten but for the lines themselves.
	const fill = (book: LogBook): void => {
		for (let batch = 0; batch < many / 100; batch++) {
			book.append(Array.from({length: 100}, (_, index) => lineOf(batch * 100 + index)));
		}
	};
	const before = heapBytes();
	const book = new LogBook(lots);
	fill(book);
	const bytes = (heapBytes() - before) / book.size;
	process.stdout.write(
		`\nmemory of a line of 80 characters: ${bytes.toFixed(0)} bytes, counted as ${(book.bytes / book.size).toFixed(0)}${globalThis.gc ? '' : ' (without --expose-gc)'}\n`,
	);
}, 60_000);

test('cost of keeping a log', async () => {
	const oneSource = linesOf(many, 1);
	const tenSources = linesOf(many);
	const singles = oneSource.map(line => [line]);
	const full = new LogBook();
	full.append(tenSources);
	const few = {rounds: 15};
	let at = 0;
	const older = linesOf(5000);
	await measure('100,000 lines into the book', [
		// 1.5 µs a line to keep it and to drop another one, and 1 to understand it.
		{
			name: 'at once, one source',
			budgetMillis: 300,
			run: () => new LogBook().append(oneSource),
			...few,
		},
		{
			name: 'at once, ten sources',
			budgetMillis: 300,
			run: () => new LogBook().append(tenSources),
			...few,
		},
		{
			name: 'one by one, one source',
			budgetMillis: 300,
			run: () => {
				const book = new LogBook();
				for (const line of singles) book.append(line);
			},
			...few,
		},
	]);
	await measure('a book of 100,000 lines that is full', [
		{
			name: '1,000 more lines',
			budgetMillis: 4,
			run: () => {
				at = (at + 1000) % 90_000;
				full.append(tenSources.slice(at, at + 1000));
				return full.at(50_000);
			},
		},
		{
			name: '5,000 lines, and 5,000 older',
			budgetMillis: 25,
			run: () => {
				const book = new LogBook();
				book.append(older);
				book.prepend(older);
			},
			rounds: 60,
		},
	]);
}, 300_000);

test('cost of finding something', async () => {
	const book = new LogBook(lots);
	book.append(linesOf(many));
	const sheet = new LogSheet(book);
	let turn = 0;
	const other = <T>(values: readonly T[]): T => values[turn++ % values.length] as T;
	const keeping = (...texts: readonly string[]): readonly LogQuery[] =>
		texts.map(text => ({...wholeLog, keep: [parsePattern(text)]}));
	const frequent = keeping('user=1', 'user=2');
	const rare = keeping('items/5017 ', 'items/99 ');
	const regular = keeping('/(timeout|refused|\\s500\\s)/', '/user=\\d*77 .*[0-9]f/');
	const searches = [parsePattern('user=1'), parsePattern('user=2')];
	const finish = (): void => {
		while (!sheet.isComplete) sheet.work(250);
	};
	const first = (queries: readonly LogQuery[]) => () => sheet.read(other(queries), searches[0]);
	const all = (queries: readonly LogQuery[]) => () => {
		sheet.read(other(queries), searches[0]);
		finish();
	};
	const few = {rounds: 30};
	await measure('first answer of a new query, 100,000 lines', [
		{name: 'many pass', budgetMillis: 16, run: first(frequent), ...few},
		{name: 'few pass', budgetMillis: 16, run: first(rare), ...few},
		{name: 'regular expression', budgetMillis: 16, run: first(regular), ...few},
		{
			name: 'level',
			budgetMillis: 16,
			run: first([
				{...wholeLog, leastLevel: 'error'},
				{...wholeLog, leastLevel: 'warn'},
			]),
			...few,
		},
		{name: 'search', budgetMillis: 16, run: () => sheet.read(wholeLog, other(searches)), ...few},
	]);
	await measure('the whole answer', [
		{name: 'many pass', budgetMillis: 150, run: all(frequent), ...few},
		{name: 'few pass', budgetMillis: 150, run: all(rare), ...few},
		{name: 'regular expression', budgetMillis: 300, run: all(regular), ...few},
		{
			name: 'search',
			budgetMillis: 150,
			run: () => {
				sheet.read(wholeLog, other(searches));
				finish();
			},
			...few,
		},
	]);
	const query = frequent[0] as LogQuery;
	const search = searches[0];
	sheet.read(query, search);
	finish();
	let seq = 0;
	const thousand = linesOf(1000);
	await measure('while it is shown', [
		{
			name: 'n and N, with the count',
			budgetMillis: 16,
			run: () => {
				seq = sheet.nextHit(seq, 1)?.seq ?? 0;
				return [sheet.hitsBefore(seq), sheet.hitCount, sheet.nextHit(seq, -1)];
			},
		},
		{
			name: '1,000 more lines, filtered',
			budgetMillis: 8,
			run: () => {
				book.append(thousand);
				return sheet.read(query, search).at(sheet.count - 1);
			},
		},
		{
			name: 'nothing new',
			budgetMillis: 0.1,
			run: () => sheet.read(query, search).at(0),
			rounds: 1000,
		},
	]);
}, 300_000);
