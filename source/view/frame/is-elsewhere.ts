import type {State} from '../../store/state.ts';
import {pageOf} from './paint-area.ts';

/** What is shown, or told, is no container: a key must not act on what has not been named. */
export const isElsewhere = (state: State): boolean =>
	state.frame.overlays.length === 0 && pageOf(state)?.showsTarget === false;
