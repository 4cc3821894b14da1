import {columnIds, parseColumn, widestColumn} from '../../model/column-choice.ts';
import {parseGrouping} from '../../model/grouping.ts';
import {parseSort, sortFields} from '../../model/sort.ts';
import {noneOf} from '../check-value.ts';
import type {Setting} from '../setting.ts';

const whyNoColumn = (text: string): string => {
	const id = text.replace(/:.*/, '');
	return columnIds.includes(id)
		? `has no width from 1 to ${widestColumn}, as ${id}:30`
		: noneOf(id, columnIds);
};

/** Of the list of containers. */
export const listSettings = {
	kind: 'section',
	about: 'the list of containers',
	isDisplay: true,
	settings: {
		columns: {
			kind: 'list',
			about: `which columns, in this order, with a width as name:30; of ${columnIds.join(', ')}`,
			byDefault: 'as many as fit',
			of: {
				kind: 'text',
				refuse: text => (parseColumn(text) === undefined ? whyNoColumn(text) : undefined),
			},
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
				parseGrouping(text) === undefined
					? 'is none of project, network, state, none, label:NAME'
					: undefined,
		},
		showStopped: {kind: 'flag', about: 'stopped containers too', byDefault: 'true'},
		filter: {kind: 'text', about: 'a filter to begin with, as typed after /', byDefault: 'none'},
	},
} as const satisfies Setting;
