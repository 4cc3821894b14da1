import {parseSort, sortFields} from '../../model/sort.ts';
import type {Setting} from '../setting.ts';

const groupings = /^(?:project|network|state|none|label:\S+)$/;

/** Of the list of containers. */
export const listSettings = {
	kind: 'section',
	about: 'the list of containers',
	isDisplay: true,
	settings: {
		columns: {
			kind: 'list',
			about: 'which columns, in this order; with a width as name:30',
			byDefault: 'as many as fit',
			of: {kind: 'text'},
		},
		sort: {
			kind: 'text',
			about: `what it is sorted by: one of ${sortFields.join(', ')}; with :asc or :desc`,
			byDefault: 'cpu',
			refuse: text =>
				parseSort(text) === undefined ? `is none of ${sortFields.join(', ')}` : undefined,
		},
		groupBy: {
			kind: 'text',
			about: 'what it is divided by: project, network, state, none or label:NAME',
			byDefault: 'project',
			refuse: text =>
				groupings.test(text) ? undefined : 'is none of project, network, state, none, label:NAME',
		},
		showStopped: {kind: 'flag', about: 'stopped containers too', byDefault: 'true'},
		filter: {kind: 'text', about: 'a filter to begin with, as typed after /', byDefault: 'none'},
	},
} as const satisfies Setting;
