/**
 * The screens, in the order of the keys `1` to `9`. Each but the first fills everything between the
 * header and the status line, and is a scope of its own for keys (`view/pages`).
 */
export const views = ['dashboard', 'stats', 'problems', 'events', 'host'] as const;

export type ViewId = (typeof views)[number];

/** A screen other than the list with what belongs to it. */
export type PageId = Exclude<ViewId, 'dashboard'>;

export const viewTitles: Readonly<Record<ViewId, string>> = {
	dashboard: 'containers',
	stats: 'stats',
	problems: 'what is wrong',
	events: 'what happened',
	host: 'the machine',
};
