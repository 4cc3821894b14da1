import type {LogEntry} from '../store/logs/log-entry.ts';
import type {LogHeld} from '../store/logs/logs-state.ts';

/**
 * Where the cursor of the log may go. The screen knows it, because it depends on how many rows each
 * entry takes there. All of it is of the state as it is when asked, not as it was when the key came.
 */
export interface LogMoves {
	/** Under the cursor; the last one while following. Undefined where there is none. */
	entry(): LogEntry | undefined;
	/** Those of which a row is on the screen, the uppermost first. */
	inSight(): readonly LogEntry[];
	/** Each of these answers where it is then held; undefined: behind the last entry, so it follows. */
	up(): LogHeld | undefined;
	down(): LogHeld | undefined;
	pageUp(): LogHeld | undefined;
	pageDown(): LogHeld | undefined;
	first(): LogHeld | undefined;
	/** So many rows towards the end, negative to the beginning; the cursor stays on its entry while that is in sight. */
	scroll(rows: number): LogHeld | undefined;
	/** On this entry, or the next one that is there, scrolled as little as needed to show it whole. */
	to(seq: number): LogHeld | undefined;
	/** True where a line in sight goes on behind the right edge. */
	hasMoreRight(): boolean;
}
