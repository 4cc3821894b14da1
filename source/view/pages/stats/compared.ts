import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {qualifiedName} from '../../../model/container-facts.ts';
import type {ContainerKey} from '../../../model/ids.ts';
import {type Past, summaryOf} from '../../../model/past.ts';
import type {ContainerUsage} from '../../../model/stats-sample.ts';
import type {ContainerFigure} from '../../../store/history.ts';
import {comparedKeys, mostCompared} from '../../../store/select-stats.ts';
import type {ChartId} from '../../../store/stats-state.ts';
import {shownUsages} from '../../panes/detail/subject.ts';
import {niceBytes, niceMax} from '../../widgets/chart-panel.ts';
import {frame} from '../../widgets/frame.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import type {Chart} from './chart-frame.ts';
import type {ChartScope} from './chart-scope.ts';
import {axisPercent} from './charts.ts';
import {bytes, percent, rate, shownValue, valueSpan} from './figures.ts';
import {letterSpan} from './plot.ts';

interface Column {
	readonly title: string;
	readonly figure: ContainerFigure;
	readonly now: (usage: ContainerUsage) => number | undefined;
	readonly format: (value: number | undefined) => string;
	readonly top: (max: number) => number;
}

const rateTop = (max: number): number => niceBytes(max, 1024);

const column: Readonly<Record<ContainerFigure, Column>> = {
	cpu: {
		...{title: 'cpu', figure: 'cpu', format: percent, now: usage => usage.cpuPercent},
		top: max => niceMax(max, 1),
	},
	memory: {
		...{title: 'memory', figure: 'memory', format: bytes},
		now: ({sample}) => sample.memoryUsedBytes,
		top: max => niceBytes(max, 1024 * 1024),
	},
	rx: {title: 'net in', figure: 'rx', format: rate, now: at => at.netRxPerSecond, top: rateTop},
	tx: {title: 'net out', figure: 'tx', format: rate, now: at => at.netTxPerSecond, top: rateTop},
	read: {
		title: 'read',
		figure: 'read',
		format: rate,
		now: at => at.blockReadPerSecond,
		top: rateTop,
	},
	write: {
		...{title: 'write', figure: 'write', format: rate, top: rateTop},
		now: at => at.blockWritePerSecond,
	},
};

/** One line a container needs one figure a chart: of two directions the one that says more. */
const figureOf: Readonly<Record<ChartId, ContainerFigure>> = {
	...{cpu: 'cpu', memory: 'memory', network: 'tx', disk: 'write'},
};

/** All that are compared, a line each. */
export const comparedChart = (id: ChartId, scope: ChartScope): Chart => {
	const {title, figure, format, top} = column[figureOf[id]];
	const keys = comparedKeys(scope.view.state);
	const lines = keys.map(key => pastOf(scope, key, figure));
	const max = Math.max(0, ...lines.map(past => (past && summaryOf(past)?.max) ?? 0));
	return {
		name: [bold(title)],
		values: keys.map(
			(key, index): Line => [
				letterSpan(index),
				plain(' '),
				valueSpan(scope, format(figureAt(scope, key, column[figure]))),
			],
		),
		facts: [],
		plot: {kind: 'lines', pasts: lines, top: top(max)},
		label: value => (figure === 'cpu' ? axisPercent(value) : bytes(value)),
	};
};

/** Read once for a picture: a chart, its title and the legend ask for it. */
const pastOf = (
	scope: ChartScope,
	key: ContainerKey,
	figure: ContainerFigure,
): Past | undefined => {
	const known = pasts.get(scope) ?? new Map<string, Past | undefined>();
	pasts.set(scope, known);
	const name = `${figure} ${key}`;
	if (!known.has(name)) {
		const timeline = scope.view.history.container(key, figure);
		known.set(name, timeline && scope.past(timeline));
	}
	return known.get(name);
};

const pasts = new WeakMap<ChartScope, Map<string, Past | undefined>>();

const figureAt = (scope: ChartScope, key: ContainerKey, {figure, now}: Column) => {
	const usage = shownUsages(scope.view.state).get(key);
	const past = pastOf(scope, key, figure);
	return past && shownValue(scope, past, usage && now(usage));
};

/** Lines of the legend: its heading, one each, and one about those that have no room. */
export const legendRows = (scope: ChartScope): number => {
	const {marked} = scope.view.state.list;
	const count = comparedKeys(scope.view.state).length;
	return count === 0 ? 0 : count + 1 + (marked.size > mostCompared ? 1 : 0);
};

const figureCells = 10;
/** Figures far from the name they belong to are hard to read. */
const widestName = 40;

/** Who has which letter, with all figures at the moment that is shown. */
export const paintLegend = (scope: ChartScope, width: number, height: number): readonly Line[] => {
	const {state, symbols} = scope.view;
	const {marked} = state.list;
	const columns = Object.values(column).slice(0, Math.floor((width - 20) / figureCells));
	const nameCells = Math.max(8, Math.min(widestName, width - 6 - columns.length * figureCells));
	const cell = (line: Line): Line => fitLine(line, figureCells, 'right');
	const rows = comparedKeys(state).map((key, index): Line => {
		const container = state.containers.byKey.get(key);
		const name = container === undefined ? symbols.unknown : qualifiedName(container);
		return [
			...[plain(' '), letterSpan(index), plain(' ')],
			...fitLine([plain(name)], nameCells, 'left', symbols.ellipsis),
			...columns.flatMap(each => cell([valueSpan(scope, each.format(figureAt(scope, key, each)))])),
		];
	});
	const more = marked.size - mostCompared;
	const heading = [
		plain(' '.repeat(3 + nameCells)),
		...columns.flatMap(({title}) => cell([styled('muted', title.toUpperCase())])),
	];
	return frame({
		...{width, height, symbols, focused: false},
		title: [bold('compared')],
		right: [styled('muted', scope.cursorMillis === undefined ? 'now' : 'at the cursor')],
		body: [
			heading,
			...rows,
			...(more > 0
				? [[styled('warn', `   ${more} more marked: ${mostCompared} at most can be told apart`)]]
				: []),
		],
	});
};
