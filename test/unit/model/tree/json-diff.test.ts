import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Json} from '../../../../source/model/json.ts';
import {allFolded, allOpen} from '../../../../source/model/tree/folds.ts';
import {
	countDiff,
	type DiffNode,
	diffRows,
	jsonDiff,
} from '../../../../source/model/tree/json-diff.ts';

const nothingHidden = () => false;

const told = (left: Json, right: Json): string[] =>
	diffRows(jsonDiff(left, right), allOpen, nothingHidden).map(({node}) => words(node));

const words = ({kind, path, left, right}: DiffNode): string => {
	if (kind === 'within') return path;
	const [before, after] = [JSON.stringify(left), JSON.stringify(right)];
	if (kind === 'added') return `+ ${path} ${after}`;
	return kind === 'removed' ? `- ${path} ${before}` : `± ${path} ${before} ${after}`;
};

test('what was changed, added and removed, with the way to it', () => {
	const left = {Same: 1, HostConfig: {Memory: 1, Init: true}};
	const right = {Same: 1, HostConfig: {Memory: 2, Privileged: true}};
	expect(told(left, right)).toEqual([
		'HostConfig',
		'± HostConfig.Memory 1 2',
		'+ HostConfig.Privileged true',
		'- HostConfig.Init true',
	]);
});

test('what is not set is the same, in whichever way it is not set', () => {
	expect(told({A: null, B: '', C: []}, {A: [], B: null, C: {}})).toEqual([]);
	expect(told({A: 0, B: false}, {A: null, B: null})).toHaveLength(2);
});

describe('lists', () => {
	test('variables are told apart by name, in any order', () => {
		const left = {Env: ['A=1', 'B=2', 'C=3']};
		const right = {Env: ['C=3', 'A=one', 'D=4']};
		expect(told(left, right)).toEqual([
			'Env',
			'± Env[A] "A=1" "A=one"',
			'+ Env[D] "D=4"',
			'- Env[B] "B=2"',
		]);
	});

	test('mounts by where they are mounted', () => {
		const data = {Destination: '/data', RW: true};
		const left = {Mounts: [data, {Destination: '/tmp', RW: true}]};
		const right = {Mounts: [{Destination: '/tmp', RW: false}, data]};
		expect(told(left, right)).toEqual(['Mounts', 'Mounts[/tmp]', '± Mounts[/tmp].RW true false']);
	});

	test('words by their order', () => {
		const left = {Cmd: ['gunicorn', '-w', '4', 'app']};
		const right = {Cmd: ['gunicorn', '-w', '8', '--reload', 'app']};
		expect(told(left, right)).toEqual([
			'Cmd',
			'- Cmd[2] "4"',
			'+ Cmd[2] "8"',
			'+ Cmd[3] "--reload"',
		]);
	});

	test('objects without a name by their number', () => {
		expect(told({A: [{x: 1}, {x: 2}]}, {A: [{x: 1}, {x: 3}]})).toEqual([
			'A',
			'A[1]',
			'± A[1].x 2 3',
		]);
	});
});

test('folded, only that there is something', () => {
	const nodes = jsonDiff({A: {b: 1}, C: 1}, {A: {b: 2}, C: 2});
	const rows = diffRows(nodes, allFolded, nothingHidden);
	expect(rows.map(({node}) => node.path)).toEqual(['A', 'C']);
});

test('what is hidden is not shown, nor what would be empty without it, and is counted', () => {
	const nodes = jsonDiff({A: {b: 1}, C: 1, D: {e: {f: 1}}}, {A: {b: 2}, C: 2, D: {e: {f: 2}}});
	const isHidden = (path: string) => path === 'A.b' || path === 'D';
	expect(diffRows(nodes, allOpen, isHidden).map(({node}) => node.path)).toEqual(['C']);
	expect(countDiff(nodes, isHidden)).toEqual({shown: 1, hidden: 2});
});

test('nothing differs from itself', () => {
	fc.assert(
		fc.property(fc.jsonValue(), value => {
			expect(told({value} as Json, structuredClone({value}) as Json)).toEqual([]);
		}),
	);
});

test('very long lists are compared in time', () => {
	const long = (start: number) => Array.from({length: 3000}, (_, index) => `${start + index}`);
	expect(told({A: long(0)}, {A: long(1)}).length).toBeGreaterThan(1);
});
