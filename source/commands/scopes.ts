import type {State} from '../store/state.ts';
import type {Scope} from './command.ts';

/** Who is asked for a key, first to last. An overlay leaves nothing to what is below it. */
export const activeScopes = (state: State): readonly Scope[] => {
	const overlay = state.frame.overlays.at(-1);
	if (overlay !== undefined) return [overlay.kind];
	const panes: readonly Scope[] = [...paneScopes(state.frame), 'global'];
	return state.connection.status === 'lost' ? ['unreachable', ...panes] : panes;
};

const paneScopes = ({view, focus, tab}: State['frame']): readonly Scope[] => {
	if (view !== 'dashboard') return [view];
	return focus === 'logs' && tab !== 'logs' ? [`tab:${tab}`, 'tab'] : [focus];
};
