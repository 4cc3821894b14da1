import type {Effects, Keymap} from '../commands/command.ts';
import type {Symbols} from '../format/symbols.ts';
import type {History} from '../store/history.ts';
import type {LogSheet} from '../store/logs/log-sheet.ts';
import type {Store} from '../store/store.ts';
import type {Viewport} from '../store/viewport.ts';
import type {Pointer} from './pointer.ts';

/** What the screen is built on; made once by the app. */
export interface Runtime {
	readonly store: Store;
	readonly history: History;
	readonly logs: LogSheet;
	/** Told by the screen what it shows. */
	readonly viewport: Viewport;
	readonly pointer: Pointer;
	readonly symbols: Symbols;
	/** What the user can do, with which keys. */
	readonly keymap: Keymap;
	readonly effects: Effects;
	readonly zoneOffsetMinutes: number;
	now(): number;
}
