import {describe, expect, test} from 'vitest';
import {planBulk} from '../../../../source/commands/act/plan-bulk.ts';
import type {ActionOutcome} from '../../../../source/model/act/action-outcome.ts';
import {awaitedBy, isEndAwaited, nextOf} from '../../../../source/store/act/bulk-next.ts';
import type {BulkRow, BulkRun} from '../../../../source/store/act/bulk-state.ts';
import {ofProject, startMillis} from '../../../helpers/builders.ts';
import {bulkWords} from '../../../helpers/targets.ts';

type Become = Partial<Pick<BulkRow, 'status' | 'outcome'>>;

/** `api` waits for `db` on that condition. */
const run = (
	verb: 'restart' | 'stop',
	condition: string,
	db: Become,
	api: Become = {},
): BulkRun => {
	const labels = {'com.docker.compose.depends_on': `db:${condition}:true`};
	const containers = [ofProject('shop', 'api', {labels}), ofProject('shop', 'db')];
	const plan = planBulk({verb}, containers, bulkWords(verb, 2));
	const rows = plan.rows.map(
		(row): BulkRow => ({...row, status: 'waiting', ...(row.service === 'shop/db' ? db : api)}),
	);
	return {...plan, rows, startedAtMillis: startMillis, isCancelled: false};
};

const next = (run: BulkRun): string => {
	const {ready, blocked} = nextOf(run);
	return [
		...ready.map(({service}) => service),
		...blocked.map(([{service}, why]) => `${service}: ${why}`),
	].join(', ');
};

const ended = (outcome: ActionOutcome): Become => ({status: 'ended', outcome});
const tookMillis = 1;

describe('what can be done next', () => {
	test('is what waits for nobody', () => {
		expect(next(run('restart', 'service_started', {}))).toBe('shop/db');
	});

	test('is nothing while the engine is at what is needed', () => {
		expect(next(run('restart', 'service_started', {status: 'running'}))).toBe('');
	});

	test.each([
		['service_started', {status: 'settling'}, 'shop/api'],
		['service_healthy', {status: 'settling'}, ''],
		['service_completed_successfully', {status: 'settling'}, ''],
		['service_healthy', ended({kind: 'healthy', tookMillis}), 'shop/api'],
		// Nothing says that it is not well.
		['service_healthy', ended({kind: 'done', tookMillis}), 'shop/api'],
		['service_healthy', ended({kind: 'unchanged'}), 'shop/api'],
		// It was left out.
		['service_healthy', {status: 'ended'}, 'shop/api'],
		['service_started', ended({kind: 'unhealthy', tookMillis}), 'shop/api'],
		['service_healthy', ended({kind: 'unhealthy', tookMillis}), 'shop/api: it needs shop/db'],
		['service_healthy', ended({kind: 'unsettled', tookMillis}), 'shop/api: it needs shop/db'],
		['service_started', ended({kind: 'failed', reason: 'no'}), 'shop/api: it needs shop/db'],
		['service_started', ended({kind: 'unknown', reason: 'no'}), 'shop/api: it needs shop/db'],
		[
			'service_completed_successfully',
			ended({kind: 'ended', exitCode: 1, tookMillis}),
			'shop/api: it needs shop/db',
		],
	] as const)('%s, %o: %s', (condition, db, expected) => {
		expect(next(run('restart', condition, db))).toBe(expected);
	});

	test('of a stop begins with what depends on others, and goes on whatever comes of it', () => {
		expect(next(run('stop', 'service_healthy', {}))).toBe('shop/api');
		expect(next(run('stop', 'service_healthy', {}, {status: 'running'}))).toBe('');
		const failed = ended({kind: 'failed', reason: 'no'});
		expect(next(run('stop', 'service_healthy', {}, failed))).toBe('shop/db');
	});
});

test('says whom a row waits for', () => {
	const begun = run('restart', 'service_healthy', {status: 'settling'});
	const [db, api] = begun.rows as [BulkRow, BulkRow];
	expect(awaitedBy(api, begun)).toEqual({service: 'shop/db', condition: 'service_healthy'});
	expect(awaitedBy(db, begun)).toBeUndefined();
});

test('knows whose end is needed', () => {
	const needed = run('restart', 'service_completed_successfully', {});
	expect(needed.rows.map(row => isEndAwaited(row, needed))).toEqual([true, false]);
	const stopped = run('stop', 'service_completed_successfully', {});
	expect(stopped.rows.map(row => isEndAwaited(row, stopped))).toEqual([false, false]);
});
