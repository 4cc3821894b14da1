import type {ContainerKey} from '../model/ids.ts';
import {hasOwnTarget, keyOfRow, targetRow} from '../store/page-target.ts';
import type {CommandContext} from './command.ts';

/** The container in the list, selected; the way back leads to the screen it was chosen on. */
export const showContainer = (
	{state, dispatch}: Pick<CommandContext, 'state' | 'dispatch'>,
	key: ContainerKey,
): void => {
	const {view} = state.frame;
	dispatch({type: 'list/revealed', key});
	if (view !== 'dashboard') {
		dispatch({type: 'frame/view-chosen', view: 'dashboard', returnsTo: view});
	}
	dispatch({type: 'frame/focused', pane: 'list'});
};

/** The list with what keys act on: a tab of it can only be seen there. The way back leads to this screen. */
export const showTarget = (context: Pick<CommandContext, 'state' | 'dispatch'>): void => {
	const {state, dispatch} = context;
	const {view} = state.frame;
	const row = hasOwnTarget(state) ? targetRow(state) : undefined;
	const key = row && keyOfRow(row);
	if (key !== undefined) showContainer(context, key);
	else if (view !== 'dashboard') {
		dispatch({type: 'frame/view-chosen', view: 'dashboard', returnsTo: view});
	}
};
