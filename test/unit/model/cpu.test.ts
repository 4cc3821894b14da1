import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cpuPercent} from '../../../source/model/cpu.ts';
import {localHost} from '../../../source/model/ids.ts';
import type {StatsSample} from '../../../source/model/stats-sample.ts';

const second = 1_000_000_000;
const sample = (readAtNanos: bigint, cpuTotalNanos?: number): StatsSample => ({
	ref: {hostId: localHost, id: 'a'},
	origin: 'api',
	readAtNanos,
	...(cpuTotalNanos !== undefined && {cpuTotalNanos}),
});

test.each([
	['idle', 0, 0],
	['half a core', second / 2, 50],
	['one core', second, 100],
	['two and a half cores', second * 2.5, 250],
])('%s', (_name, used, percent) => {
	const start = 1_795_342_272_123_456_789n;
	expect(cpuPercent(sample(start, 7e12), sample(start + BigInt(second), 7e12 + used))).toBe(
		percent,
	);
});

test('one sample is not enough', () => {
	expect(cpuPercent(undefined, sample(1n, 5))).toBeUndefined();
});

test('a restart sets the counter back: unknown, not negative', () => {
	expect(cpuPercent(sample(1n, second), sample(2n, 5))).toBeUndefined();
});

test('the same reading twice, or an older one, says nothing', () => {
	expect(cpuPercent(sample(5n, 5), sample(5n, 6))).toBeUndefined();
	expect(cpuPercent(sample(5n, 5), sample(4n, 6))).toBeUndefined();
});

test('what the engine did not say stays unknown', () => {
	expect(cpuPercent(sample(1n), sample(2n, 5))).toBeUndefined();
	expect(cpuPercent(sample(1n, 5), sample(2n))).toBeUndefined();
});

test('it is never negative and never infinite', () => {
	const any = fc.tuple(fc.bigInt({min: 0n, max: 2n ** 62n}), fc.nat());
	fc.assert(
		fc.property(any, any, ([at, used], [laterAt, laterUsed]) => {
			const percent = cpuPercent(sample(at, used), sample(laterAt, laterUsed));
			expect(percent === undefined || (percent >= 0 && Number.isFinite(percent))).toBe(true);
		}),
	);
});
