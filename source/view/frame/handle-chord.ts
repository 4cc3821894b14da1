import {chooseByKey} from '../../commands/act/menu-commands.ts';
import type {CommandContext} from '../../commands/command.ts';
import {resolveKey} from '../../commands/resolve-key.ts';
import {runCommand} from '../../commands/run-command.ts';
import {activeScopes} from '../../commands/scopes.ts';
import {holdList} from '../../commands/select-row.ts';
import {eraseBefore, openField, retype} from '../../commands/type-text.ts';
import {readLogs} from '../../store/logs/read-logs.ts';
import {columns} from '../panes/list/columns.ts';
import type {Runtime} from '../runtime.ts';
import {editText} from './edit-text.ts';

export type ShownSizes = Pick<
	CommandContext,
	| 'pageRows'
	| 'listRows'
	| 'overlayOverflow'
	| 'isTargetHidden'
	| 'isElsewhere'
	| 'logMoves'
	| 'tabMoves'
	| 'moveBorder'
>;

/** What a key does now: the command of the active scopes, or a character for the open text field. */
export const handleChord = (runtime: Runtime, chord: string, sizes: ShownSizes): void => {
	const context = contextOf(runtime, sizes);
	const command = resolveKey(runtime.keymap.commands, activeScopes(context.state), chord);
	if (command === undefined) typeInto(context, chord);
	else {
		holdList(context);
		runCommand(command, context);
	}
};

/** More than this is no search, and every part of it would be matched with every line. */
const mostPasted = 1000;

/** A paste is text for a field, in one go, and never a row of commands. */
export const handlePaste = (runtime: Runtime, text: string, sizes: ShownSizes): void => {
	const context = contextOf(runtime, sizes);
	const field = openField(context);
	if (field === undefined) return;
	// A character is two units at most.
	const start = text.replaceAll(/\s+/g, ' ').slice(0, 2 * mostPasted);
	retype(context, field, field.text + [...start].slice(0, mostPasted).join(''));
};

/** What a command is run with now. */
export const contextOf = (runtime: Runtime, sizes: ShownSizes): CommandContext => {
	const {store, effects, logs, history} = runtime;
	// It tells of the key before.
	if (store.getState().logs.note !== undefined) store.dispatch({type: 'logs/noted'});
	const state = store.getState();
	return {
		state,
		keymap: runtime.keymap,
		dispatch: store.dispatch,
		effects,
		history,
		nowMillis: runtime.now(),
		zoneOffsetMinutes: runtime.zoneOffsetMinutes,
		...sizes,
		columns,
		logs: readLogs(logs, state),
	};
};

const typeInto = (context: CommandContext, chord: string): void => {
	if (chooseByKey(context, chord)) return;
	const field = openField(context);
	if (field === undefined) return;
	if (chord === 'backspace' && eraseBefore(context, field)) return;
	const text = editText(field.text, chord);
	if (text !== undefined) retype(context, field, text);
};
