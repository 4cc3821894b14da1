import {describe, expect, test} from 'vitest';
import {curveOf, levelAt, meanOf, totalBetween} from '../../../../source/demo/world/curve.ts';

const start = Date.UTC(2026, 10, 23);

/** By many small steps, as anybody would without the formula. */
const summed = (curve: ReturnType<typeof curveOf>, from: number, to: number, step = 20) => {
	let total = 0;
	for (let at = from + step / 2; at < to; at += step) total += (levelAt(curve, at) * step) / 1000;
	return total;
};

const shapes = [
	{name: 'constant', shape: {base: 0.2}},
	{name: 'swell', shape: {base: 0, swells: [[1, 30]]}},
	{name: 'peak', shape: {base: 0, peaks: [[1, 30]]}},
	{name: 'jitter', shape: {base: 0.3, jitter: 0.3}},
	{
		name: 'all',
		shape: {
			base: 0.1,
			swells: [
				[0.3, 17],
				[0.1, 5],
			],
			peaks: [[0.6, 41]],
			jitter: 0.1,
		},
	},
] as const;

describe.each(shapes)('$name', ({name, shape}) => {
	const curve = curveOf(shape, name);

	test('its total is its level summed over time', () => {
		expect(totalBetween(curve, start, start + 100_000)).toBeCloseTo(
			summed(curve, start, start + 100_000),
			3,
		);
	});

	test('its total never falls', () => {
		for (let at = start; at < start + 60_000; at += 130)
			expect(totalBetween(curve, at, at + 130)).toBeGreaterThanOrEqual(-1e-9);
	});

	test('its mean is what a long time gives', () => {
		const hours = 20 * 3600;
		expect(totalBetween(curve, start, start + hours * 1000) / hours).toBeCloseTo(meanOf(curve), 2);
	});
});

test('a peak is quiet for most of its period and high once', () => {
	const curve = curveOf({base: 0, peaks: [[1, 100]]}, 'peak');
	const levels = Array.from({length: 100}, (_, second) => levelAt(curve, start + second * 1000));
	expect(Math.max(...levels)).toBeGreaterThan(0.95);
	expect(levels.filter(level => level < 0.1).length).toBeGreaterThan(50);
});

test('jitter never exceeds the base, so that the level stays positive', () => {
	const curve = curveOf({base: 0.01, jitter: 5}, 'jitter');
	for (let second = 0; second < 500; second++)
		expect(levelAt(curve, start + second * 1000)).toBeGreaterThanOrEqual(0);
});
