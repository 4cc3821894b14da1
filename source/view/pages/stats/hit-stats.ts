import {momentOf} from '../../../model/past.ts';
import {statsRanges} from '../../../model/stats-range.ts';
import type {Action} from '../../../store/action.ts';
import type {HitTest} from '../../hit.ts';
import {clickAt} from '../../widgets/spans.ts';
import {gridFor, labelCells, plotCells} from './chart-frame.ts';
import type {ChartScope} from './chart-scope.ts';
import {titleLine} from './head.ts';
import {placeOf, scopeOf} from './paint-stats.ts';
import type {PlacedChart} from './place-charts.ts';
import {titleParts} from './titles.ts';
import {whyEmpty} from './why-empty.ts';

/** A click on a range chooses it, one on a chart puts the cursor there, one on processes opens their tab. */
export const hitStats: HitTest = (view, {x, y}, width, height) => {
	const scope = scopeOf(view);
	if (isInProcesses(scope, y, width, height)) return {kind: 'command', id: 'stats.processes'};
	const actions = y === 0 ? rangeAt(scope, x, width) : chartAt(scope, x, y, width, height);
	return actions.length === 0 ? undefined : {kind: 'dispatch', actions};
};

const isInProcesses = (scope: ChartScope, y: number, width: number, height: number): boolean => {
	const {processes} = placeOf(scope, width, height);
	return processes !== undefined && y >= processes.top && whyEmpty(scope.view) === undefined;
};

const rangeAt = (scope: ChartScope, x: number, width: number): readonly Action[] => {
	const name = clickAt(titleLine(scope, titleParts(scope.view), width), x);
	const range = statsRanges.find(({id}) => id === name)?.id;
	return range === undefined ? [] : [{type: 'stats/range-chosen', range}];
};

const chartAt = (
	scope: ChartScope,
	x: number,
	y: number,
	width: number,
	height: number,
): readonly Action[] => {
	const isIn = ({left, top, ...size}: PlacedChart): boolean =>
		x >= left && x < left + size.width && y >= top && y < top + size.height;
	const chart = placeOf(scope, width, height).charts.find(isIn);
	if (chart === undefined) return [];
	const choose: Action = {type: 'stats/chart-chosen', chart: chart.id};
	const cells = plotCells(chart.width);
	const cell = x - chart.left - 1 - labelCells;
	if (cell < 0 || cell >= cells) return [choose];
	const grid = gridFor(scope, cells);
	const moment = momentOf(grid, (cell * grid.columns) / cells);
	return [choose, {type: 'stats/pointed', atMillis: Math.min(moment, scope.untilMillis)}];
};
