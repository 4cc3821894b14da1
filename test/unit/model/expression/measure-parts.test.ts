import {expect, test} from 'vitest';
import {holdsOther, sizeOf, waysOf} from '../../../../source/model/expression/measure-parts.ts';
import {type Part, parseParts} from '../../../../source/model/expression/parse-parts.ts';
import {programOf} from '../../../../source/model/expression/program.ts';

const partsOf = (source: string): Part => {
	const whole = parseParts(source);
	if (whole === undefined) throw new Error(source);
	return whole;
};

const endless = Number.POSITIVE_INFINITY;

test.each([
	['abc', 1],
	['a|b|c', 3],
	['(a|b)(c|d)', 4],
	['a?b?', 4],
	['a{2,4}', 3],
	['(a|b){3}', 8],
	['a{40}', 1],
	['a*', endless],
	['(a|b)+', endless],
	['(a*){0}', 1],
	['a(?!b|c)', 2],
])('%s fits in %s ways, and its size is no less than that of its program', (source, ways) => {
	expect(waysOf(partsOf(source))).toBe(ways);
	expect(sizeOf(partsOf(source)) + 1).toBeGreaterThanOrEqual(
		programOf(partsOf(source), false).steps.length,
	);
});

test('what the language alone can do is found wherever it stands', () => {
	expect(holdsOther(partsOf('a(b|(c(?=d))+)'))).toBe(true);
	expect(holdsOther(partsOf('a(b|(c(?:d))+)'))).toBe(false);
});
