import {known} from '../../model/known.ts';
import type {Process, ProcessList} from '../../model/process.ts';
import {rawList, rawText, rawWords, requireObject} from './raw.ts';

/** More than a limit of PIDs usually allows, and more than anybody reads. */
export const mostProcesses = 4000;

type Column = 'pid' | 'parentPid' | 'user' | 'cpu' | 'memory' | 'time' | 'command';

/** By the titles of procps, busybox, Podman and Windows, in capitals. */
const columns: Readonly<Record<string, Column>> = {
	PID: 'pid',
	PPID: 'parentPid',
	USER: 'user',
	UID: 'user',
	'%CPU': 'cpu',
	RSS: 'memory',
	'PRIVATE WORKING SET': 'memory',
	TIME: 'time',
	CPU: 'time',
	COMMAND: 'command',
	CMD: 'command',
	NAME: 'command',
};

/** `GET /containers/ID/top`. Rejects `protocol` when it is no object. */
export const mapProcesses = (value: unknown): ProcessList => {
	const raw = requireObject(value, 'list processes');
	const {titles, split} = readTitles(rawWords(raw['Titles']));
	const places = titles.map(title => columns[title.trim().toUpperCase()]);
	const rows = rawList(raw['Processes']).flatMap(row => {
		const cells = split(rawList(row).map(cell => rawText(cell) ?? ''));
		const texts: {[C in Column]?: string} = {};
		for (const [index, column] of places.entries())
			if (column !== undefined) texts[column] ??= cells[index] ?? '';
		return toProcess(texts) ?? [];
	});
	return {processes: rows.slice(0, mostProcesses), total: rows.length, cpuStepMillis: 1000};
};

/** Where Podman runs the `ps` of the container it hands on whole lines, as if they were one column. */
const readTitles = (titles: readonly string[]) => {
	const [only = ''] = titles;
	const words = only.trim().split(/\s+/);
	if (titles.length !== 1 || words.length === 1)
		return {titles, split: (cells: readonly string[]) => cells};
	return {titles: words, split: ([line = '']: readonly string[]) => cutLine(line, words.length)};
};

/** Only the last column may have blanks. */
const cutLine = (line: string, count: number): readonly string[] => {
	const words = line.trim().split(/\s+/);
	return [...words.slice(0, count - 1), words.slice(count - 1).join(' ')];
};

/** Undefined without a PID. */
const toProcess = (texts: {readonly [C in Column]?: string}): Process | undefined => {
	const pid = wholeNumber(texts.pid);
	if (pid === undefined) return undefined;
	return {
		pid,
		...known('parentPid', wholeNumber(texts.parentPid)),
		...known('user', texts.user || undefined),
		...known('lifeCpuPercent', decimal(texts.cpu)),
		...known('cpuMillis', texts.time === undefined ? undefined : cpuMillis(texts.time)),
		...known('memoryBytes', texts.memory === undefined ? undefined : bytes(texts.memory)),
		...known('command', texts.command || undefined),
	};
};

const wholeNumber = (text = ''): number | undefined =>
	/^\d{1,10}$/.test(text) ? Number(text) : undefined;

const decimal = (text = ''): number | undefined =>
	/^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined;

/**
 * `1-02:03:04` of procps, `0:07` of busybox, `00:00:01.500` of Windows, `1h2m3.5s` of Podman, in
 * milliseconds.
 */
const cpuMillis = (text: string): number | undefined => {
	const clock = /^(?:(\d{1,5})-)?(?:(\d{1,6}):)?(\d{1,6}):(\d\d(?:\.\d{1,9})?)$/.exec(text);
	const spoken = /^(?=\d)()(?:(\d{1,6})h)?(?:(\d{1,4})m(?!s))?(?:(\d{1,4}(?:\.\d{1,9})?)s)?$/.exec(
		text,
	);
	const [, days = '', hours = '', minutes = '', seconds = ''] = clock ?? spoken ?? [];
	if (!clock && !spoken) {
		const brief = /^(\d{1,3}(?:\.\d{1,9})?)ms$/.exec(text)?.[1];
		return brief === undefined ? undefined : Number(brief);
	}
	const all = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
	return Math.round(all * 1000);
};

const units: Readonly<Record<string, number>> = {
	'': 1024,
	k: 1024,
	m: 1024 ** 2,
	g: 1024 ** 3,
	B: 1,
	kB: 1e3,
	MB: 1e6,
	GB: 1e9,
	TB: 1e12,
};

/** KiB; busybox writes `12m` for much, Windows `1.5MB`. */
const bytes = (text: string): number | undefined => {
	const [, number, unit = ''] = /^(\d{1,12}(?:\.\d{1,3})?)([kmg]|[kMGT]?B)?$/.exec(text) ?? [];
	return number === undefined ? undefined : Math.round(Number(number) * (units[unit] ?? 1));
};
