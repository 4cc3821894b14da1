import {expect, test} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import {changedQuery, wholeLog} from '../../../../source/model/logs/log-query.ts';

test('what is not named stays, and what is undefined is asked for no more', () => {
	const keep = [parsePattern('a')];
	const asked = changedQuery(wholeLog, {keep, stream: 'stderr', leastLevel: 'warn'});
	expect(asked).toEqual({...wholeLog, keep, stream: 'stderr', leastLevel: 'warn'});
	expect(changedQuery(asked, {stream: undefined})).toEqual({...wholeLog, keep, leastLevel: 'warn'});
	expect(changedQuery(asked, {stream: undefined, leastLevel: undefined, keep: []})).toEqual(
		wholeLog,
	);
});
