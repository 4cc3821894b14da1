import {expect, test} from 'vitest';
import {planBulk} from '../../../../source/commands/act/plan-bulk.ts';
import type {ActionOutcome} from '../../../../source/model/act/action-outcome.ts';
import type {BulkRun} from '../../../../source/store/act/bulk-state.ts';
import {countBulk, hasFailed, isUnderWay} from '../../../../source/store/act/bulk-state.ts';
import {exited, ofProject, startMillis} from '../../../helpers/builders.ts';
import {bulkWords} from '../../../helpers/targets.ts';

const outcomes: readonly (ActionOutcome | undefined)[] = [
	{kind: 'done', tookMillis: 1},
	{kind: 'unchanged'},
	{kind: 'unhealthy', tookMillis: 1},
	{kind: 'unknown', reason: 'no answer'},
	{kind: 'cancelled'},
	undefined,
];

const run = (): BulkRun => {
	const containers = [
		...outcomes.map((_, at) => ofProject('shop', `s${at}`)),
		ofProject('shop', 'stopped', exited()),
	];
	const plan = planBulk({verb: 'stop'}, containers, bulkWords('Stop', 6));
	const rows = plan.rows.map((row, at) => {
		const outcome = outcomes[at];
		if (row.skipped !== undefined) return {...row, status: 'ended'} as const;
		return outcome === undefined
			? ({...row, status: 'running'} as const)
			: ({...row, status: 'ended', outcome} as const);
	});
	return {...plan, rows, startedAtMillis: startMillis, isCancelled: false};
};

test('counts what became of those that something is done to', () => {
	expect(countBulk(run())).toEqual({all: 6, ended: 5, done: 2, failed: 2, cancelled: 1});
});

test('counts once', () => {
	const counted = run();
	expect(countBulk(counted)).toBe(countBulk(counted));
});

test('has failed where it is not as it was wanted, or nobody knows', () => {
	expect(run().rows.map(hasFailed)).toEqual([false, false, true, true, false, false, false]);
});

test('is under way until it has ended', () => {
	expect(isUnderWay(undefined)).toBe(false);
	expect(isUnderWay(run())).toBe(true);
	expect(isUnderWay({...run(), endedAtMillis: startMillis})).toBe(false);
});
