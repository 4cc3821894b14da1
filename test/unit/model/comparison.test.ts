import {describe, expect, test} from 'vitest';
import {type Comparison, parseComparison} from '../../../source/model/comparison.ts';
import {aContainer, aUsage, exited, someDetails} from '../../helpers/builders.ts';

const mebibyte = 1024 * 1024;
const container = aContainer('x', {details: someDetails({restartCount: 4})});
const usage = {
	...aUsage('x', 51.5, {
		...{memoryUsedBytes: 500 * mebibyte, memoryLimitBytes: 1000 * mebibyte, pids: 9},
	}),
	...{netRxPerSecond: 1024, netTxPerSecond: 2048, blockWritePerSecond: 10},
};

const parse = (word: string): Comparison => {
	const parsed = parseComparison(word);
	if (parsed === undefined || parsed === 'unfinished') throw new Error(`${word} is no comparison`);
	return parsed;
};

test.each([
	['cpu>50', true],
	['cpu>51.5', false],
	['cpu>=51.5', true],
	['cpu<50%', false],
	['mem>400M', true],
	['mem>500MiB', false],
	['memory>=500m', true],
	['mem<.5g', true],
	['mem>49%', true],
	['mem>=51%', false],
	['net>2K', true],
	['rx>1K/s', false],
	['rx>=1K/s', true],
	['tx=2048', true],
	['disk>9', true],
	['read<5', false],
	['pids>8', true],
	['restarts>3', true],
	['restarts!=4', false],
	['exit>0', false],
] as const)('%s is %s', (word, isTrue) => {
	expect(parse(word).holds(container, usage, false)).toBe(isTrue);
});

test('what is not known is neither more nor less', () => {
	for (const word of ['cpu>0', 'cpu<1', 'cpu!=7', 'mem<1T', 'restarts<9']) {
		expect(parse(word).holds(aContainer('x'), undefined, false), word).toBe(false);
	}
});

test.each(['redis=7', 'constructor>5', 'CPU>5', 'a>b', 'cpu', '=', 'status:cpu>5'])(
	'%s is text',
	word => {
		expect(parseComparison(word)).toBeUndefined();
	},
);

test.each([
	['cpu>x', 'cpu>x: a number'],
	['cpu>5M', 'cpu>5M: a number'],
	['mem>lots', 'mem>lots: a size such as 500M, or 80%'],
	['rx>5%', 'rx>5%: bytes a second, such as 500K'],
	['pids>5%', 'pids>5%: a number'],
])('%s cannot be read, and says why', (word, reason) => {
	expect(() => parseComparison(word)).toThrow(reason);
});

test('what is being typed is not finished', () => {
	expect(parseComparison('cpu>')).toBe('unfinished');
	expect(parseComparison('mem<=')).toBe('unfinished');
});

describe('what was in goes out when it is a tenth beyond', () => {
	const holds = (word: string, cpu: number, isIn: boolean): boolean =>
		parse(word).holds(container, {...usage, cpuPercent: cpu}, isIn);

	test('upwards and downwards', () => {
		expect([holds('cpu>50', 46, false), holds('cpu>50', 46, true)]).toEqual([false, true]);
		expect(holds('cpu>50', 44, true)).toBe(false);
		expect([holds('cpu<50', 54, false), holds('cpu<50', 54, true)]).toEqual([false, true]);
		expect(holds('cpu<50', 56, true)).toBe(false);
	});

	test('but not a whole number', () => {
		expect(parse('pids>9').holds(container, usage, true)).toBe(false);
	});
});

test('only what samples or an inspect tell has to be asked again', () => {
	const needs = (word: string) => parse(word).needs;
	expect([needs('cpu>1'), needs('restarts>1'), needs('exit>1')]).toEqual([
		...['usage', 'details', undefined],
	]);
	expect(parse('exit=137').holds(aContainer('x', exited(137)), undefined, false)).toBe(true);
});
