import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {
	parseCpuMillis,
	withExactTimes,
} from '../../../../../source/engine/stats/cgroup/process-times.ts';

const id = 'a'.repeat(64);
const stat = (name: string, utime: number, stime: number): string =>
	`7 (${name}) S 1 7 7 0 -1 4194304 1 0 0 0 ${utime} ${stime} 0 0 20 0 1 0 1 2 3`;

const procOf = (processes: Readonly<Record<number, {cgroup: string; stat: string}>>): string => {
	const folder = mkdtempSync(join(tmpdir(), 'dockmon-proc-'));
	onTestFinished(() => rmSync(folder, {recursive: true}));
	for (const [pid, files] of Object.entries(processes)) {
		mkdirSync(join(folder, pid));
		for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, pid, name), text);
	}
	return folder;
};

const listOf = (...pids: readonly number[]) => ({
	processes: pids.map(pid => ({pid, cpuMillis: 2000})),
	total: pids.length,
	cpuStepMillis: 1000,
});

test('times of processes of this container are read', () => {
	const cgroup = `0::/docker/${id}\n`;
	const proc = procOf({7: {cgroup, stat: stat('sh', 200, 34)}, 8: {cgroup, stat: stat('a', 1, 0)}});
	expect(withExactTimes(listOf(7, 8), id, proc)).toEqual({
		processes: [
			{pid: 7, cpuMillis: 2340},
			{pid: 8, cpuMillis: 10},
		],
		total: 2,
		cpuStepMillis: 10,
	});
});

test('a process of another machine has by chance the same number: nothing is read of it', () => {
	const proc = procOf({7: {cgroup: '0::/init.scope\n', stat: stat('systemd', 200, 34)}});
	expect(withExactTimes(listOf(7), id, proc)).toEqual(listOf(7));
});

const init = {cgroup: '0::/init.scope\n', stat: stat('systemd', 1, 1)};

test('one that has ended meanwhile is left out', () => {
	const proc = procOf({1: init, 7: {cgroup: `0::/docker/${id}\n`, stat: stat('sh', 200, 34)}});
	expect(withExactTimes(listOf(7, 8), id, proc)).toEqual({
		processes: [{pid: 7, cpuMillis: 2340}],
		total: 1,
		cpuStepMillis: 10,
	});
});

test('where the processes of others are hidden none counts as ended', () => {
	const proc = procOf({7: {cgroup: `0::/docker/${id}\n`, stat: stat('sh', 200, 34)}});
	expect(withExactTimes(listOf(7, 8), id, proc)).toEqual(listOf(7, 8));
});

test('where none can be read all stay as they were', () => {
	expect(withExactTimes(listOf(7), id, '/nowhere')).toEqual(listOf(7));
});

test('where one is another one all stay as they were', () => {
	const cgroup = `0::/docker/${id}\n`;
	const other = `0::/docker/${'b'.repeat(64)}\n`;
	const proc = procOf({
		7: {cgroup, stat: stat('sh', 200, 34)},
		8: {cgroup: other, stat: stat('sh', 1, 1)},
	});
	expect(withExactTimes(listOf(7, 8), id, proc)).toEqual(listOf(7, 8));
});

test.each([
	['sh', 110],
	['a) R (b 1 2', 110],
	['', 110],
])('the name (%s) changes nothing', (name, expected) => {
	expect(parseCpuMillis(stat(name, 10, 1))).toBe(expected);
});

test('what is no such file has no time', () => {
	expect(parseCpuMillis('')).toBeUndefined();
	expect(parseCpuMillis('7 (sh) S')).toBeUndefined();
});
