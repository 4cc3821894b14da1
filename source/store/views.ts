/**
 * The screens with their titles, in the order of the keys `1` to `9`. Each but the first fills everything
 * between the header and the status line, and is a scope of its own for keys (`view/pages`).
 */
export const viewTitles = {
	dashboard: 'containers',
	stats: 'stats',
	problems: 'problems',
	events: 'events',
	host: 'host',
	compose: 'projects',
	files: 'files',
} as const;

/** For terminals without room for all titles. */
export const shortTitles: Readonly<Record<keyof typeof viewTitles, string>> = {
	...viewTitles,
	dashboard: 'list',
	problems: 'probs',
	compose: 'projs',
};

export type ViewId = keyof typeof viewTitles;

export const views = Object.keys(viewTitles) as readonly ViewId[];

/** A screen other than the list with what belongs to it. */
export type PageId = Exclude<ViewId, 'dashboard'>;
