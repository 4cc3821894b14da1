import type {CommandContext} from '../../commands/command.ts';
import {commandTable} from '../../commands/command-table.ts';
import {resolveKey} from '../../commands/resolve-key.ts';
import {runCommand} from '../../commands/run-command.ts';
import {activeScopes} from '../../commands/scopes.ts';
import type {Runtime} from '../runtime.ts';
import {editText} from './edit-text.ts';

export type ShownSizes = Pick<CommandContext, 'pageRows' | 'overlayOverflow' | 'isTargetHidden'>;

/** What a key does now: the command of the active scopes, or a character for the open text field. */
export const handleChord = (runtime: Runtime, chord: string, sizes: ShownSizes): void => {
	const {store, effects, logs} = runtime;
	const state = store.getState();
	const command = resolveKey(commandTable, activeScopes(state), chord);
	if (command === undefined) {
		typeInto(runtime, chord);
		return;
	}
	const {query, search, held} = state.logs;
	const context: CommandContext = {
		state,
		dispatch: store.dispatch,
		effects,
		nowMillis: runtime.now(),
		...sizes,
		logs: logs.read(query, search, held?.seq),
	};
	runCommand(command, context);
};

const typeInto = ({store}: Runtime, chord: string): void => {
	const overlay = store.getState().frame.overlays.at(-1);
	if (overlay?.kind !== 'filter') return;
	const text = editText(overlay.text, chord);
	if (text === undefined) return;
	store.dispatch({type: 'overlay/changed', overlay: {...overlay, text}});
	store.dispatch({type: 'list/filtered', text});
};
