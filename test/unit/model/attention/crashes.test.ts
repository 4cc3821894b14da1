import {expect, test} from 'vitest';
import {crashLoop, wasStopped} from '../../../../source/model/attention/crashes.ts';
import type {TimelineEntry} from '../../../../source/model/timeline.ts';
import {refOf, startMillis} from '../../../helpers/builders.ts';

const minute = 60_000;

const at = (minutes: number, action: 'died' | 'kill'): TimelineEntry => {
	const when = {ref: refOf('api'), atMillis: startMillis + minutes * minute};
	return {
		seq: 1,
		atMillis: when.atMillis,
		event:
			action === 'died'
				? {kind: 'container.died', ...when}
				: {kind: 'container.changed', ...when, action},
	};
};

const loop = (minutes: readonly number[], now: number, fewest = 3) => {
	const found = crashLoop(
		minutes.map(each => at(each, 'died')),
		startMillis + now * minute,
		fewest,
	);
	return found && [found.count, (found.sinceMillis - startMillis) / minute];
};

test.each([
	[[0, 1, 2], 2, [3, 0]],
	[[0, 1], 2, undefined],
	[[0, 1, 2], 10, undefined],
	// It goes on for longer than ten minutes.
	[[0, 4, 8, 12, 16], 16, [5, 0]],
	// An earlier crash has nothing to do with it.
	[[0, 30, 31, 32], 33, [3, 30]],
	[[], 0, undefined],
])('%j, after %i minutes', (minutes, now, found) => {
	expect(loop(minutes, now)).toEqual(found);
});

test('so many are a loop as the user takes for one', () => {
	expect(loop([0, 1], 2, 2)).toEqual([2, 0]);
	expect(loop([0, 1, 2], 3, 4)).toBeUndefined();
	expect(loop([0, 1, 2, 3], 3, 4)).toEqual([4, 0]);
});

test('whether it was told to end', () => {
	expect(wasStopped([at(0, 'kill'), at(0.1, 'died')])).toBe(true);
	expect(wasStopped([at(0, 'kill'), at(1, 'died')])).toBe(false);
	expect(wasStopped([at(0, 'kill'), at(0.1, 'died'), at(5, 'died')])).toBe(false);
	expect(wasStopped([at(0, 'died')])).toBe(false);
	expect(wasStopped([])).toBe(false);
});
