import {expect, test} from 'vitest';
import {chooseApiVersion, compareVersions} from '../../../../source/engine/docker/api-version.ts';

test('minor versions are numbers, not fractions', () => {
	expect(compareVersions('1.9', '1.41')).toBeLessThan(0);
	expect(compareVersions('1.51', '1.41')).toBeGreaterThan(0);
	expect(compareVersions('2.0', '1.99')).toBeGreaterThan(0);
	expect(compareVersions('1.41', '1.41')).toBe(0);
});

test.each([
	['1.24', '1.12', '1.24'],
	['1.41', '1.12', '1.41'],
	['1.41', undefined, '1.41'],
	['1.51', '1.44', '1.51'],
	['1.52', '1.44', '1.51'],
	['1.54', '1.44', '1.51'],
	['1.70', 'nonsense', '1.51'],
	['2.3', '1.44', '1.51'],
	['1.41', '1e999', '1.41'],
	['1.41', 'new', '1.41'],
])('an engine that speaks %s, from %s on, is asked in %s', (offered, oldest, chosen) => {
	expect(chooseApiVersion(offered, oldest)).toBe(chosen);
});

test('an engine from before 2016 is told apart', () => {
	expect(() => chooseApiVersion('1.23', '1.12')).toThrow(
		expect.objectContaining({kind: 'unsupported', message: expect.stringContaining('1.23')}),
	);
});

test('an engine that wants more than we speak says who must be updated', () => {
	expect(() => chooseApiVersion('1.70', '1.60')).toThrow(
		expect.objectContaining({kind: 'unsupported', hint: 'Update dockmon.'}),
	);
});

test.each([undefined, '', 'latest', '1', '1.x', '1.41.2'])('%j is no version', offered => {
	expect(() => chooseApiVersion(offered, undefined)).toThrow(
		expect.objectContaining({kind: 'protocol'}),
	);
});
