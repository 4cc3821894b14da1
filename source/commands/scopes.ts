import type {State} from '../store/state.ts';
import type {Scope} from './command.ts';

/** Who is asked for a key, first to last. An overlay leaves nothing to what is below it. */
export const activeScopes = (state: State): readonly Scope[] => {
	const overlay = state.frame.overlays.at(-1);
	if (overlay !== undefined) return [overlay.kind];
	const {view, focus} = state.frame;
	const panes: readonly Scope[] = [view === 'dashboard' ? focus : view, 'global'];
	return state.connection.status === 'lost' ? ['unreachable', ...panes] : panes;
};
