import type {Line} from '../../../format/span.ts';
import type {DetailKind} from '../../../store/detail/detail-state.ts';
import type {TabId} from '../../../store/tabs.ts';
import type {Hit} from '../../hit.ts';
import type {View} from '../../view.ts';

/** All that a tab has to show; the pane shows as many of the lines as fit, from where it is scrolled to. */
export interface TabBody {
	/** Stay above the lines, whatever is scrolled: names of columns. */
	readonly head?: readonly Line[];
	readonly lines: readonly Line[];
	/**
	 * On which lines the items begin that a cursor can be on, ascending; each goes on to the next.
	 * Without them there is no cursor.
	 */
	readonly items?: readonly number[];
}

export interface TabSpec {
	/** Its title where there is little room. */
	readonly short: string;
	/** What is loaded while it is on the screen. */
	readonly needs: readonly DetailKind[];
	/** What is loaded only when it was asked for by a key, because it is dear. */
	readonly onDemand?: readonly DetailKind[];
	/** What it is drawn from, by identity; left out: all of the state but the log, focus and scrolling. */
	readonly inputs?: (view: View) => readonly unknown[];
	/** It has a use for the whole width, so that no log stands beside it. */
	readonly fillsWidth?: true;
	/** `height`: rows there are, for what fills them exactly. */
	readonly body: (view: View, width: number, height: number) => TabBody;
	/** At the right of the rule, what matters most first. */
	readonly right?: (view: View) => readonly Line[];
	/** What a click on this line of the body means; `item`: that it belongs to, -1 where there are none. */
	readonly hit?: (view: View, line: number, column: number, item: number) => Hit | undefined;
}

/** The log is drawn by `panes/logs`. */
export type DrawnTab = Exclude<TabId, 'logs'>;
