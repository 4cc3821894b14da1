import {directoryExists, readFile} from './files.ts';
import type {Surroundings} from './process.ts';

/** `test` with one or two operands, and `!`; 0 is true. */
export const testExpression = (surroundings: Surroundings, args: readonly string[]): number => {
	if (args[0] === '!') return testExpression(surroundings, args.slice(1)) === 0 ? 1 : 0;
	return isTrue(surroundings, args) ? 0 : 1;
};

const isTrue = (surroundings: Surroundings, args: readonly string[]): boolean => {
	const [first = '', second, third = ''] = args;
	if (args.length === 3) return second === '=' ? first === third : first !== third;
	if (second === undefined) return first !== '';
	switch (first) {
		case '-n':
			return second !== '';
		case '-z':
			return second === '';
		case '-d':
			return directoryExists(surroundings.container, second);
		case '-x':
			return surroundings.findProgram(second) !== undefined;
		case '-e':
		case '-f':
			return (
				readFile(surroundings.container, second) !== undefined ||
				surroundings.findProgram(second) !== undefined
			);
		default:
			return false;
	}
};
