import {changesTab} from './changes.ts';
import {configTab} from './config.ts';
import {envTab} from './env.ts';
import {eventsTab} from './events.ts';
import {overviewTab} from './overview.ts';
import {processesTab} from './processes.ts';
import {statsTab} from './stats.ts';
import type {DrawnTab, TabSpec} from './tab.ts';

/** How each tab is drawn; a new one is a file, a line here and two in `store/tabs.ts`. */
export const tabSpecs: Readonly<Record<DrawnTab, TabSpec>> = {
	overview: overviewTab,
	stats: statsTab,
	env: envTab,
	config: configTab,
	processes: processesTab,
	changes: changesTab,
	events: eventsTab,
};
