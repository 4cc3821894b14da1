import {expect, test} from 'vitest';
import {LogRates} from '../../../../source/store/logs/log-rates.ts';
import {sourceOf, startMillis} from '../../../helpers/builders.ts';

const api = sourceOf('api');

test('the mean of the last five seconds that are over', () => {
	const rates = new LogRates();
	for (let index = 0; index < 100; index++) rates.addLine(startMillis + index * 50);
	rates.addError(api, startMillis + 4999);
	expect(rates.perSecond(startMillis + 5000)).toEqual({lines: 20, errors: 0.2});
	expect(rates.perSecond(startMillis + 7500)).toEqual({lines: 12, errors: 0.2});
	expect(rates.perSecond(startMillis + 60_000)).toEqual({lines: 0, errors: 0});
});

test('what was written long ago is not taken for what is written now', () => {
	const rates = new LogRates();
	rates.addLine(startMillis);
	rates.addLine(startMillis - 64_000);
	rates.addLine(startMillis - 3_600_000);
	expect(rates.perSecond(startMillis + 1000).lines).toBe(0.2);
});

test('errors of a source by the second; nothing where there were none in the last minute', () => {
	const rates = new LogRates();
	rates.addError(api, startMillis);
	rates.addError(api, startMillis + 58_000);
	rates.addError(api, startMillis + 58_999);
	rates.addError(undefined, startMillis);
	const shown = rates.errorsOf(api, startMillis + 59_500);
	expect(shown).toHaveLength(60);
	expect([shown[0], shown[1], shown[58], shown[59]]).toEqual([1, 0, 2, 0]);
	expect(rates.errorsOf(sourceOf('web'), startMillis)).toEqual([]);
	expect(rates.errorsOf(api, startMillis + 200_000)).toEqual([]);
	rates.clear();
	expect(rates.errorsOf(api, startMillis + 59_500)).toEqual([]);
	expect(rates.perSecond(startMillis + 1000).errors).toBe(0);
});

test('lines that come late are said to be, and count in the second that has come', () => {
	const rates = new LogRates();
	rates.clear(startMillis);
	for (let index = 0; index < 500; index++) rates.addLine(startMillis + index * 10);
	const now = startMillis + 5000 + 8000;
	rates.arrive(startMillis + 5000, now);
	expect(rates.behindMillis(now + 500)).toBe(8000);
	expect(rates.perSecond(now).lines).toBe(100);
});

test('a moment is not late, nor is the past of a log, nor one in which nothing is written any more', () => {
	const rates = new LogRates();
	rates.clear(startMillis);
	rates.arrive(startMillis - 60_000, startMillis + 100);
	expect(rates.behindMillis(startMillis + 100)).toBe(0);
	rates.arrive(startMillis + 1000, startMillis + 1300);
	expect(rates.behindMillis(startMillis + 1300)).toBe(0);
	rates.arrive(startMillis + 2000, startMillis + 9000);
	expect(rates.behindMillis(startMillis + 9000)).toBe(7000);
	expect(rates.behindMillis(startMillis + 12_100)).toBe(0);
	rates.clear(startMillis);
	expect(rates.behindMillis(startMillis + 9000)).toBe(0);
});
