import {expect, test} from 'vitest';
import {Automaton} from '../../../../source/model/expression/automaton.ts';
import {LetterClasses} from '../../../../source/model/expression/letter-classes.ts';
import {parseParts} from '../../../../source/model/expression/parse-parts.ts';
import {programOf} from '../../../../source/model/expression/program.ts';

const automaton = (source: string, isBackwards = false): Automaton => {
	const program = programOf(parseParts(source) ?? {kind: 'sequence', parts: []}, isBackwards);
	return new Automaton(program, new LetterClasses(program.letters, false), !isBackwards);
};

test('tells where the match ends that begins first', () => {
	expect(automaton('b+').endOf('abbb bbbbb', 0)).toBe(4);
	expect(automaton('b+?').endOf('abbb bbbbb', 0)).toBe(2);
	expect(automaton('b+').endOf('abbb bbbbb', 4)).toBe(10);
	expect(automaton('c').endOf('ab', 0)).toBeUndefined();
	expect(automaton('^b').endOf('ab', 1)).toBeUndefined();
	expect(automaton('\\bb').endOf('ab b', 1)).toBe(4);
});

test('tells from there where it begins, as far back as it may', () => {
	expect(automaton('b+', true).startOf('abbb', 4, 0)).toBe(1);
	expect(automaton('b+', true).startOf('abbb', 4, 2)).toBe(2);
	expect(automaton('^ab*', true).startOf('abbb', 4, 0)).toBe(0);
	expect(automaton('\\bb+', true).startOf('a bbb', 5, 2)).toBe(2);
	expect(automaton('\\bb+', true).startOf('abbb', 4, 1)).toBeUndefined();
});

test('reads no further than to the end of the first match where any is enough', () => {
	const found = automaton('a+');
	expect(found.isIn(`ba${'a'.repeat(1000)}`)).toBe(true);
	expect(found.steps).toBeLessThan(30);
});
