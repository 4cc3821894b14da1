import {isRunning} from '../store/program.ts';
import type {State} from '../store/state.ts';
import type {Command} from './command.ts';

const whyNotRunning = (state: State): string | undefined =>
	isRunning(state) ? undefined : 'nothing is running';

/** Only where there are such commands. */
export const showProgram: Command = {
	id: 'program.show',
	title: 'Output of the last command of your own',
	group: 'custom',
	scope: 'global',
	keys: ['ctrl+o'],
	disabled: ({program}) => (program === undefined ? 'none was run yet' : undefined),
	run: ({dispatch}) =>
		dispatch({type: 'overlay/opened', overlay: {kind: 'output', top: Number.MAX_SAFE_INTEGER}}),
};

/** What can be done with a command of the user that runs. */
export const programCommands: readonly Command[] = [
	{
		id: 'output.cancel',
		title: 'Cancel what runs',
		hint: 'cancel',
		group: 'other',
		scope: 'output',
		keys: ['x'],
		footer: 30,
		disabled: whyNotRunning,
		run: ({effects}) => effects.cancelProgram(),
	},
];
