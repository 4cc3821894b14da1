import {type TabId, tabs} from '../store/tabs.ts';
import {type PageId, type ViewId, views, viewTitles} from '../store/views.ts';
import type {Scope} from './command.ts';

const panes: ReadonlySet<string> = new Set(['global', 'list', 'logs', 'unreachable']);

/** A place with keys of its own: a pane, a screen, a tab, or everywhere; not what an overlay takes. */
export const isPlace = (scope: Scope): boolean =>
	panes.has(scope) || pageOfScope(scope) !== undefined || /^tab\b/.test(scope);

/** The screen that these keys are of. */
export const pageOfScope = (scope: string): PageId | undefined =>
	views.find((view: ViewId): view is PageId => view !== 'dashboard' && view === scope);

/** The tab that these keys are of: the log has a scope of its own. */
export const tabOfScope = (scope: string): TabId | undefined =>
	tabs.find(tab => scope === `tab:${tab}` || (tab === 'logs' && scope === tab));

export const placeName = (scope: Scope): string => {
	const page = pageOfScope(scope);
	if (page !== undefined) return viewTitles[page];
	if (scope === 'unreachable') return 'engine lost';
	const tab = tabOfScope(scope);
	return tab === undefined ? scope : (tabNames[tab] ?? `tab ${tab}`);
};

const tabNames: Readonly<Partial<Record<TabId, string>>> = {logs: 'log'};
