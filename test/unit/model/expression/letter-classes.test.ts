import {expect, test} from 'vitest';
import {LetterClasses} from '../../../../source/model/expression/letter-classes.ts';

const classesOf = (classes: LetterClasses, text: string): readonly number[] =>
	Array.from({length: text.length}, (_, at) => classes.of(text.charCodeAt(at)));

test('letters that are not told apart are of one class', () => {
	const classes = new LetterClasses(['[a-c]', 'é'], false);
	const [a, b, x, y, accent, blank, han, kana] = classesOf(classes, 'abxyé 漢か');
	expect(a).toBe(b);
	expect(x).toBe(y);
	expect(blank).toBe(han);
	expect(han).toBe(kana);
	expect(new Set([a, x, accent, blank]).size).toBe(4);
	expect([classes.is(a ?? -1, 0), classes.is(a ?? -1, 1), classes.is(accent ?? -1, 1)]).toEqual([
		...[true, false, true],
	]);
	expect([classes.isWord(x ?? -1), classes.isWord(accent ?? -1)]).toEqual([true, false]);
});

test('small and large are one where the case does not matter', () => {
	const [a, capital] = classesOf(new LetterClasses(['a'], true), 'aA');
	expect(a).toBe(capital);
	const [small, large] = classesOf(new LetterClasses(['a'], false), 'aA');
	expect(small).not.toBe(large);
});
