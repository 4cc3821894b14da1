import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {wholeLog} from '../../../../source/model/logs/log-query.ts';
import {LogBook} from '../../../../source/store/logs/log-book.ts';
import type {ArrivedLine} from '../../../../source/store/logs/log-entry.ts';
import {LogSheet} from '../../../../source/store/logs/log-sheet.ts';
import {aLine, sourceOf, startMillis} from '../../../helpers/builders.ts';

const sources = ['api', 'db', 'web'].map(sourceOf);

/** Lines of all sources in order of time; those that are older are of before its first of the same source. */
const logs = fc
	.array(fc.record({source: fc.constantFrom(...sources), at: fc.nat(50)}), {maxLength: 60})
	.chain(lines =>
		fc.record({
			lines: fc.constant(lines.toSorted((a, b) => a.at - b.at)),
			from: fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)),
		}),
	)
	.map(({lines, from}) => {
		const all = lines.map(({source, at}, index): ArrivedLine & {readonly isOlder: boolean} => ({
			source,
			line: aLine(`line ${index}`, startMillis + at),
			isOlder: at < (from[sources.indexOf(source)] ?? 0),
		}));
		return {older: all.filter(({isOlder}) => isOlder), shown: all.filter(({isOlder}) => !isOlder)};
	});

test('wherever a log begins to be known, with all that is older it is in order', () => {
	const property = fc.property(logs, ({older, shown}) => {
		const book = new LogBook();
		const sheet = new LogSheet(book);
		const query = {...wholeLog, keep: [parsePattern('1')]};
		book.append(shown);
		const before = Array.from({length: book.size}, (_, index) => book.at(index));
		const numbers = before.map(entry => entry?.seq ?? 0);
		sheet.read(query);
		const {lines, moved} = book.prepend(older);
		sheet.read(query);
		expect(lines).toBe(older.length);
		expect(before.map(entry => entry?.seq)).toEqual(numbers.map(seq => moved.get(seq) ?? seq));
		const entries = Array.from({length: book.size}, (_, index) => book.at(index));
		expect(entries).toHaveLength(older.length + shown.length);
		const times = entries.map(entry => entry?.line.atMillis ?? 0);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		const seqs = entries.map(entry => entry?.seq ?? 0);
		expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => a - b));
		const passing = entries.filter(
			each => each?.line.kind === 'line' && each.line.text.includes('1'),
		);
		expect(Array.from({length: sheet.count}, (_, index) => sheet.at(index))).toEqual(passing);
	});
	fc.assert(property, {numRuns: 300});
});

test('lines of one source stay in the order in which they were written, whatever their stamps', () => {
	const [api, db] = sources;
	const book = new LogBook();
	book.append([
		{source: api, line: aLine('api 3', startMillis + 10)},
		{source: db, line: aLine('db', startMillis + 12)},
		{source: api, line: aLine('api 4', startMillis + 30)},
	]);
	book.prepend([
		{source: api, line: aLine('api 1', startMillis)},
		{source: api, line: aLine('api 2', startMillis + 20)},
	]);
	const texts = Array.from({length: book.size}, (_, index) => book.at(index)?.line);
	expect(texts.map(line => line?.kind === 'line' && line.text)).toEqual([
		'api 1',
		'api 2',
		'api 3',
		'db',
		'api 4',
	]);
});
