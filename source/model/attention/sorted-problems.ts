import {compareProblems} from './find-problems.ts';
import type {Problem} from './problem.ts';

/** How many of the sorted ones stand before it, at least `from`. */
const placeOf = (problem: Problem, many: readonly Problem[], from: number): number => {
	let low = from;
	let high = many.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (compareProblems(many[middle] as Problem, problem) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** Two sorted lists as one: few are put in their places among many. */
export const mergeProblems = (
	few: readonly Problem[],
	many: readonly Problem[],
): readonly Problem[] => {
	if (few.length === 0) return many;
	const parts: (readonly Problem[])[] = [];
	let from = 0;
	for (const problem of few) {
		const place = placeOf(problem, many, from);
		parts.push(many.slice(from, place), [problem]);
		from = place;
	}
	return ([] as Problem[]).concat(...parts, many.slice(from));
};

/** A sorted list without a few that may be in it, sorted too. */
export const withoutProblems = (
	few: readonly Problem[],
	many: readonly Problem[],
): readonly Problem[] => {
	if (few.length === 0) return many;
	const parts: (readonly Problem[])[] = [];
	let from = 0;
	for (const problem of few) {
		const place = placeOf(problem, many, from);
		if (many[place] !== problem) continue;
		parts.push(many.slice(from, place));
		from = place + 1;
	}
	return ([] as Problem[]).concat(...parts, many.slice(from));
};
