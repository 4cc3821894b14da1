import {expect, test} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {wholeLog} from '../../../../source/model/logs/log-query.ts';
import {LogBook} from '../../../../source/store/logs/log-book.ts';
import {LogSheet} from '../../../../source/store/logs/log-sheet.ts';
import {noLogs} from '../../../../source/store/logs/logs-state.ts';
import {shownMarks} from '../../../../source/store/logs/shown-marks.ts';
import {aLine, sourceOf} from '../../../helpers/builders.ts';

test('marks of what is hidden, dropped or not there yet are left out', () => {
	const book = new LogBook({sourceLines: 3});
	const source = sourceOf('api');
	book.append(['a', 'b', 'c', 'd', 'e'].map(text => ({source, line: aLine(text, 0)})));
	const state = {...noLogs, marks: new Set([1, 3, 4, 9])};
	const sheet = new LogSheet(book);
	expect(shownMarks(state, sheet.read(wholeLog))).toEqual([3, 4]);
	const query = {...wholeLog, exclude: [parsePattern('c')]};
	expect(shownMarks(state, sheet.read(query))).toEqual([4]);
});
