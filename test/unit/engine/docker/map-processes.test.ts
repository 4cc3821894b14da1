import {expect, test} from 'vitest';
import {mapProcesses, mostProcesses} from '../../../../source/engine/docker/map-processes.ts';
import {fieldFaults, oddIn} from '../../../helpers/field-faults.ts';

/** Docker 20.10 with procps 4.0.2, asked for `-eo pid,ppid,user,pcpu,rss,time,args`. */
const procps = {
	Processes: [
		['498', '477', 'root', '2.7', '1440', '00:00:00', 'sleep 3600'],
		['545', '498', 'www-data', '0.0', '1440', '1-02:03:04', 'nginx: worker process'],
	],
	Titles: ['PID', 'PPID', 'USER', '%CPU', 'RSS', 'TIME', 'COMMAND'],
};

test('of procps', () => {
	expect(mapProcesses(procps)).toEqual({
		total: 2,
		cpuStepMillis: 1000,
		processes: [
			{
				...{pid: 498, parentPid: 477, user: 'root', lifeCpuPercent: 2.7, cpuMillis: 0},
				...{memoryBytes: 1440 * 1024, command: 'sleep 3600'},
			},
			{
				...{pid: 545, parentPid: 498, user: 'www-data', lifeCpuPercent: 0, cpuMillis: 93_784_000},
				...{memoryBytes: 1440 * 1024, command: 'nginx: worker process'},
			},
		],
	});
});

test('of `ps -ef`, which tells neither memory nor a percentage', () => {
	const Titles = ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'];
	const row = ['root', '30283', '30260', '0', '13:52', '?', '00:01:00', 'sleep 100000'];
	expect(mapProcesses({Titles, Processes: [row]}).processes).toEqual([
		{pid: 30_283, parentPid: 30_260, user: 'root', cpuMillis: 60_000, command: 'sleep 100000'},
	]);
});

test('of Podman 4.3, in the words of Go', () => {
	const Titles = ['PID', 'PPID', 'USER', '%CPU', 'RSS', 'TIME', 'COMMAND'];
	const row = ['6', '1', 'root', '0.000', '1440', '1m3.5s', 'sleep 1000'];
	expect(mapProcesses({Titles, Processes: [row]}).processes).toEqual([
		{
			...{pid: 6, parentPid: 1, user: 'root', lifeCpuPercent: 0, cpuMillis: 63_500},
			...{memoryBytes: 1_474_560, command: 'sleep 1000'},
		},
	]);
});

test('of Podman 4.3 without arguments: the lines of busybox as one column', () => {
	const Titles = ['PID   USER     COMMAND'];
	const Processes = [['1 root     sleep 3600'], ['6 root     sh -c sleep 1']];
	expect(mapProcesses({Titles, Processes}).processes).toEqual([
		{pid: 1, user: 'root', command: 'sleep 3600'},
		{pid: 6, user: 'root', command: 'sh -c sleep 1'},
	]);
});

test('of Windows', () => {
	const Titles = ['Name', 'PID', 'CPU', 'Private Working Set'];
	const Processes = [['smss.exe', '7724', '00:00:00.250', '221.2kB']];
	expect(mapProcesses({Titles, Processes}).processes).toEqual([
		{pid: 7724, cpuMillis: 250, memoryBytes: 221_200, command: 'smss.exe'},
	]);
});

test.each([
	['0:07', 7000],
	['12:34:56', 45_296_000],
	['1h0m1s', 3_601_000],
	['350ms', 350],
	['', undefined],
	['soon', undefined],
])('the CPU time %s', (text, cpuMillis) => {
	const [process] = mapProcesses({Titles: ['PID', 'TIME'], Processes: [['1', text]]}).processes;
	expect(process?.cpuMillis).toBe(cpuMillis);
});

test.each([
	['1440', 1440 * 1024],
	['12m', 12 * 1024 ** 2],
	['1.5MB', 1_500_000],
	['much', undefined],
])('the memory %s', (text, memoryBytes) => {
	const [process] = mapProcesses({Titles: ['PID', 'RSS'], Processes: [['1', text]]}).processes;
	expect(process?.memoryBytes).toBe(memoryBytes);
});

test('very many are counted, and not all kept', () => {
	const Processes = Array.from({length: 9000}, (_, index) => [String(index + 1)]);
	const list = mapProcesses({Titles: ['PID'], Processes});
	expect([list.processes.length, list.total]).toEqual([mostProcesses, 9000]);
});

test('whatever comes, nothing odd goes out', () => {
	for (const answer of fieldFaults(procps).filter(isObject))
		expect(oddIn(mapProcesses(answer))).toEqual([]);
	expect(() => mapProcesses([])).toThrow(/Unexpected answer/);
});

const isObject = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
