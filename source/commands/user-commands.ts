import {fillCommand, type ProgramRequest, type UserCommand} from '../model/user-command.ts';
import {isRunning} from '../store/program.ts';
import {programValues} from '../store/program-values.ts';
import type {State} from '../store/state.ts';
import type {Command, CommandContext, Keymap} from './command.ts';
import {keyText} from './keymap.ts';
import {showProgram} from './program-commands.ts';
import {whyElsewhere} from './why-elsewhere.ts';

const hintLength = 12;

/** The user's own commands as commands of the table; their keys are bound as all others are. */
export const toCommands = (own: readonly UserCommand[]): readonly Command[] =>
	own.length === 0 ? [] : [...own.map(toCommand), showProgram];

const toCommand = (command: UserCommand): Command => ({
	id: command.id,
	title: command.name,
	hint: command.name.slice(0, hintLength),
	group: 'custom',
	scope: 'global',
	keys: [],
	footer: 75,
	needsTarget: command.scope !== 'any',
	acts: !command.asks,
	disabled: (state, keymap) => whyNot(command, state, keymap),
	run: context => start(command, context),
});

const whyNot = ({scope, show}: UserCommand, state: State, keymap: Keymap): string | undefined => {
	if (programValues(state, scope) === undefined) {
		return scope === 'project' ? 'select something of a project' : 'select a container';
	}
	const elsewhere = scope === 'any' ? undefined : whyElsewhere(state, keymap);
	if (elsewhere !== undefined) return elsewhere;
	if (show === 'terminal' || !isRunning(state)) return undefined;
	const key = keyText(keymap, 'program.show');
	return `${state.program?.name} is still running${key === undefined ? '' : `; ${key} shows it`}`;
};

const start = (command: UserCommand, context: CommandContext): void => {
	const {state, dispatch, effects, nowMillis} = context;
	const values = programValues(state, command.scope);
	if (values === undefined) return;
	const request = fillCommand(command, values);
	if ('problem' in request) {
		const text = `${command.name}: ${request.problem}`;
		dispatch({type: 'message/added', level: 'error', text, atMillis: nowMillis});
	} else if (command.asks) ask(request, context);
	else effects.runProgram(request);
};

const ask = (request: ProgramRequest, {dispatch, nowMillis}: CommandContext): void => {
	const confirm = {
		title: `${request.name}?`,
		lines: [`runs: ${request.text}`],
		request: {kind: 'program', ...request},
	} as const;
	dispatch({type: 'overlay/opened', overlay: {kind: 'confirm', confirm, sinceMillis: nowMillis}});
};
