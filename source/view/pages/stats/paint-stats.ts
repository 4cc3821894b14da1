import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {isUsageStale} from '../../../store/select-stale.ts';
import {isComparing, statsKeys} from '../../../store/select-stats.ts';
import {selectedMeasured} from '../../../store/select-target.ts';
import {chartIds} from '../../../store/stats-state.ts';
import {selectedSubject, shownUsages} from '../../panes/detail/subject.ts';
import {knownMillis} from '../../panes/known-millis.ts';
import type {Paint, View} from '../../view.ts';
import {fade} from '../../widgets/fade.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {chartFrame, plotCells} from './chart-frame.ts';
import {type ChartScope, chartScope} from './chart-scope.ts';
import {type Charted, chartOf} from './charts.ts';
import {comparedChart, legendRows, paintLegend} from './compared.ts';
import {momentLine, titleLine} from './head.ts';
import {type PlacedChart, placeStats, type StatsPlace} from './place-charts.ts';
import {hasProcesses, paintProcesses} from './processes.ts';
import {titleParts} from './titles.ts';
import {whyEmpty} from './why-empty.ts';

/** What the charts of the selection, or of those compared, show now. */
export const scopeOf = (view: View): ChartScope =>
	chartScope(
		view,
		isComparing(view.state) ? comparedUntil(view) : selectedSubject(view).untilMillis,
	);

export const placeOf = (scope: ChartScope, width: number, height: number): StatsPlace =>
	placeStats(width, height, scope.stats, {
		legendRows: legendRows(scope),
		hasProcesses: hasProcesses(scope.view.state),
	});

/** True where the table of processes has a place in a page of this size, and something stands above it. */
export const showsProcesses = (view: View, width: number, height: number): boolean => {
	const {state} = view;
	if (!hasProcesses(state)) return false;
	const {processes} = placeStats(width, height, state.stats, {legendRows: 0, hasProcesses: true});
	return processes !== undefined && whyEmpty(view) === undefined;
};

/** Charts over time: the head, a grid of charts, and a legend where several are compared, or else processes. */
export const paintStats: Paint = (view, width, height) => {
	const charted = isComparing(view.state) ? undefined : chartedSelection(view);
	const scope = chartScope(view, charted?.subject.untilMillis ?? comparedUntil(view));
	const place = placeOf(scope, width, height);
	const cells = plotCells(place.charts[0]?.width ?? width);
	const reason = whyEmpty(view);
	const shown = reason === undefined ? place.charts.length : chartIds.length;
	const head = [
		titleLine(scope, titleParts(view), width),
		momentLine(scope, {cells, shown, width}),
	].slice(0, place.headRows);
	if (reason !== undefined) return [...head, ...centred(reason, width, height - head.length)];
	const body = [
		...gridLines(place.charts, chart => paintChart(scope, chart, charted)),
		...(place.legend ? paintLegend(scope, place.legend.width, place.legend.height) : []),
	];
	const {processes} = place;
	return [
		...[...head, ...(isOld(view) ? body.map(fade) : body)],
		...(processes ? paintProcesses(view, processes.width, processes.height) : []),
	];
};

const comparedUntil = ({state}: View): number => {
	const usages = shownUsages(state);
	const moments = statsKeys(state).flatMap(key => usages.get(key)?.atMillis ?? []);
	return state.list.frozen?.atMillis ?? (Math.max(0, ...moments) || knownMillis(state));
};

const chartedSelection = (view: View): Charted => {
	const usages = shownUsages(view.state);
	return {
		subject: selectedSubject(view),
		usages: selectedMeasured(view.state).flatMap(key => usages.get(key) ?? []),
	};
};

/** Without a selection that is charted it is of those compared. */
const paintChart = (
	scope: ChartScope,
	{id, width, height}: PlacedChart,
	charted: Charted | undefined,
): readonly Line[] => {
	const chart = charted === undefined ? comparedChart(id, scope) : chartOf(id, scope, charted);
	return chartFrame(scope, chart, {width, height, isFocused: id === scope.stats.chart});
};

/** Charts in rows, next to each other where they have the same top. */
const gridLines = (
	charts: readonly PlacedChart[],
	paint: (chart: PlacedChart) => readonly Line[],
): readonly Line[] => {
	const lines: Line[] = [];
	const start = charts[0]?.top ?? 0;
	for (const chart of charts) {
		paint(chart).forEach((line, row) => {
			const at = chart.top - start + row;
			lines[at] = [...(lines[at] ?? []), ...line];
		});
	}
	return lines;
};

const isOld = ({state}: View): boolean =>
	statsKeys(state).length < 100
		? statsKeys(state).some(key => isUsageStale(state, state.usages.get(key)))
		: state.containers.status === 'stale' || state.connection.status === 'stale';

const centred = (text: string, width: number, height: number): readonly Line[] => {
	const left = Math.max(0, Math.floor((width - text.length) / 2));
	const blank = Array.from({length: Math.max(0, Math.floor(height / 2) - 1)}, (): Line => []);
	return [...blank, fitLine([plain(' '.repeat(left)), styled('muted', text)], width, 'left', '…')];
};
