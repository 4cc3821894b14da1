import type {Command} from './command.ts';
import {containerCommands} from './container-commands.ts';
import {frameCommands} from './frame-commands.ts';
import {listCommands} from './list-commands.ts';
import {logFindCommands} from './log-find-commands.ts';
import {logOverlayCommands} from './log-overlay-commands.ts';
import {logReadCommands} from './log-read-commands.ts';
import {logTakeCommands} from './log-take-commands.ts';
import {momentCommands} from './moment-commands.ts';
import {moveCommands} from './move-commands.ts';
import {overlayCommands} from './overlay-commands.ts';
import {programCommands} from './program-commands.ts';
import {viewCommands} from './view-commands.ts';

/** Everything the user can do. */
export const commandTable: readonly Command[] = [
	...moveCommands,
	...listCommands,
	...logFindCommands,
	...logReadCommands,
	...containerCommands,
	...frameCommands,
	...programCommands,
	...viewCommands,
	...logTakeCommands,
	...overlayCommands,
	...logOverlayCommands,
	...momentCommands,
];
