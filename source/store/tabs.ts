/**
 * The tabs of the pane below the list, in the order of `[` and `]`. How each is drawn and what it is
 * drawn from says `view/panes/tabs`.
 */
export const tabs = [
	'logs',
	'overview',
	'stats',
	'env',
	'config',
	'processes',
	'mounts',
	'network',
	'health',
	'changes',
	'events',
] as const;

export type TabId = (typeof tabs)[number];

export const tabTitles: Readonly<Record<TabId, string>> = {
	logs: 'Logs',
	overview: 'Overview',
	stats: 'Stats',
	env: 'Env',
	config: 'Config',
	processes: 'Processes',
	mounts: 'Mounts',
	network: 'Network',
	health: 'Health',
	changes: 'Changes',
	events: 'Events',
};
