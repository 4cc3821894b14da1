import {expect, test} from 'vitest';
import {findCrashLoop} from '../../../../source/model/attention/crash-loop.ts';
import {usualLimits} from '../../../../source/model/attention/limits.ts';
import type {Facts} from '../../../../source/model/attention/problem.ts';
import type {Container} from '../../../../source/model/container.ts';
import type {TimelineEntry} from '../../../../source/model/timeline.ts';
import {
	aContainer,
	exited,
	keyOf,
	refOf,
	someDetails,
	startMillis,
} from '../../../helpers/builders.ts';

const minute = 60_000;

const deaths = (...minutesAgo: readonly number[]): readonly TimelineEntry[] =>
	minutesAgo.map((ago, index) => ({
		seq: index + 1,
		atMillis: startMillis - ago * minute,
		key: keyOf('cron'),
		event: {
			kind: 'container.died',
			ref: refOf('cron'),
			atMillis: startMillis - ago * minute,
			exitCode: 1,
		},
	}));

const found = (change: Partial<Container>, recent: readonly TimelineEntry[]) => {
	const facts: Facts = {
		container: aContainer('cron', change),
		...{recent, nowMillis: startMillis, dependencies: [], limits: usualLimits},
	};
	return findCrashLoop(facts);
};

test('three ends in ten minutes, while it runs or is about to', () => {
	const recent = deaths(8, 5, 1);
	expect(found({state: 'restarting'}, recent)?.brief).toBe('crash loop ×3');
	expect(found({state: 'running'}, recent)?.sinceMillis).toBe(startMillis - 8 * minute);
	expect(found(exited(1), recent)).toBeUndefined();
});

test('fewer are none, nor are three in an hour', () => {
	expect(found({state: 'restarting'}, deaths(5, 1))).toBeUndefined();
	expect(found({state: 'running'}, deaths(50, 25, 1))).toBeUndefined();
});

test('the engine has counted more than it remembers', () => {
	const details = someDetails({restartCount: 17, startedAtMillis: startMillis - 5000});
	expect(found({state: 'restarting', details}, [])?.brief).toBe('crash loop ×17');
});

test('since when is told as far as it is known', () => {
	const details = someDetails({restartCount: 17, finishedAtMillis: startMillis - 9000});
	const unseen = found({state: 'restarting', details}, []);
	expect(unseen).toMatchObject({sinceMillis: startMillis - 9000, isOlder: true});
	const seen = found({state: 'restarting', details}, deaths(8, 5, 1));
	expect(seen).toMatchObject({sinceMillis: startMillis - 8 * minute, isOlder: true});
	const whole = found(
		{state: 'restarting', details: someDetails({restartCount: 3})},
		deaths(8, 5, 1),
	);
	expect(whole).not.toHaveProperty('isOlder');
});
