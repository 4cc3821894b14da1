import {formatClock} from '../../../format/clock.ts';
import {formatAge} from '../../../format/duration.ts';
import {lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {type MarkKind, markKinds} from '../../../model/chart-marks.ts';
import {engineMillis} from '../../../model/engine-clock.ts';
import {columnOf} from '../../../model/past.ts';
import {gridIn} from '../../../model/series.ts';
import {statsRanges} from '../../../model/stats-range.ts';
import {comparedKeys, isComparing} from '../../../store/select-stats.ts';
import {selectedMeasured} from '../../../store/select-target.ts';
import {chartIds} from '../../../store/stats-state.ts';
import {fitting} from '../../widgets/fitting.ts';
import {clickable, plain, sides, styled} from '../../widgets/spans.ts';
import {gridFor} from './chart-frame.ts';
import type {ChartScope} from './chart-scope.ts';
import {countText, markLooks, markText, markToken} from './mark-looks.ts';

/** `1m [5m] 30m 3h 24h`; each is clicked by its name. */
const rangeLine = ({range}: ChartScope): Line =>
	statsRanges.flatMap(({id}, index) => [
		...(index === 0 ? [] : [plain(' ')]),
		...clickable(id, [
			id === range ? styled('accent', `[${id}]`, {bold: true}) : styled('muted', id),
		]),
	]);

/** Whose charts they are, and how far they reach. */
export const titleLine = (scope: ChartScope, title: readonly Line[], width: number): Line => {
	const {symbols} = scope.view;
	const [name = [], ...rest] = title;
	const edges = titleEdges(scope);
	const roomBeside = ([start, right]: Edges): number =>
		width - lineWidth(start) - lineWidth(right) - 1;
	// The name is what keys act on: all else gives way before it is cut.
	const [start, right] = edges.find(each => lineWidth(name) <= roomBeside(each)) ??
		edges.at(-1) ?? [[], []];
	const room = roomBeside([start, right]);
	const left = lineWidth(name) > room ? name : fitting([name, ...rest], room);
	return sides([...start, ...left], right, width, symbols.ellipsis);
};

type Edges = readonly [start: Line, right: Line];

/** What stands around the name, in as many words as there may be room for. */
const titleEdges = (scope: ChartScope): readonly Edges[] => {
	const start = [styled('muted', ` stats ${scope.view.symbols.closed} `)];
	const chosen = [styled('accent', `[${scope.range}]`, {bold: true})];
	const range = [...clickable('stats.longer', chosen), plain(' ')];
	return [
		[start, [...rangeLine(scope), plain(' ')]],
		[start, range],
		[[plain(' ')], range],
		[[plain(' ')], []],
	];
};

/** What the cursor is on, or what happened in the range; how the values come. */
export const momentLine = (
	scope: ChartScope,
	{cells, shown, width}: {cells: number; shown: number; width: number},
): Line => {
	const {symbols} = scope.view;
	const left = scope.cursorMillis === undefined ? happened(scope) : atCursor(scope, cells);
	const right = [...fitting(rightParts(scope, shown), Math.floor(width * 0.45)), plain(' ')];
	const room = width - lineWidth(right) - 2;
	return sides([plain(' '), ...fitting(left, room)], right, width, symbols.ellipsis);
};

const rightParts = (scope: ChartScope, shown: number): readonly Line[] => {
	const {state} = scope.view;
	const {slotMillis} = gridIn(scope.spanMillis);
	const age = staleMillis(scope);
	const first = chartIds.indexOf(scope.stats.chart);
	return [
		...(age === undefined ? [] : [[styled('warn', `values are ${formatAge(age)} old`)]]),
		...(shown < chartIds.length
			? [[styled('muted', `chart ${first + 1} of ${chartIds.length}: Tab`)]]
			: []),
		...(state.list.frozen === undefined
			? []
			: [[styled('pause', `${scope.view.symbols.paused} frozen`)]]),
		[
			styled(
				'muted',
				slotMillis === 1000 ? `${paceText(scope)}` : `means of ${formatAge(slotMillis)}`,
			),
		],
	];
};

/** How often a figure of what is shown comes, by the newest one. */
const paceText = ({view: {state}}: ChartScope): string => {
	const keys = isComparing(state) ? comparedKeys(state) : selectedMeasured(state);
	const usage = keys[0] === undefined ? undefined : state.usages.get(keys[0]);
	const millis = usage?.intervalMillis ?? state.intervalMillis ?? 1000;
	return `${millis % 1000 === 0 ? millis / 1000 : (millis / 1000).toFixed(1)} s samples`;
};

const staleMillis = ({view: {state}, untilMillis}: ChartScope): number | undefined =>
	state.connection.status === 'stale' || state.connection.status === 'lost'
		? Math.max(0, state.nowMillis - untilMillis)
		: undefined;

const atCursor = (scope: ChartScope, cells: number): readonly Line[] => {
	const {view, cursorMillis = 0} = scope;
	const clock = formatClock(engineMillis(cursorMillis, view.state.engine), {
		offsetMinutes: view.zoneOffsetMinutes,
	});
	const grid = gridFor(scope, cells);
	const perCell = grid.columns / cells;
	const cellOf = (millis: number): number => Math.floor(columnOf(grid, millis) / perCell);
	const here = scope.marks.filter(({atMillis}) => cellOf(atMillis) === cellOf(cursorMillis));
	const isSeveral = new Set(here.map(({name}) => name)).size > 1;
	return [
		[
			styled('accent', `${view.symbols.vertical} ${clock}`, {bold: true}),
			styled('muted', ` ${formatAge(view.state.nowMillis - cursorMillis)} ago`),
		],
		...here.map(
			(mark): Line => [
				styled(markToken(mark), `${view.symbols.sortUp} `),
				plain(`${isSeveral ? `${mark.name ?? '?'} ` : ''}${markText(mark)}`),
			],
		),
	];
};

/** The gravest first. */
const happened = (scope: ChartScope): readonly Line[] => {
	const {marks, range, stats, view} = scope;
	if (stats.cursorMillis !== undefined) {
		return [[styled('muted', `the cursor is older than ${range}; ] shows more, Esc leaves it`)]];
	}
	const counts = new Map<MarkKind, number>();
	for (const {kind} of marks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	const kinds = markKinds.filter(kind => counts.has(kind));
	if (kinds.length === 0) return [[styled('muted', `nothing happened in ${range}`)]];
	return kinds.map(
		(kind): Line => [
			styled(markLooks[kind].token, `${view.symbols.sortUp}${markLooks[kind].letter} `),
			plain(countText(kind, counts.get(kind) ?? 0)),
		],
	);
};
