import type {PaneId, State} from '../../store/state.ts';

/** One place at a time shows that the keys go there; while an overlay is open it is the overlay. */
export const hasKeys = ({frame}: State, pane: PaneId): boolean =>
	frame.focus === pane && frame.overlays.length === 0;
