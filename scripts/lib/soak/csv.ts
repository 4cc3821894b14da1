import type {SoakRecord} from './record.ts';

type Row = readonly (number | undefined)[];

const megabytes = (bytes: number | undefined): number | undefined =>
	bytes === undefined ? undefined : bytes / 1e6;

const header = [
	...['seconds', 'resident_mb', 'heap_used_mb', 'heap_total_mb', 'external_mb', 'cpu_percent'],
	...['files', 'sockets', 'threads', 'children'],
	...['live_mb', 'timers', 'listeners', 'transient', 'entries', 'restart'],
];

/** All samples in the order of time. What was counted at home, and a restart, have rows of their own. */
export const soakCsv = ({ticks, counts, restarts}: SoakRecord): string => {
	const rows: readonly Row[] = [
		...ticks.map(
			({atSeconds, residentBytes, memory, cpuPercent, files, sockets, threads, children}): Row => [
				...[atSeconds, megabytes(residentBytes), megabytes(memory?.heapUsed)],
				...[megabytes(memory?.heapTotal), megabytes(memory?.external), cpuPercent],
				...[files, sockets, threads, children],
			],
		),
		...counts.map(
			({atSeconds, files, threads, children, liveBytes, ...count}): Row => [
				...[atSeconds, ...blanks(5), files, undefined, threads, children, megabytes(liveBytes)],
				...[count.timers, count.listeners, count.transient, count.entries],
			],
		),
		...restarts.map(({atSeconds}): Row => [atSeconds, ...blanks(14), 1]),
	];
	const sorted = rows.toSorted(([a = 0], [b = 0]) => a - b);
	const lines = sorted.map(row => header.map((_, index) => cell(row[index])).join(','));
	return `${[header.join(','), ...lines].join('\n')}\n`;
};

const blanks = (count: number): Row => Array.from({length: count}, () => undefined);

const cell = (value: number | undefined): string =>
	value === undefined ? '' : `${Math.round(value * 1000) / 1000}`;
