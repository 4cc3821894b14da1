import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Process} from '../../../../source/model/process.ts';
import {
	flatProcesses,
	type ProcessRow,
	processTree,
} from '../../../../source/model/tree/process-tree.ts';

const of = (pid: number, parentPid?: number, lifeCpuPercent = 0): Process => ({
	pid,
	lifeCpuPercent,
	...(parentPid !== undefined && {parentPid}),
});

const byCpu = (left: Process, right: Process) =>
	(right.lifeCpuPercent ?? 0) - (left.lifeCpuPercent ?? 0);

const drawn = (rows: readonly ProcessRow[]): string[] =>
	rows.map(({process, depth}) => `${'  '.repeat(depth)}${process.pid}`);

test('children below their parent, the busiest first', () => {
	const list = [of(1, 0), of(7, 1, 5), of(8, 1, 9), of(9, 8, 1), of(10, 7, 2)];
	expect(drawn(processTree(list, byCpu))).toEqual(['1', '  8', '    9', '  7', '    10']);
});

test('whose parent is elsewhere, or unknown, is a root', () => {
	expect(drawn(processTree([of(50, 20), of(60), of(70, 70), of(51, 50)], byCpu))).toEqual([
		...['50', '  51'],
		...['60', '70'],
	]);
});

test('which branches go on', () => {
	const rows = processTree([of(1), of(2, 1), of(3, 2), of(4, 1)], byCpu);
	expect(rows.map(({follows}) => follows)).toEqual([[], [true], [true, false], [false]]);
});

test('flat, by order alone', () => {
	const list = [of(1, 0), of(7, 1, 5), of(8, 1, 9)];
	expect(drawn(flatProcesses(list, byCpu))).toEqual(['8', '7', '1']);
});

test('whoever is said to be the parent, each process is there once', () => {
	const pid = fc.integer({min: 1, max: 30});
	const list = fc.array(fc.record({pid, parentPid: pid, lifeCpuPercent: pid}), {maxLength: 40});
	fc.assert(
		fc.property(list, processes => {
			const placed = processTree(processes, byCpu).map(({process}) => process);
			expect(new Set(placed)).toEqual(new Set(processes));
			expect(placed).toHaveLength(processes.length);
		}),
	);
});

test('a chain as long as the list', () => {
	const chain = Array.from({length: 4000}, (_, index) => of(index + 1, index));
	expect(processTree(chain, byCpu).at(-1)).toMatchObject({depth: 3999});
});
