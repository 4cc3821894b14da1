import {expect, test} from 'vitest';
import {
	type ActionOutcome,
	outcomeLevel,
	sayOutcome,
} from '../../../../source/model/act/action-outcome.ts';
import type {ContainerAction} from '../../../../source/model/act/container-action.ts';

const restart: ContainerAction = {verb: 'restart'};
const tookMillis = 3100;

test.each<readonly [ActionOutcome, string]>([
	[{kind: 'done', tookMillis}, 'success: restarted shop/api in 3.1s'],
	[{kind: 'unchanged'}, 'info: shop/api was already restarted'],
	[{kind: 'healthy', tookMillis}, 'success: restarted shop/api, healthy again in 3.1s'],
	[{kind: 'unhealthy', tookMillis}, 'error: restarted shop/api, but unhealthy after 3.1s'],
	[{kind: 'unsettled', tookMillis}, 'error: restarted shop/api, but not healthy after 3.1s'],
	[
		{kind: 'unsettled', tookMillis, reason: 'no answer'},
		'error: restarted shop/api, but health unknown: no answer',
	],
	[{kind: 'ended', tookMillis}, 'error: restarted shop/api, but ended after 3.1s'],
	[
		{kind: 'ended', tookMillis, exitCode: 1},
		'error: restarted shop/api, but ended with 1 after 3.1s',
	],
	[{kind: 'failed', reason: 'cannot kill'}, 'error: restart shop/api failed: cannot kill'],
	[
		{kind: 'unknown', reason: 'no answer', found: 'it is running now'},
		'error: restart shop/api: outcome unknown, it is running now (no answer)',
	],
	[
		{kind: 'unknown', reason: 'no answer'},
		'error: restart shop/api: outcome unknown, look at it when the engine answers (no answer)',
	],
	[{kind: 'refused', reason: 'it is gone'}, 'error: restart shop/api refused: it is gone'],
	[{kind: 'cancelled'}, 'info: restart shop/api cancelled'],
])('%j is told as %s', (outcome, told) => {
	expect(`${outcomeLevel(outcome)}: ${sayOutcome(restart, 'shop/api', outcome)}`).toBe(told);
});

test.each<readonly [ContainerAction, string]>([
	[{verb: 'kill'}, 'killed db in 0.0s'],
	[{verb: 'kill', signal: 'SIGHUP'}, 'sent SIGHUP to db in 0.0s'],
	[{verb: 'rename', name: 'old'}, 'renamed db to old in 0.0s'],
	[{verb: 'update', limits: {pids: 5}}, 'updated db in 0.0s'],
	[{verb: 'remove', volumes: true}, 'removed db in 0.0s'],
])('%j says what was done', (action, told) => {
	expect(sayOutcome(action, 'db', {kind: 'done', tookMillis: 12})).toBe(told);
});
