import {expect, test} from 'vitest';
import {
	parsePeakBytes,
	parseProcess,
	parseResidentBytes,
	treeOf,
	usedNanos,
} from '../../../scripts/lib/proc.ts';

const stat = (pid: number, name: string, parentPid: number): string =>
	`${pid} (${name}) S ${parentPid} 1 1 0 -1 4194560 2 3 0 0 700 300 50 25 20 0 9 0 1 1 1`;

test('a process has a name with anything in it, a parent, and what its children used', () => {
	expect(parseProcess(stat(42, 'a) (b', 7))).toEqual({
		pid: 42,
		parentPid: 7,
		name: 'a) (b',
		reapedNanos: 750_000_000,
	});
	expect(parseProcess('')).toBeUndefined();
});

test('a tree is a process and all below it', () => {
	const processes = [stat(1, 'init', 0), stat(5, 'a', 1), stat(6, 'b', 5), stat(7, 'c', 6)]
		.map(parseProcess)
		.filter(process => process !== undefined);
	expect(treeOf(5, processes)).toEqual([5, 6, 7]);
});

test('used is what threads gained, new ones whole, ended ones not at all', () => {
	const before = {
		nanosByThread: new Map([
			['1', 100],
			['2', 900],
		]),
		reapedNanosByProcess: new Map([['1', 10]]),
	};
	const after = {
		nanosByThread: new Map([
			['1', 150],
			['3', 7],
		]),
		reapedNanosByProcess: new Map([['1', 30]]),
	};
	expect(usedNanos(before, after)).toBe(50 + 7 + 20);
});

test('resident memory, and the most of it, are told in kibibytes', () => {
	expect(parseResidentBytes('Name:\tnode\nVmHWM:\t  900 kB\nVmRSS:\t   512 kB\n')).toBe(524_288);
	expect(parsePeakBytes('VmHWM:\t  900 kB\n')).toBe(921_600);
	expect(parseResidentBytes('Name:\tkthread\n')).toBe(0);
});
