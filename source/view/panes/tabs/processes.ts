import {helpingKey} from '../../../commands/keymap.ts';
import {formatBytes} from '../../../format/bytes.ts';
import {formatCount} from '../../../format/count.ts';
import {formatDuration} from '../../../format/duration.ts';
import {fitLine} from '../../../format/line.ts';
import {loadToken} from '../../../format/load.ts';
import {formatPercent} from '../../../format/percent.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import {type Container, isRunning} from '../../../model/container.ts';
import type {Process} from '../../../model/process.ts';
import {type ProcessCpu, type ProcessSample, processCpu} from '../../../model/process-cpu.ts';
import {maskSecrets} from '../../../model/secrets.ts';
import {flatProcesses, type ProcessRow, processTree} from '../../../model/tree/process-tree.ts';
import {loadedValue} from '../../../store/detail/loaded-value.ts';
import type {View} from '../../view.ts';
import {loadBar} from '../../widgets/load-bar.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';
import {visible} from './inspect-line.ts';
import {ofContainer, ofLoaded, words} from './loaded.ts';
import type {TabBody, TabSpec} from './tab.ts';

/** What runs in the container: who started whom, the busiest first. */
export const processesTab: TabSpec = {
	short: 'Top',
	needs: ['processes'],
	inputs: ({state}) => [state.trees, state.list.selected, state.containers, state.connection],
	body: (view, width) => processBody(view, width, view.state.trees.isFlat),
	right: view => {
		const facts = processFacts(view);
		if (facts === undefined) return [];
		const {countText, spanText} = facts;
		const order = view.state.trees.isFlat ? 'flat' : 'tree';
		return [[plain(countText)], [styled('muted', spanText)], [styled('muted', order)]];
	},
};

/** Those of the selected container, or why there are none; flat by CPU alone. */
export const processBody = (view: View, width: number, isFlat: boolean): TabBody =>
	ofContainer(view, width, 'processes are those of one container: choose one', container =>
		isRunning(container)
			? ofLoaded(view, width, 'processes', samples => draw(view, width, samples, isFlat))
			: words(whyIdle(view, container), width),
	);

const whyIdle = ({keymap}: View, {state}: Container): string => {
	const starts = helpingKey(keymap, 'container.start-stop', 'starts it');
	switch (state) {
		case 'created':
			return `it was never started, so nothing runs in it${starts}`;
		case 'exited':
			return `it has ended, so nothing runs in it${starts}`;
		case 'restarting':
			return 'it has ended and waits for its restart; nothing runs in it now';
		default:
			return 'nothing runs in it';
	}
};

const draw = (
	view: View,
	width: number,
	samples: readonly ProcessSample[],
	isFlat: boolean,
): TabBody => {
	const last = samples.at(-1);
	if (last === undefined || last.processes.length === 0)
		return words('the engine tells of no process in it', width);
	const cpuOf = memoCpu(processCpu(samples));
	const columns = columnsFor(width, view.symbols, last.processes, cpuOf);
	const order = byCpu(cpuOf);
	const rows = isFlat ? flatProcesses(last.processes, order) : processTree(last.processes, order);
	const hidden = last.total - last.processes.length;
	const {ellipsis} = view.symbols;
	return {
		head: [headLine(columns)],
		lines: [
			...rows.map(row => shorten(rowLine(row, columns, view.symbols), width, ellipsis)),
			...(hidden > 0 ? [[styled('muted', `${formatCount(hidden)} more are not shown`)]] : []),
		],
	};
};

const memoCpu = (cpuOf: (process: Process) => ProcessCpu) => {
	const known = new Map<Process, ProcessCpu>();
	return (process: Process): ProcessCpu => {
		const cpu = known.get(process) ?? cpuOf(process);
		known.set(process, cpu);
		return cpu;
	};
};

/** What takes more memory first where CPU is the same, or not known. */
const byCpu =
	(cpuOf: (process: Process) => ProcessCpu) =>
	(left: Process, right: Process): number =>
		(cpuOf(right).percent ?? -1) - (cpuOf(left).percent ?? -1) ||
		(right.memoryBytes ?? 0) - (left.memoryBytes ?? 0) ||
		left.pid - right.pid;

interface Column {
	readonly title: string;
	readonly cells: number;
	readonly align: 'left' | 'right';
	/** The narrowest pane that has it. */
	readonly fromWidth: number;
	readonly cell: (process: Process) => Line;
}

