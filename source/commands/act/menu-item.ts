import type {Overlay} from '../../store/overlay.ts';
import type {CommandContext} from '../command.ts';

export type OpenMenu = Extract<Overlay, {kind: 'menu'}>;

/** One thing that a menu offers. */
export interface MenuItem {
	/** The chord that chooses it: a letter that no other one of its menu has. */
	readonly key: string;
	readonly title: string;
	/** What it is done with on the command line, as arguments; can be copied. */
	readonly argv?: readonly string[];
	/** Beside the title where there are no arguments. */
	readonly note?: string;
	/** Why it cannot be chosen now. */
	readonly disabled?: string;
	/** The menu has been closed. */
	readonly run: (context: CommandContext) => void;
}

export interface MenuContent {
	/** Names what it is about, in full. */
	readonly title: string;
	readonly items: readonly MenuItem[];
}
