import type {Keymap} from '../commands/command.ts';
import type {Line} from '../format/span.ts';
import type {Symbols} from '../format/symbols.ts';
import type {History} from '../store/history.ts';
import type {LogSheet} from '../store/logs/log-sheet.ts';
import type {State} from '../store/state.ts';
import type {SizeClass} from './frame/layout.ts';

/** All that a pane is drawn from. Drawing reads it and changes nothing. */
export interface View {
	readonly state: State;
	readonly history: History;
	readonly logs: LogSheet;
	readonly symbols: Symbols;
	readonly keymap: Keymap;
	readonly size: SizeClass;
	/** Of the list, with its borders; 0 where there is none. */
	readonly listWidth: number;
	/** Charts show what the machine does, so that no other pane has to. */
	readonly hasHostCharts: boolean;
	/** Of the local zone against UTC, as `Date.getTimezoneOffset` with the sign turned. */
	readonly zoneOffsetMinutes: number;
}

/** Draws a pane in its rectangle; lines are cut and padded where they are painted. */
export type Paint = (view: View, width: number, height: number) => readonly Line[];
