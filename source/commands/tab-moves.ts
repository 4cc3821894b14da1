import type {LogPattern} from '../model/logs/log-pattern.ts';
import type {TabPlace} from '../store/detail/detail-state.ts';

/**
 * Where the open tab may be scrolled to. The screen knows it, because it knows the rows. All of it is of
 * the state as it is when asked.
 */
export interface TabMoves {
	/** Moved by so many rows: the cursor where the tab has one, else what is in sight. */
	by(rows: number): TabPlace;
	/** The next place behind (1) or before (-1) the present one where this is found; `isHere`: or here. */
	toHit(pattern: LogPattern, direction: 1 | -1, isHere?: boolean): TabPlace | undefined;
	/** The item that the cursor is on; undefined where there is none. */
	item(): number | undefined;
}
