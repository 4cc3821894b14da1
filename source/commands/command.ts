import type {HighlightRule} from '../model/logs/highlight-rule.ts';
import type {ProgramRequest} from '../model/user-command.ts';
import type {ActionRequest} from '../store/act/action-request.ts';
import type {Action} from '../store/action.ts';
import type {History} from '../store/history.ts';
import type {LogSheet} from '../store/logs/log-sheet.ts';
import type {PaneSizes, State} from '../store/state.ts';
import type {TabId} from '../store/tabs.ts';
import type {PageId} from '../store/views.ts';
import type {ColumnFacts} from './column-rows.ts';
import type {BulkEffects} from './effects/bulk-effects.ts';
import type {ComposeEffects} from './effects/compose-effects.ts';
import type {FileEffects} from './effects/file-effects.ts';
import type {ShellEffects} from './effects/shell-effects.ts';
import type {LogMoves} from './log-moves.ts';
import type {TabMoves} from './tab-moves.ts';

/**
 * Where keys are meant for. The screen has a stack of scopes, the one on top is asked first:
 * an overlay, then the focused pane, then `global`.
 */
export type Scope =
	| 'global'
	| 'list'
	| 'logs'
	/** Whatever tab but the log has the keys; before it that tab alone is asked. */
	| 'tab'
	| `tab:${TabId}`
	/** The list of what an inspect can be compared with. */
	| 'compare'
	/** The line where is typed what to find in a tab. */
	| 'find'
	| PageId
	| 'help'
	| 'keys'
	| 'palette'
	| 'messages'
	| 'sort'
	| 'grouping'
	| 'label'
	| 'columns'
	| 'theme'
	| 'take'
	| 'filter'
	| 'narrow'
	| 'confirm'
	/** What is done to many: the list of it, before and after the yes. */
	| 'bulk'
	| 'confirm-name'
	| 'menu'
	| 'form'
	| 'search'
	| 'pattern'
	| 'sources'
	| 'since'
	| 'chips'
	/** One entry of a log, in full. */
	| 'entry'
	/** What a command of the user's own writes. */
	| 'output'
	/** A file of a container. */
	| 'file'
	/** The line where is typed what to copy into a container. */
	| 'put'
	/** The line where is typed which folder of a container is to be shown. */
	| 'path'
	/** The line where a time is typed to go to. */
	| 'moment'
	/** The line where is typed what Compose needs to know. */
	| 'compose-line'
	/** Nothing answers yet: the whole screen says why. */
	| 'unreachable';

export const groups = ['move', 'look', 'list', 'logs', 'stats', 'act', 'custom', 'other'] as const;
export type Group = (typeof groups)[number];

interface SaveRequest {
	/** What it is of: part of the file's name; foreign text. */
	readonly subject: string;
	readonly extension: 'log' | 'ndjson' | 'csv' | 'json';
	readonly lines: readonly string[];
}

/** What a command may do beside changing the state. */
export interface Effects extends BulkEffects, ComposeEffects, FileEffects, ShellEffects {
	runAction(request: ActionRequest): void;
	/** A command of the user's own. */
	runProgram(request: ProgramRequest): void;
	cancelProgram(): void;
	/** Lines of the log from before the first; they come later, or there are none. */
	loadOlder(): void;
	retry(): void;
	startDemo(): void;
	/** Keeps the rule in the configuration, or takes it out of there. */
	saveHighlight(rule: HighlightRule, isKept: boolean): void;
	/** Into the clipboard; `what` says how much it is: `3 lines`. */
	copy(text: string, what: string): void;
	/** Into a new file in the current directory. */
	save(request: SaveRequest): void;
	/** Ours, or the terminal's. */
	takeMouse(isTaken: boolean): void;
	/** Looks for themes of the user's own; they come later. */
	findThemes(): void;
	repaint(): void;
	suspend(): void;
	quit(): void;
}

/**
 * The sizes with the border below the list, or beside it, moved a step down or right (1), up or left
 * (-1). The same sizes where it cannot go further, undefined where the screen has no such border.
 */
type MoveBorder = (border: keyof PaneSizes, step: 1 | -1) => PaneSizes | undefined;

export interface CommandContext {
	readonly state: State;
	/** Every command there is, with the keys it has now. */
	readonly keymap: Keymap;
	dispatch(action: Action): void;
	readonly effects: Effects;
	readonly nowMillis: number;
	/** It was clicked, and no key pressed: nothing may change without a question. */
	readonly isClick?: boolean;
	/** Rows that the focused pane shows: what a page is. */
	readonly pageRows: number;
	/** Rows of containers and headings that the list shows; undefined where there is none. */
	readonly listRows?: number;
	/** Lines of the open overlay that do not fit: how far it can be scrolled. */
	readonly overlayOverflow: number;
	/** True where the screen is too small to name what an action would be done to. */
	readonly isTargetHidden: boolean;
	/** True where the screen that is open is not about the selection. */
	readonly isElsewhere?: boolean;
	/** What the log pane shows. */
	readonly logs: LogSheet;
	readonly logMoves: LogMoves;
	readonly tabMoves: TabMoves;
	/** Of the list: what can be shown. */
	readonly columns: readonly ColumnFacts[];
	readonly moveBorder: MoveBorder;
	readonly history: History;
	/** Of the local zone against UTC: minutes to the east. */
	readonly zoneOffsetMinutes: number;
}

/** One thing the user can do. Keys, footer, help and readme all come from this. */
export interface Command {
	/** `noun.verb` */
	readonly id: string;
	/** For the help and the readme: an imperative sentence without a full stop. */
	readonly title: string;
	/** One or two words for the footer. */
	readonly hint?: string;
	readonly group: Group;
	/** Other words for it, by which the palette finds it. */
	readonly keywords?: string;
	readonly scope: Scope;
	/** Not in help and readme: the same keys do the same in another pane, where they are listed. */
	readonly isUnlisted?: boolean;
	/** Chords as `decodeKeys` names them; the first is shown. */
	readonly keys: readonly string[];
	/** Place in the footer, lower first; left out of it when undefined. */
	readonly footer?: number;
	/** Does something to the selection; refused where the screen does not show what that is. */
	readonly needsTarget?: boolean;
	/** Changes something on the engine, at once or after a question: not there in read-only mode. */
	readonly writes?: true;
	/** Changes a container without asking: for a key, and never for a click. */
	readonly acts?: boolean;
	/** Why it cannot be done now, in words; undefined when it can. */
	readonly disabled?: (state: State, keymap: Keymap) => string | undefined;
	readonly run: (context: CommandContext) => void;
}

/** All commands with the keys that the user has given them. */
export interface Keymap {
	/** In the order in which they are listed. */
	readonly commands: readonly Command[];
	readonly byId: ReadonlyMap<string, Command>;
}
