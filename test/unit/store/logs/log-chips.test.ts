import {expect, test} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import type {Action} from '../../../../source/store/action.ts';
import {hidingChips, logChips, withoutChip} from '../../../../source/store/logs/log-chips.ts';
import {sourceOf} from '../../../helpers/builders.ts';
import {stateAfter} from '../../../helpers/user.ts';

const sources = new Map(
	['api', 'db'].map(name => [sourceOf(name), {name, status: {kind: 'following'}} as const]),
);

const everything: readonly Action[] = [
	{type: 'logs/changed', status: {kind: 'following'}, sources},
	{
		type: 'logs/queried',
		query: {
			keep: [parsePattern('timeout'), parsePattern('pool')],
			exclude: [parsePattern('GET')],
			leastLevel: 'warn',
			stream: 'stderr',
			// One of them is no longer there.
			muted: new Set([sourceOf('db'), sourceOf('gone')]),
		},
	},
	{type: 'logs/reached-back', backMillis: 900_000},
];

test('there is one for each thing that hides a part of the log', () => {
	const {logs} = stateAfter(...everything);
	expect(logChips(logs).map(({kind}) => kind)).toEqual([
		...['keep', 'keep', 'exclude', 'level', 'stream', 'muted', 'since'],
	]);
	expect(logChips(logs)).toContainEqual({kind: 'muted', count: 1});
	expect(hidingChips(logs)).toHaveLength(6);
	expect(logChips(stateAfter().logs)).toEqual([]);
});

test('each can be taken away, and the others stay', () => {
	const {logs} = stateAfter(...everything);
	const chips = logChips(logs);
	for (const chip of chips) {
		const after = stateAfter(...everything, withoutChip(logs, chip)).logs;
		expect(logChips(after)).toEqual(chips.filter(each => each !== chip));
	}
});