const columnsFor = (
	width: number,
	symbols: Symbols,
	processes: readonly Process[],
	cpuOf: (process: Process) => ProcessCpu,
): readonly Column[] => {
	const isPresent = processes.some(process => cpuOf(process).overMillis !== undefined);
	const users = processes.map(({user = ''}) => user.length);
	const pidCells = Math.max(3, ...processes.map(({pid}) => String(pid).length));
	const all: readonly Column[] = [
		{
			...{title: 'PID', cells: pidCells, align: 'right', fromWidth: 0},
			cell: ({pid}) => [styled('muted', String(pid))],
		},
		{
			...{title: 'USER', cells: Math.min(12, Math.max(4, ...users)), align: 'left', fromWidth: 56},
			cell: ({user}) => [styled('muted', user ?? symbols.unknown)],
		},
		{
			// Over its whole life, until two samples tell the present.
			...{title: isPresent ? 'CPU%' : 'avg%', cells: 5, align: 'right', fromWidth: 0},
			cell: process => [cpuSpan(cpuOf(process).percent)],
		},
		{
			...{title: '', cells: barCells, align: 'left', fromWidth: 100},
			cell: process => loadBar(shareOf(cpuOf(process).percent), barCells, symbols),
		},
		{
			...{title: 'MEM', cells: 5, align: 'right', fromWidth: 0},
			cell: ({memoryBytes}) => [plain(formatBytes(memoryBytes))],
		},
		{
			...{title: 'TIME', cells: 6, align: 'right', fromWidth: 64},
			cell: ({cpuMillis}) => [styled('muted', formatDuration(cpuMillis))],
		},
	];
	return all.filter(({fromWidth}) => width >= fromWidth);
};

const barCells = 8;

/** Of one core: a process of several threads fills the bar and says more in its number. */
const shareOf = (percent: number | undefined): number | undefined =>
	percent === undefined ? undefined : Math.min(1, percent / 100);

const cpuSpan = (percent: number | undefined): Span => {
	const text = formatPercent(percent);
	return percent === undefined || percent < 0.05
		? styled('muted', text)
		: styled(loadToken(percent / 100), text);
};

const headLine = (columns: readonly Column[]): Line => [
	...columns.flatMap(({title, cells, align}) => [
		...fitLine([styled('muted', title)], cells, align),
		plain(' '),
	]),
	styled('muted', 'COMMAND'),
];

const rowLine = (
	{process, follows}: ProcessRow,
	columns: readonly Column[],
	symbols: Symbols,
): Line => [
	...columns.flatMap(({cells, align, cell}) => [
		...fitLine(cell(process), cells, align, symbols.ellipsis),
		plain(' '),
	]),
	styled('dim', branches(follows, symbols)),
	...commandSpans(visible(maskSecrets(process.command ?? symbols.unknown), symbols)),
];

/** A chain of hundreds of parents would push the command out of sight. */
const mostBranches = 12;

const branches = (follows: readonly boolean[], symbols: Symbols): string => {
	const shown = follows.slice(-mostBranches);
	return shown
		.map((isFollowed, index) => {
			if (index < shown.length - 1) return isFollowed ? `${symbols.vertical}  ` : '   ';
			return `${isFollowed ? symbols.branch : symbols.lastBranch}${symbols.horizontal} `;
		})
		.join('');
};

/** The program stands out from its arguments. */
const commandSpans = (command: string): Line => {
	const end = command.search(/\s/);
	if (end <= 0) return [plain(command)];
	const program = command.slice(0, end);
	const folder = program.lastIndexOf('/') + 1;
	return [
		...(folder > 0 ? [styled('muted', program.slice(0, folder))] : []),
		plain(program.slice(folder)),
		styled('muted', command.slice(end)),
	];
};

interface ProcessFacts {
	readonly total: number;
	readonly countText: string;
	/** Over how long their CPU is. */
	readonly spanText: string;
}

/** Undefined until they are known. */
export const processFacts = ({state}: View): ProcessFacts | undefined => {
	const samples = loadedValue(state.detail.data.processes);
	const last = samples?.at(-1);
	if (samples === undefined || last === undefined) return undefined;
	const cpuOf = processCpu(samples);
	const over = last.processes.map(process => cpuOf(process).overMillis ?? 0);
	const overMillis = Math.max(0, ...over);
	return {
		total: last.total,
		countText: `${formatCount(last.total)} ${last.total === 1 ? 'process' : 'processes'}`,
		spanText: overMillis > 0 ? `cpu over ${Math.round(overMillis / 1000)} s` : 'cpu: mean of life',
	};
};
