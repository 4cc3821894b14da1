import {actionCommands} from './act/action-commands.ts';
import {bulkCommands} from './act/bulk-commands.ts';
import {composeCommands} from './act/compose-commands.ts';
import {composeLineCommands} from './act/compose-line-commands.ts';
import {confirmCommands, confirmNameCommands} from './act/confirm-commands.ts';
import {copyCommands} from './act/copy-commands.ts';
import {fileCommands} from './act/file-commands.ts';
import {formCommands} from './act/form-commands.ts';
import {menuCommands} from './act/menu-commands.ts';
import {shellCommands} from './act/shell-commands.ts';
import {columnCommands} from './column-commands.ts';
import type {Command} from './command.ts';
import {containerCommands} from './container-commands.ts';
import {detailCommands} from './detail-commands.ts';
import {eventCommands} from './event-commands.ts';
import {frameCommands} from './frame-commands.ts';
import {labelCommands} from './label-commands.ts';
import {listCommands} from './list-commands.ts';
import {listOverlayCommands} from './list-overlay-commands.ts';
import {logFindCommands} from './log-find-commands.ts';
import {logOverlayCommands} from './log-overlay-commands.ts';
import {logReadCommands} from './log-read-commands.ts';
import {logTakeCommands} from './log-take-commands.ts';
import {momentCommands} from './moment-commands.ts';
import {moveCommands} from './move-commands.ts';
import {overlayCommands} from './overlay-commands.ts';
import {paletteCommands} from './palette-commands.ts';
import {problemCommands} from './problem-commands.ts';
import {programCommands} from './program-commands.ts';
import {sizeCommands} from './size-commands.ts';
import {statsCommands} from './stats-commands.ts';
import {tabCommands} from './tab-commands.ts';
import {themeCommands} from './theme-commands.ts';
import {treeCommands} from './tree-commands.ts';
import {viewCommands} from './view-commands.ts';

/** Everything the user can do. */
export const commandTable: readonly Command[] = [
	...moveCommands,
	...listCommands,
	...columnCommands,
	...logFindCommands,
	...logReadCommands,
	...containerCommands,
	...shellCommands,
	...actionCommands,
	...tabCommands,
	...detailCommands,
	...treeCommands,
	...frameCommands,
	...sizeCommands,
	...themeCommands,
	...programCommands,
	...viewCommands,
	...paletteCommands,
	...statsCommands,
	...problemCommands,
	...eventCommands,
	...composeCommands,
	...composeLineCommands,
	...fileCommands,
	...copyCommands,
	...logTakeCommands,
	...overlayCommands,
	...bulkCommands,
	...listOverlayCommands,
	...labelCommands,
	...logOverlayCommands,
	...momentCommands,
	...menuCommands,
	...formCommands,
	...confirmCommands,
	...confirmNameCommands,
];
