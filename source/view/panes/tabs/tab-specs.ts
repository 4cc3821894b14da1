import type {DetailKind} from '../../../store/detail/detail-state.ts';
import type {State} from '../../../store/state.ts';
import {changesTab} from './changes.ts';
import {configTab} from './config.ts';
import {envTab} from './env.ts';
import {eventsTab} from './events.ts';
import {healthTab} from './health.ts';
import {mountsTab} from './mounts.ts';
import {networkTab} from './network.ts';
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
	mounts: mountsTab,
	network: networkTab,
	health: healthTab,
	changes: changesTab,
	events: eventsTab,
};

/** What is to be loaded while this tab is on the screen. */
export const neededKinds = ({detail}: State, tab: DrawnTab): readonly DetailKind[] => {
	const {needs, onDemand = []} = tabSpecs[tab];
	const asked = onDemand.filter(kind => detail.asked.has(kind));
	return asked.length === 0 ? needs : [...needs, ...asked];
};
