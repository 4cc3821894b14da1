import {sparkline} from '../../../format/chart.ts';
import {formatAge, formatDuration} from '../../../format/duration.ts';
import {lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {unicodeSymbols} from '../../../format/symbols.ts';
import {readColumns} from '../../../model/columns.ts';
import type {Container} from '../../../model/container.ts';
import {ageMillis, cpuShare, exitCode, healthOf} from '../../../model/container-facts.ts';
import {memoryPercent} from '../../../model/figures.ts';
import type {ContainerUsage} from '../../../model/stats-sample.ts';
import type {Task} from '../../../store/act/act-state.ts';
import type {ContainerRow} from '../../../store/select-rows.ts';
import {taskWord} from '../../task-word.ts';
import type {View} from '../../view.ts';
import {loadBar, loadBarGist} from '../../widgets/load-bar.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';
import {fitPorts} from '../detail/ports.ts';
import {knownEngineMillis} from '../known-millis.ts';
import {healthMark, stateMark} from './marks.ts';

/** What a cell is made of. */
export interface Cell {
	readonly row: ContainerRow;
	readonly container: Container;
	readonly usage: ContainerUsage | undefined;
	readonly task: Task | undefined;
	readonly view: View;
	readonly width: number;
}

const sparkMillis = 60_000;
/** So that the noise of an idle container is no mountains. */
const leastSparkPercent = 10;
const leastName = 4;

const unknown: Line = [styled('muted', unicodeSymbols.unknown)];

/** A text that says more than its length; unknown where it is empty. */
export const textCell = (text: string | undefined): Line => (text ? [plain(text)] : unknown);

/** The name gives way to what is wrong with it. */
export const nameCell = ({row, container, view, width}: Cell): Line => {
	const {symbols} = view;
	const code = exitCode(container);
	const restarts = container.details?.restartCount ?? 0;
	const times = symbols.chart === 'ascii' ? 'x' : '×';
	const trouble: Line = [
		...(restarts > 0 ? [styled('warn', ` ${times}${restarts}`)] : []),
		...(code !== undefined && code !== 0 ? [styled('err', ` (${code})`)] : []),
	];
	const name: Line = [plain(`${row.isReplica ? '  ' : ''}${row.name}`)];
	const room = Math.max(leastName, width - lineWidth(trouble));
	return [...shorten(name, room, symbols.ellipsis), ...trouble];
};

const cpuShareOf = ({container, usage, view: {state}}: Cell): number | undefined =>
	cpuShare(container, usage?.cpuPercent, state.host?.cpus ?? state.engine?.cpus);

const memoryShareOf = ({usage}: Cell): number | undefined => {
	const percent = memoryPercent(usage);
	return percent === undefined ? undefined : percent / 100;
};

export const cpuBarCell = (cell: Cell): Line =>
	loadBar(cpuShareOf(cell), cell.width, cell.view.symbols);

export const cpuBarGist = (cell: Cell): string =>
	loadBarGist(cpuShareOf(cell), cell.width, cell.view.symbols);

export const memoryBarCell = (cell: Cell): Line =>
	loadBar(memoryShareOf(cell), cell.width, cell.view.symbols);

export const memoryBarGist = (cell: Cell): string =>
	loadBarGist(memoryShareOf(cell), cell.width, cell.view.symbols);

/** Empty where there is nothing to be drawn. */
export const sparkText = ({row, view, width, usage}: Cell): string => {
	if (usage === undefined) return '';
	const series = view.history.container(row.id, 'cpu');
	if (series === undefined) return '';
	const untilMillis = view.state.list.frozen?.atMillis ?? usage.atMillis;
	const {values} = readColumns(series, {untilMillis, spanMillis: sparkMillis, points: width});
	let max = leastSparkPercent;
	for (const value of values) if (value !== undefined && value > max) max = value;
	return sparkline(values, width, max, view.symbols);
};

export const sparkCell = (cell: Cell): Line => {
	const text = sparkText(cell);
	return text === '' ? [] : [styled('accent', text)];
};

export const uptimeCell = ({container, task, view}: Cell): Line => {
	if (task) return [styled('warn', taskWord(task))];
	const age = ageMillis(container, knownEngineMillis(view.state));
	if (container.state === 'running') return [plain(formatDuration(age))];
	if (container.state === 'paused') return [styled('pause', 'paused')];
	if (container.state === 'exited') return [styled('muted', `exited ${formatAge(age)}`)];
	return [styled('muted', container.state)];
};

export const portsCell = ({container, width, view}: Cell): Line => [
	plain(fitPorts(container.ports, width, view.symbols)),
];

/** The end of an image says more than the registry it came from. */
export const imageCell = ({container: {image}, width}: Cell): Line => {
	const parts = image.split('/');
	const fits = parts.findIndex((_, start) => parts.slice(start).join('/').length <= width);
	return textCell(parts.slice(fits < 0 ? -1 : fits).join('/'));
};

export const restartsCell = ({container}: Cell): Line => {
	const count = container.details?.restartCount;
	return count ? [styled('warn', String(count))] : textCell(count?.toString());
};

export const exitCell = ({container}: Cell): Line => {
	const code = exitCode(container);
	return code ? [styled('err', String(code))] : textCell(code?.toString());
};

/** In words and in the colour of its sign. */
export const stateCell = ({container, view}: Cell): Line => [
	{...stateMark(container, view.symbols), text: container.state},
];

export const healthCell = ({container, view}: Cell): Line => {
	const {kind} = healthOf(container);
	return container.state !== 'running' || kind === 'none'
		? unknown
		: [{...healthMark(container, view.symbols), text: kind}];
};
