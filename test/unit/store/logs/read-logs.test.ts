import {expect, test} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {LogBook} from '../../../../source/store/logs/log-book.ts';
import {LogSheet} from '../../../../source/store/logs/log-sheet.ts';
import {readLogs} from '../../../../source/store/logs/read-logs.ts';
import {aLine, sourceOf, startMillis} from '../../../helpers/builders.ts';
import {stateAfter} from '../../../helpers/user.ts';

test('the sheet shows what the state asks for, and knows what is looked for', () => {
	const book = new LogBook();
	book.append(
		['GET a', 'POST a', 'GET b'].map(text => ({
			source: sourceOf('api'),
			line: aLine(text, startMillis),
		})),
	);
	const state = stateAfter(
		{type: 'logs/queried', query: {keep: [parsePattern('GET')]}},
		{type: 'logs/searched', search: parsePattern('b')},
	);
	const logs = readLogs(new LogSheet(book), state);
	expect([logs.count, logs.hitCount]).toEqual([2, 1]);
});
