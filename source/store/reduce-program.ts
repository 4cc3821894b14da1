import {maskSecrets} from '../model/secrets.ts';
import type {Action} from './action.ts';
import type {ProgramEnd, ProgramState} from './program.ts';
import type {State} from './state.ts';

/** More of an output is of no use on a screen. */
const maxLines = 5000;

export const reduceProgram = (state: State, action: Action): State => {
	if (action.type === 'program/started') {
		const {name, atMillis: startedAtMillis} = action;
		const text = maskSecrets(action.text);
		return {...state, program: {name, text, startedAtMillis, output: [], dropped: 0}};
	}
	const {program} = state;
	if (program === undefined || program.end !== undefined) return state;
	if (action.type === 'program/written') {
		const lines = action.lines.map(maskSecrets);
		return {...state, program: bounded({...program, output: [...program.output, lines]})};
	}
	if (action.type === 'program/ended') {
		const {end, atMillis: endedAtMillis} = action;
		return {...state, program: {...program, end: covered(end), endedAtMillis}};
	}
	return state;
};

/** Why it could not be run may quote what it was given. */
const covered = (end: ProgramEnd): ProgramEnd =>
	end.kind === 'failed' ? {...end, message: maskSecrets(end.message)} : end;

/** The oldest pieces go; the newest stays whole. */
const bounded = (program: ProgramState): ProgramState => {
	const {output} = program;
	let count = output.reduce((sum, piece) => sum + piece.length, 0);
	let {dropped} = program;
	let start = 0;
	for (; count > maxLines && start < output.length - 1; start++) {
		const size = output[start]?.length ?? 0;
		count -= size;
		dropped += size;
	}
	return {...program, output: start === 0 ? output : output.slice(start), dropped};
};
