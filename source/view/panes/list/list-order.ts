import {lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {figureOf} from '../../../model/figures.ts';
import {selectShownCount} from '../../../store/select-rows.ts';
import type {View} from '../../view.ts';
import {clickable, plain, shorten, styled} from '../../widgets/spans.ts';

/** What the list leaves out and what it is sorted by, in at most `width` cells; the filter goes before the order. */
export const listOrder = (view: View, width: number): Line => {
	const {state, symbols} = view;
	const {field, descending} = state.list.sort;
	const arrow = descending ? symbols.sortDown : symbols.sortUp;
	const order = [styled('muted', 'sort '), plain(`${figureOf(field).title} ${arrow}`)];
	const sort: Line = [...groupingSpans(view), ...clickable('list.sort', order)];
	const restriction = restrictionSpans(view, width);
	if (restriction.length === 0) return sort;
	const both = [...restriction, plain('  '), ...sort];
	return lineWidth(both) <= width ? both : shorten(restriction, width, symbols.ellipsis);
};

/** Projects say what they are; of others nobody can tell by their names. */
const groupingSpans = ({state: {list}}: View): Line => {
	const {grouping} = list;
	if (grouping.kind === 'project') return [];
	if (grouping.kind === 'none') return [plain('flat'), plain('  ')];
	const what = grouping.kind === 'label' ? grouping.label : grouping.kind;
	return [styled('muted', 'by '), plain(`${what}  `)];
};

/** Nothing when all containers are shown; a filter is told with what it leaves and how it goes away. */
const restrictionSpans = ({state, symbols}: View, room: number): Line => {
	const {filter, showsStopped} = state.list;
	const stopped: Line = showsStopped
		? []
		: clickable('list.stopped', [styled('pause', 'running only')]);
	if (filter.text === '') return stopped;
	const before: Line = stopped.length === 0 ? [] : [...stopped, plain('  ')];
	const {problem} = filter;
	if (problem !== undefined)
		return [...before, ...clickable('list.filter', [styled('err', `filter: ${problem}`)])];
	const count = `(${selectShownCount(state)} of ${state.containers.byKey.size})`;
	const wayOut: Line = room < roomy ? [] : [styled('muted', ' Esc')];
	const end: Line = [styled('pause', ` ${count}`), ...wayOut];
	const text = [styled('pause', `filter: ${filter.text}`)];
	const left = Math.max(leastFilter, room - lineWidth(before) - lineWidth(end));
	const found = [...shorten(text, left, symbols.ellipsis), ...end];
	return [...before, ...clickable('list.filter', found)];
};

/** `filter: ` and some of what was typed. */
const leastFilter = 11;
const roomy = 34;
