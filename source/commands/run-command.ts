import type {Command, CommandContext} from './command.ts';
import {keyText} from './keymap.ts';

/** Runs a command, or says why it cannot be done now. */
export const runCommand = (command: Command, context: CommandContext): void => {
	const refusal = whyRefused(command, context);
	if (refusal === undefined) {
		command.run(context);
		return;
	}
	const {nowMillis: atMillis} = context;
	context.dispatch({type: 'message/added', level: 'info', text: refusal, atMillis});
};

/** The screen does not name what would be acted on. */
export const noRoom = 'make the terminal larger to act';

const whyRefused = (command: Command, context: CommandContext): string | undefined => {
	if (command.needsTarget && context.isElsewhere) return whyElsewhere(context);
	// Nothing in front of it: where this is said there is little room.
	if (command.needsTarget && context.isTargetHidden) return noRoom;
	const reason = command.disabled?.(context.state, context.keymap);
	return reason === undefined ? undefined : `${command.hint ?? command.title}: ${reason}`;
};

const whyElsewhere = ({keymap}: CommandContext): string => {
	const key = keyText(keymap, 'view.dashboard');
	return `no container is shown here${key === undefined ? '' : `; ${key} goes to them`}`;
};
