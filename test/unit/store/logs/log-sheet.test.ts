import {expect, test} from 'vitest';
import {wholeLog} from '../../../../source/model/logs/log-query.ts';
import {LogBook} from '../../../../source/store/logs/log-book.ts';
import {LogSheet} from '../../../../source/store/logs/log-sheet.ts';
import {aLine, sourceOf} from '../../../helpers/builders.ts';

const source = sourceOf('api');

test('shows what the book holds, also what comes later', () => {
	const book = new LogBook();
	const sheet = new LogSheet(book);
	expect(sheet.read(wholeLog).count).toBe(0);
	book.append([{source, line: aLine('one', 0)}]);
	expect(sheet.read(wholeLog).at(0)?.line).toMatchObject({text: 'one'});
	book.append([{source, line: aLine('two', 0)}]);
	expect(sheet.read(wholeLog).count).toBe(2);
});

test('finds the place of an entry, and the next where it is not there', () => {
	const book = new LogBook();
	book.append(['one', 'two', 'three'].map(text => ({source, line: aLine(text, 0)})));
	const sheet = new LogSheet(book).read(wholeLog);
	expect([0, 1, 2, 3, 9].map(seq => sheet.indexOf(seq))).toEqual([0, 0, 1, 2, 3]);
});
