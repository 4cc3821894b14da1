import type {Container} from '../../model/container.ts';
import {refKey} from '../../model/ids.ts';
import {hasOwnTarget} from '../page-target.ts';
import {selectedContainers} from '../select-target.ts';
import type {State} from '../state.ts';
import type {ActionTarget} from './action-request.ts';

/**
 * What every action acts on: the marked containers where there are any, else the selection, of which a
 * heading is all its containers. A screen with a list of its own has no marks.
 */
export const actedOn = (state: State): readonly Container[] => {
	if (!actsOnMarks(state)) return selectedContainers(state);
	const {containers, list} = state;
	return [...list.marked].flatMap(key => containers.byKey.get(key) ?? []);
};

export const actsOnMarks = (state: State): boolean =>
	state.list.marked.size > 0 && !hasOwnTarget(state);

/** Those that are still there, as they are now. */
export const stillThere = (
	{containers}: State,
	targets: readonly ActionTarget[],
): readonly Container[] => targets.flatMap(({ref}) => containers.byKey.get(refKey(ref)) ?? []);
