import type {Command, CommandContext} from './command.ts';

/** Runs a command, or says why it cannot be done now. */
export const runCommand = (command: Command, context: CommandContext): void => {
	const reason = command.disabled?.(context.state);
	if (reason === undefined) {
		command.run(context);
		return;
	}
	const text = `${command.hint ?? command.title}: ${reason}`;
	context.dispatch({type: 'message/added', level: 'info', text, atMillis: context.nowMillis});
};
