import {expect, test} from 'vitest';
import {addLine, newEntry} from '../../../../source/store/logs/log-entry.ts';
import {aLine} from '../../../helpers/builders.ts';

test('lines are added to one entry and to no other', () => {
	const [first, second] = [1, 2].map(seq => newEntry(seq, undefined, aLine('head', 0)));
	if (first === undefined || second === undefined) throw new Error('no entries');
	addLine(first, aLine('one', 0));
	addLine(first, aLine('two', 0));
	expect(first.more).toEqual([aLine('one', 0), aLine('two', 0)]);
	expect(second.more).toEqual([]);
	expect(newEntry(3, undefined, aLine('head', 0)).more).toEqual([]);
});
