import type {Setting} from '../setting.ts';

export const percentOfList = {kind: 'number', least: 10, most: 90} as const;

/** How the screen is shared. */
export const layoutSettings = {
	kind: 'section',
	about: 'how the panes share the screen',
	isDisplay: true,
	settings: {
		listHeight: {
			...percentOfList,
			about: 'percent of the rows for the list, of those it shares with the log',
			byDefault: 'what suits the screen',
		},
		listWidth: {
			...percentOfList,
			about: 'percent of the columns for the list, of those it shares with the details',
			byDefault: 'what suits the screen',
		},
	},
} as const satisfies Setting;
