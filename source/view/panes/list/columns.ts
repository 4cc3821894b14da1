import type {ColumnFacts} from '../../../commands/column-rows.ts';
import {formatBytes} from '../../../format/bytes.ts';
import type {ColumnSpec} from '../../../format/columns.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line} from '../../../format/span.ts';
import {unicodeSymbols} from '../../../format/symbols.ts';
import {projectOf} from '../../../model/container-facts.ts';
import {figureOf} from '../../../model/figures.ts';
import type {SortField} from '../../../model/sort.ts';
import {plain} from '../../widgets/spans.ts';
import type {Cell} from './cells.ts';
import * as cells from './cells.ts';

/** A column of the list: header, width, what is dropped first, what is in it. */
export interface Column extends ColumnSpec, ColumnFacts {
	readonly sort?: SortField;
	/** The sum over a group, where that makes sense; undefined is unknown. */
	readonly total?: (value: number | undefined) => string;
	/** What makes its cells change: the container itself, its figures, or the passing of time as well. */
	readonly changesWith: 'container' | 'figures' | 'time';
	readonly cell: (cell: Cell) => Line;
	/** What the cell says, in one value: while that is the same, the cell need not be made anew. */
	readonly gist?: (cell: Cell) => string;
}

type Say = (value: number | undefined) => string;

/** A figure that samples tell, in five cells. */
const figure = (sort: SortField, header: string, say: Say): Column => {
	const {title, isSummed, read} = figureOf(sort);
	const ofCell = ({container, usage}: Cell): number | undefined => {
		const value = read(container, usage);
		return typeof value === 'number' ? value : undefined;
	};
	const gist = (cell: Cell): string => say(ofCell(cell));
	return {
		...{id: sort, sort, header, title, min: 5, ideal: 5, align: 'right', priority: added},
		...{changesWith: 'figures', gist, cell: (cell: Cell) => [plain(gist(cell))]},
		...(isSummed ? {total: say} : {}),
	};
};

const sayCount: Say = count => (count === undefined ? unicodeSymbols.unknown : String(count));

/** Of what the user has added himself: goes after most of what he has not. */
const added = 1.5;

/** In the order in which they are shown. Of those that are there at first the highest priority goes first. */
export const columns: readonly Column[] = [
	{
		...{id: 'name', header: 'NAME', title: 'name', min: 16, ideal: 18, align: 'left'},
		...{priority: 0, grow: true, isDefault: true, isFixed: true, sort: 'name'},
		...{changesWith: 'container', cell: cells.nameCell},
	},
	{
		...{id: 'cpuBar', header: 'CPU', title: 'CPU, bar of its limit', min: 7, ideal: 8},
		...{priority: 1, align: 'left', isDefault: true},
		...{changesWith: 'figures', cell: cells.cpuBarCell, gist: cells.cpuBarGist},
	},
	{...figure('cpu', '%', formatPercent), title: 'CPU, 100 is a core', priority: 0, isDefault: true},
	{
		...{id: 'spark', header: 'LAST 60s', title: 'CPU of the last minute', min: 8, ideal: 16},
		...{priority: 3, align: 'left', isDefault: true},
		...{changesWith: 'figures', cell: cells.sparkCell, gist: cells.sparkText},
	},
	{...figure('memory', 'MEM', formatBytes), priority: 0, isDefault: true},
	{
		...{id: 'memoryBar', header: 'LIMIT', title: 'memory, bar of its limit', min: 7, ideal: 8},
		...{priority: 4, align: 'left', isDefault: true},
		...{changesWith: 'figures', cell: cells.memoryBarCell, gist: cells.memoryBarGist},
	},
	figure('memoryShare', 'MEM%', formatPercent),
	{...figure('rx', 'RX/s', formatBytes), priority: 9, isDefault: true},
	{...figure('tx', 'TX/s', formatBytes), priority: 9, isDefault: true},
	figure('read', 'RD/s', formatBytes),
	figure('write', 'WR/s', formatBytes),
	figure('pids', 'PIDS', sayCount),
	{
		...{id: 'restarts', header: 'RST', title: 'restarts', min: 4, ideal: 4, align: 'right'},
		...{priority: added, sort: 'restarts'},
		...{changesWith: 'container', cell: cells.restartsCell},
	},
	{
		...{id: 'exit', header: 'EXIT', title: 'exit code', min: 5, ideal: 5, align: 'right'},
		...{priority: added, sort: 'exit', changesWith: 'container', cell: cells.exitCell},
	},
	{
		...{id: 'state', header: 'STATE', title: 'state in words', min: 11, ideal: 11},
		...{lead: 1, priority: added, align: 'left', sort: 'state'},
		...{changesWith: 'container', cell: cells.stateCell},
	},
	{
		...{id: 'health', header: 'HEALTH', title: 'health in words', min: 10, ideal: 10},
		...{lead: 1, priority: added, align: 'left', sort: 'health'},
		...{changesWith: 'container', cell: cells.healthCell},
	},
	{
		...{id: 'uptime', header: 'UP', title: 'uptime, or since when not', min: 10, ideal: 10},
		...{priority: 2, align: 'right', isDefault: true, sort: 'uptime'},
		...{changesWith: 'time', cell: cells.uptimeCell},
	},
	{
		...{id: 'ports', header: 'PORTS', title: 'published ports', min: 9, ideal: 17},
		...{lead: 1, priority: 7, align: 'left', isDefault: true, sort: 'ports'},
		...{changesWith: 'container', cell: cells.portsCell},
	},
	{
		...{id: 'image', header: 'IMAGE', title: 'image', min: 15, ideal: 29, align: 'left'},
		...{lead: 1, priority: 10, isDefault: true, sort: 'image'},
		...{changesWith: 'container', cell: cells.imageCell},
	},
	{
		...{id: 'project', header: 'PROJECT', title: 'project', min: 9, ideal: 15, align: 'left'},
		...{lead: 1, priority: added, sort: 'project', changesWith: 'container'},
		cell: ({container}) => cells.textCell(projectOf(container)),
	},
	{
		...{id: 'host', header: 'HOST', title: 'host, as its engine says', min: 7, ideal: 13},
		...{lead: 1, priority: added, align: 'left', changesWith: 'container'},
		cell: ({view}) => cells.textCell(view.state.engine?.name),
	},
];
