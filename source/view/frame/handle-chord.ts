import type {CommandContext} from '../../commands/command.ts';
import {commandTable} from '../../commands/command-table.ts';
import {resolveKey} from '../../commands/resolve-key.ts';
import {runCommand} from '../../commands/run-command.ts';
import {activeScopes} from '../../commands/scopes.ts';
import {eraseBefore, openField, retype} from '../../commands/type-text.ts';
import {readLogs} from '../../store/logs/read-logs.ts';
import type {Runtime} from '../runtime.ts';
import {editText} from './edit-text.ts';

export type ShownSizes = Pick<
	CommandContext,
	'pageRows' | 'overlayOverflow' | 'isTargetHidden' | 'logMoves'
>;

/** What a key does now: the command of the active scopes, or a character for the open text field. */
export const handleChord = (runtime: Runtime, chord: string, sizes: ShownSizes): void => {
	const {store, effects, logs} = runtime;
	const state = store.getState();
	const command = resolveKey(commandTable, activeScopes(state), chord);
	const context: CommandContext = {
		state,
		dispatch: store.dispatch,
		effects,
		nowMillis: runtime.now(),
		zoneOffsetMinutes: runtime.zoneOffsetMinutes,
		...sizes,
		logs: readLogs(logs, state),
	};
	if (command === undefined) typeInto(context, chord);
	else runCommand(command, context);
};

const typeInto = (context: CommandContext, chord: string): void => {
	const field = openField(context);
	if (field === undefined) return;
	if (chord === 'backspace' && eraseBefore(context, field)) return;
	const text = editText(field.text, chord);
	if (text !== undefined) retype(context, field, text);
};
