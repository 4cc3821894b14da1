import {formatBytes} from '../../../format/bytes.ts';
import {sparkline} from '../../../format/chart.ts';
import type {ColumnSpec} from '../../../format/columns.ts';
import {formatAge, formatDuration} from '../../../format/duration.ts';
import {lineWidth} from '../../../format/line.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line} from '../../../format/span.ts';
import {readColumns} from '../../../model/columns.ts';
import type {Container} from '../../../model/container.ts';
import {ageMillis, cpuShare, exitCode} from '../../../model/container-facts.ts';
import type {SortField} from '../../../model/sort.ts';
import type {ContainerUsage} from '../../../model/stats-sample.ts';
import type {ContainerRow} from '../../../store/select-rows.ts';
import type {Task} from '../../../store/state.ts';
import {taskWord} from '../../task-word.ts';
import type {View} from '../../view.ts';
import {loadBar} from '../../widgets/load-bar.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';
import {fitPorts} from '../detail/ports.ts';
import {knownEngineMillis} from '../known-millis.ts';

/** What a cell is made of. */
interface Cell {
	readonly row: ContainerRow;
	readonly container: Container;
	readonly usage: ContainerUsage | undefined;
	readonly task: Task | undefined;
	readonly view: View;
	readonly width: number;
}

/** A column of the list: header, width, what is dropped first, what is in it. */
export interface Column extends ColumnSpec {
	readonly header: string;
	readonly sort?: SortField;
	/** What makes its cells change: the container itself, its figures, or the passing of time as well. */
	readonly changesWith: 'container' | 'figures' | 'time';
	readonly cell: (cell: Cell) => Line;
}

const sparkMillis = 60_000;
const leastName = 4;

export const columns: readonly Column[] = [
	{
		id: 'name',
		header: 'NAME',
		min: 16,
		ideal: 18,
		priority: 0,
		align: 'left',
		grow: true,
		sort: 'name',
		changesWith: 'container',
		cell: nameCell,
	},
	{
		id: 'cpuBar',
		header: 'CPU',
		min: 7,
		ideal: 8,
		priority: 1,
		align: 'left',
		changesWith: 'figures',
		cell: cpuBarCell,
	},
	{
		id: 'cpu',
		header: '%',
		min: 5,
		ideal: 5,
		priority: 0,
		align: 'right',
		sort: 'cpu',
		changesWith: 'figures',
		cell: cpuCell,
	},
	{
		id: 'spark',
		header: 'LAST 60s',
		min: 8,
		ideal: 16,
		priority: 3,
		align: 'left',
		changesWith: 'figures',
		cell: sparkCell,
	},
	{
		id: 'memory',
		header: 'MEM',
		min: 5,
		ideal: 5,
		priority: 0,
		align: 'right',
		sort: 'memory',
		changesWith: 'figures',
		cell: memoryCell,
	},
	{
		id: 'memoryBar',
		header: 'LIMIT',
		min: 7,
		ideal: 8,
		priority: 4,
		align: 'left',
		changesWith: 'figures',
		cell: memoryBarCell,
	},
	{
		id: 'uptime',
		header: 'UP',
		min: 10,
		ideal: 10,
		priority: 2,
		align: 'right',
		sort: 'uptime',
		changesWith: 'time',
		cell: uptimeCell,
	},
	{
		id: 'ports',
		header: 'PORTS',
		min: 8,
		ideal: 16,
		priority: 7,
		align: 'left',
		changesWith: 'container',
		cell: portsCell,
	},
];

/** The name gives way to what is wrong with it. */
function nameCell({row, container, view, width}: Cell): Line {
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
}

function cpuBarCell({container, usage, view, width}: Cell): Line {
	const {host, engine} = view.state;
	const share = cpuShare(container, usage?.cpuPercent, host?.cpus ?? engine?.cpus);
	return loadBar(share, width, view.symbols);
}

function cpuCell({usage}: Cell): Line {
	return [plain(formatPercent(usage?.cpuPercent))];
}

function memoryCell({usage}: Cell): Line {
	return [plain(formatBytes(usage?.sample.memoryUsedBytes))];
}

function memoryBarCell({usage, view, width}: Cell): Line {
	const used = usage?.sample.memoryUsedBytes;
	const limit = usage?.sample.memoryLimitBytes;
	const share = used === undefined || !limit ? undefined : used / limit;
	return loadBar(share, width, view.symbols);
}

function sparkCell({row, view, width, usage}: Cell): Line {
	if (usage === undefined) return [];
	const series = view.history.container(row.id, 'cpu');
	if (series === undefined) return [];
	const untilMillis = view.state.list.frozen?.atMillis ?? usage.atMillis;
	const window = {untilMillis, spanMillis: sparkMillis, points: width};
	const {values} = readColumns(series, window);
	const max = Math.max(10, ...values.map(value => value ?? 0));
	return [styled('accent', sparkline(values, width, max, view.symbols))];
}

function uptimeCell({container, task, view}: Cell): Line {
	if (task) return [styled('warn', taskWord(task))];
	const age = ageMillis(container, knownEngineMillis(view.state));
	if (container.state === 'running') return [plain(formatDuration(age))];
	if (container.state === 'paused') return [styled('pause', 'paused')];
	if (container.state === 'exited') return [styled('muted', `exited ${formatAge(age)}`)];
	return [styled('muted', container.state)];
}

function portsCell({container, width, view}: Cell): Line {
	return [plain(fitPorts(container.ports, width, view.symbols))];
}
