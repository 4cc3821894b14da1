import {ApiError} from './api-error.ts';

/** A process as `ps` sees it. */
export interface PsRow {
	readonly pid: number;
	readonly parentPid: number;
	readonly user: string;
	readonly startedAtMillis: number;
	readonly terminal: string;
	readonly cpuMillis: number;
	/** Mean of its life. */
	readonly lifeCpuPercent: number;
	readonly memoryBytes: number;
	readonly command: string;
}

interface PsColumn {
	readonly title: string;
	readonly cell: (row: PsRow) => string;
}

const clock = ({cpuMillis}: PsRow): string => {
	const seconds = Math.floor(cpuMillis / 1000);
	return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
		.map(part => String(part).padStart(2, '0'))
		.join(':');
};

const named: Readonly<Record<string, PsColumn>> = {
	pid: {title: 'PID', cell: ({pid}) => String(pid)},
	ppid: {title: 'PPID', cell: ({parentPid}) => String(parentPid)},
	user: {title: 'USER', cell: ({user}) => user},
	pcpu: {title: '%CPU', cell: ({lifeCpuPercent}) => lifeCpuPercent.toFixed(1)},
	rss: {title: 'RSS', cell: ({memoryBytes}) => String(Math.round(memoryBytes / 1024))},
	time: {title: 'TIME', cell: clock},
	args: {title: 'COMMAND', cell: ({command}) => command},
};

/** `ps -ef` */
const full: readonly PsColumn[] = [
	{title: 'UID', cell: ({user}) => user},
	{title: 'PID', cell: ({pid}) => String(pid)},
	{title: 'PPID', cell: ({parentPid}) => String(parentPid)},
	{title: 'C', cell: () => '0'},
	{
		title: 'STIME',
		cell: ({startedAtMillis}) => new Date(startedAtMillis).toISOString().slice(11, 16),
	},
	{title: 'TTY', cell: ({terminal}) => terminal},
	{title: 'TIME', cell: clock},
	{title: 'CMD', cell: ({command}) => command},
];

/** Those that `ps_args` asks for. Throws 500 in the words of `ps` for what it does not know. */
export const columnsFor = (psArguments: string | undefined): readonly PsColumn[] => {
	const list = /^-e?o[ =]?([\w,]+)$/.exec(psArguments ?? '')?.[1];
	if (list === undefined) return full;
	return list.split(',').map(name => {
		const column = named[name];
		if (!column)
			throw new ApiError(500, `ps: error: unknown user-defined format specifier "${name}"`);
		return column;
	});
};
