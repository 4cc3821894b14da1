import {describe, expect, test} from 'vitest';
import {planBulk} from '../../../../source/commands/act/plan-bulk.ts';
import type {ActionOutcome} from '../../../../source/model/act/action-outcome.ts';
import type {BulkRun} from '../../../../source/store/act/bulk-state.ts';
import {bulkLevel, sayBulk, sayResult} from '../../../../source/store/act/say-bulk.ts';
import {ofProject, startMillis} from '../../../helpers/builders.ts';
import {bulkWords} from '../../../helpers/targets.ts';

const done = {kind: 'done', tookMillis: 1200} as const;
const failed = (reason: string): ActionOutcome => ({kind: 'failed', reason});

const plan = (count: number) =>
	planBulk(
		{verb: 'stop'},
		Array.from({length: count}, (_, at) => ofProject('shop', `s${at}`)),
		bulkWords('Stop', count),
	);

const run = (...outcomes: readonly ActionOutcome[]): BulkRun => ({
	...plan(outcomes.length),
	rows: plan(outcomes.length).rows.map((row, at) => ({
		...row,
		...{status: 'ended', outcome: outcomes[at] ?? done},
	})),
	...{startedAtMillis: startMillis, endedAtMillis: startMillis + 2300, isCancelled: false},
});

describe('at the end says', () => {
	test.each([
		[[done, done], 'success', 'stopped 2 containers of project shop in 2.3s'],
		[
			[done, {kind: 'unchanged'}],
			'success',
			'stopped 2 containers of project shop in 2.3s, 1 of them was so already',
		],
		[
			[done, failed('no')],
			'error',
			'stopped 1 of 2 containers of project shop in 2.3s, 1 failed: shop/s1: no',
		],
		[
			[failed('a'), failed('b'), failed('c'), failed('d')],
			'error',
			'stopped 0 of 4 containers of project shop in 2.3s, 4 failed: shop/s0: a; shop/s1: b; and 2 more',
		],
		[
			[done, {kind: 'cancelled'}],
			'info',
			'stopped 1 of 2 containers of project shop in 2.3s, 1 cancelled',
		],
	] as const)('%j: %s: %s', (outcomes, level, text) => {
		const over = run(...outcomes);
		expect([bulkLevel(over), sayBulk(over)]).toEqual([level, text]);
	});
});

test.each([
	[done, 'done in 1.2s'],
	[{kind: 'healthy', tookMillis: 3100}, 'healthy again in 3.1s'],
	[{kind: 'unchanged'}, 'it was so already'],
	[{kind: 'unhealthy', tookMillis: 100}, 'done, but unhealthy after 0.1s'],
	[{kind: 'unsettled', tookMillis: 120_000}, 'done, but not healthy after 120.0s'],
	[{kind: 'unsettled', tookMillis: 1, reason: 'no answer'}, 'done, but health unknown: no answer'],
	[{kind: 'ended', exitCode: 1, tookMillis: 500}, 'done, but ended with 1 after 0.5s'],
	[failed('removal is in progress'), 'removal is in progress'],
	[{kind: 'refused', reason: 'it is gone'}, 'it is gone'],
	[{kind: 'unknown', reason: 'no answer'}, 'not known whether it was done: no answer'],
	[
		{kind: 'unknown', reason: 'no answer', found: 'it is exited'},
		'not known whether it was done: no answer; it is exited',
	],
	[{kind: 'cancelled'}, 'cancelled, nothing was done'],
] as const)('%j: %s', (outcome, words) => {
	expect(sayResult(outcome)).toBe(words);
});
