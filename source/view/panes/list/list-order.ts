import {lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {clickable, plain, shorten, styled} from '../../widgets/spans.ts';

/** What the list leaves out and what it is sorted by, in at most `width` cells; the filter goes before the order. */
export const listOrder = (view: View, width: number): Line => {
	const {state, symbols} = view;
	const {field, descending} = state.list.sort;
	const arrow = descending ? symbols.sortDown : symbols.sortUp;
	const sort = clickable('list.sort', [styled('muted', 'sort '), plain(`${field} ${arrow}`)]);
	const restriction = restrictionSpans(view);
	if (restriction.length === 0) return sort;
	const both = [...restriction, plain('  '), ...sort];
	return lineWidth(both) <= width ? both : shorten(restriction, width, symbols.ellipsis);
};

/** Nothing when all containers are shown. */
const restrictionSpans = ({state}: View): Line => {
	const {filter, showsStopped} = state.list;
	const stopped: Line = showsStopped
		? []
		: clickable('list.stopped', [styled('pause', 'running only')]);
	if (filter.text === '') return stopped;
	const text =
		filter.problem === undefined
			? styled('pause', `filter: ${filter.text}`)
			: styled('err', `filter: ${filter.problem}`);
	const found = clickable('list.filter', [text]);
	return stopped.length === 0 ? found : [...stopped, plain('  '), ...found];
};
