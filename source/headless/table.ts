import {toAscii} from '../format/ascii.ts';
import {formatBytes} from '../format/bytes.ts';
import {formatDuration} from '../format/duration.ts';
import {formatPercent} from '../format/percent.ts';
import {cleanText} from '../format/sanitise.ts';
import {fit as fitCell, textWidth} from '../format/width.ts';
import type {Container} from '../model/container.ts';
import {isRunning} from '../model/container.ts';
import {ageMillis, exitCode, healthOf, qualifiedName} from '../model/container-facts.ts';
import {engineMillis} from '../model/engine-clock.ts';
import {refKey} from '../model/ids.ts';
import {naturalSort, sortContainers} from '../model/sort.ts';
import type {ContainerUsage} from '../model/stats-sample.ts';
import type {Snapshot} from './collect.ts';

interface Column {
	readonly header: string;
	readonly align: 'left' | 'right';
	readonly cell: (row: Row) => string;
}

interface Row {
	readonly container: Container;
	readonly usage: ContainerUsage | undefined;
	readonly nowMillis: number;
}

const columns: readonly Column[] = [
	{header: 'NAME', align: 'left', cell: ({container}) => cleanText(qualifiedName(container))},
	{header: 'STATE', align: 'left', cell: ({container}) => state(container)},
	{header: 'HEALTH', align: 'left', cell: ({container}) => health(container)},
	{header: 'CPU %', align: 'right', cell: ({usage}) => formatPercent(usage?.cpuPercent)},
	{header: 'MEM', align: 'right', cell: ({usage}) => formatBytes(usage?.sample.memoryUsedBytes)},
	{header: 'LIMIT', align: 'right', cell: ({usage}) => formatBytes(usage?.sample.memoryLimitBytes)},
	{header: 'PIDS', align: 'right', cell: ({usage}) => String(usage?.sample.pids ?? '–')},
	{
		header: 'RESTARTS',
		align: 'right',
		cell: ({container}) => String(container.details?.restartCount ?? '–'),
	},
	{
		header: 'UP',
		align: 'right',
		cell: ({container, nowMillis}) =>
			isRunning(container) ? formatDuration(ageMillis(container, nowMillis)) : '–',
	},
	{header: 'IMAGE', align: 'left', cell: ({container}) => cleanText(container.image)},
];

/**
 * The snapshot as a table of plain text, without escape sequences, as wide as it needs to be. With
 * `isAscii` what is not ASCII is replaced by stand-ins of the same width.
 */
export const toTable = (
	{engine, containers, usages}: Snapshot,
	ourMillis: number,
	{isAscii}: {readonly isAscii: boolean},
): string => {
	const nowMillis = engineMillis(ourMillis, engine);
	const byKey = new Map(containers.map(container => [refKey(container.ref), container]));
	const rows = sortContainers(containers, usages, naturalSort('cpu'))
		.flatMap(key => byKey.get(key) ?? [])
		.map((container): Row => ({container, usage: usages.get(refKey(container.ref)), nowMillis}));
	const texts = rows.map(row => columns.map(column => column.cell(row)));
	const widths = columns.map((column, index) =>
		Math.max(column.header.length, ...texts.map(cells => textWidth(cells[index] ?? ''))),
	);
	const line = (cells: readonly string[]): string =>
		cells
			.map((cell, index) => fitCell(cell, widths[index] ?? 0, columns[index]?.align))
			.join('  ')
			.trimEnd();
	const lines = [columns.map(column => column.header), ...texts].map(line);
	return (isAscii ? lines.map(toAscii) : lines).join('\n');
};

const state = (container: Container): string => {
	const code = exitCode(container);
	return code === undefined ? container.state : `${container.state} (${code})`;
};

const health = (container: Container): string => {
	const {kind} = healthOf(container);
	return kind === 'none' || container.state !== 'running' ? '–' : kind;
};
