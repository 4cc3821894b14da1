import type {Action} from '../../store/action.ts';
import type {State} from '../../store/state.ts';
import type {Command, CommandContext} from '../command.ts';
import {placeName} from '../place-scopes.ts';
import {noRoom, runCommand} from '../run-command.ts';
import {holdMillis} from '../select-row.ts';
import type {Entry} from './entry.ts';
import {revealContainer, revealGroup} from './reveal.ts';
import {after, wayTo, wayToTab, withoutOverlays} from './way-to.ts';

type Refusing = Pick<CommandContext, 'state' | 'keymap' | 'isTargetHidden'>;

/** Why an entry cannot be run or gone to now, in words; undefined when it can. */
export const whyNot = (
	entry: Entry,
	{state, keymap, isTargetHidden}: Refusing,
): string | undefined => {
	switch (entry.kind) {
		case 'command':
		case 'view': {
			const there = stateAt(withoutOverlays(state), entry.command);
			if (there === undefined) return whyNoWay(entry.command);
			if (entry.command.needsTarget && isTargetHidden) return noRoom;
			return entry.command.disabled?.(there, keymap);
		}
		case 'container':
			return state.containers.byKey.has(entry.key) ? undefined : 'it is gone';
		default:
			return undefined;
	}
};

const whyNoWay = ({scope}: Command): string =>
	scope === 'unreachable'
		? 'the engine answers'
		: `works only where ${placeName(scope)} has the keys`;

/** Goes to where the command is at home, and runs it there; goes to whatever else it is. */
export const runEntry = (entry: Entry, context: CommandContext): void => {
	const behind = [
		{type: 'overlay/closed'},
		{type: 'entry/used', id: entry.id},
	] as const satisfies readonly Action[];
	const state = after(context.state, behind);
	for (const action of [...behind, ...wayToEntry(state, entry)]) context.dispatch(action);
	if (entry.kind !== 'command' && entry.kind !== 'view') {
		context.dispatch({type: 'list/held', untilMillis: context.nowMillis + holdMillis});
		return;
	}
	runCommand(entry.command, {...context, state: stateAt(state, entry.command) ?? state});
};

const wayToEntry = (state: State, entry: Entry): readonly Action[] => {
	switch (entry.kind) {
		case 'command':
		case 'view':
			return wayTo(state, entry.command.scope) ?? [];
		case 'tab':
			return wayToTab(state, entry.tab);
		case 'group':
			return revealGroup(state, entry.group.id);
		case 'container':
			return revealContainer(state, entry.key);
	}
};

/** As it is where a command is at home. */
const stateAt = (state: State, {scope}: Command): State | undefined => {
	const way = wayTo(state, scope);
	return way && after(state, way);
};
