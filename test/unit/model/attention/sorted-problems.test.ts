import {expect, test} from 'vitest';
import {compareProblems, problemsOf} from '../../../../source/model/attention/find-problems.ts';
import {usualLimits} from '../../../../source/model/attention/limits.ts';
import {
	mergeProblems,
	withoutProblems,
} from '../../../../source/model/attention/sorted-problems.ts';
import {aContainer, exited, someDetails, startMillis} from '../../../helpers/builders.ts';

const all = Array.from({length: 30}, (_, index) =>
	problemsOf({
		container: aContainer(`batch-${index}`, {
			...exited(index % 3 === 0 ? 137 : 1),
			details: someDetails({finishedAtMillis: startMillis - (index % 7) * 1000}),
		}),
		...{recent: [], dependencies: [], nowMillis: startMillis, limits: usualLimits},
	}),
)
	.flat()
	.toSorted(compareProblems);

const every = (step: number, from = 0) => all.filter((_, index) => index % step === from);

test.each([2, 3, 7, 30])('one in %i is put in its place', step => {
	const few = every(step);
	const many = all.filter(problem => !few.includes(problem));
	expect(mergeProblems(few, many)).toEqual(all);
	expect(withoutProblems(few, all)).toEqual(many);
});

test('none changes nothing, and what is not there is not missed', () => {
	expect(mergeProblems([], all)).toBe(all);
	expect(withoutProblems([], all)).toBe(all);
	expect(mergeProblems(all, [])).toEqual(all);
	expect(withoutProblems(every(2), every(2, 1))).toEqual(every(2, 1));
});
