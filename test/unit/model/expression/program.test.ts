import {expect, test} from 'vitest';
import {parseParts} from '../../../../source/model/expression/parse-parts.ts';
import {type Program, programOf} from '../../../../source/model/expression/program.ts';

const program = (source: string, isBackwards = false): Program =>
	programOf(parseParts(source) ?? {kind: 'sequence', parts: []}, isBackwards);

/** Letters from the start on, as long as there is one way. */
const straight = ({steps, start, letters}: Program): string => {
	let text = '';
	for (let step = steps[start]; step?.kind === 'letter'; step = steps[step.next])
		text += letters[step.letter];
	return text;
};

test('goes through the letters, or through them from the end', () => {
	expect(straight(program('abc'))).toBe('abc');
	expect(straight(program('abc', true))).toBe('cba');
	expect(straight(program('a{3}b', true))).toBe('baaa');
	expect(program('aba').letters.toSorted()).toEqual(['a', 'b']);
});

test('the start of what is read backwards is the end', () => {
	const edges = ({steps}: Program) =>
		steps.flatMap(step => (step.kind === 'edge' ? [step.edge] : []));
	expect(edges(program('^a\\b'))).toEqual(['word', 'start']);
	expect(edges(program('^a\\b', true))).toEqual(['end', 'word']);
});

test('what is wanted more often comes first', () => {
	const first = (source: string): string | undefined => {
		const {steps, start} = program(source);
		const fork = steps[start];
		return fork?.kind === 'fork' ? steps[fork.first]?.kind : undefined;
	};
	expect(first('a*')).toBe('letter');
	expect(first('a*?')).toBe('match');
	expect(first('a{0,3}')).toBe('letter');
});
