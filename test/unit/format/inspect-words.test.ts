import {expect, test} from 'vitest';
import {inspectWords} from '../../../source/format/inspect-words.ts';

test.each([
	['HostConfig.Memory', 536_870_912, '512M'],
	['HostConfig.Memory', 0, 'no limit'],
	['HostConfig.MemorySwap', -1, 'no limit'],
	['HostConfig.ShmSize', 67_108_864, '64M'],
	['HostConfig.NanoCpus', 500_000_000, '0.5 CPUs'],
	['HostConfig.NanoCpus', 1_000_000_000, '1 CPU'],
	['HostConfig.CpuQuota', 50_000, '50ms of each period'],
	['HostConfig.CpuPeriod', 0, 'default: 100ms'],
	['HostConfig.PidsLimit', null, 'no limit'],
	['HostConfig.PidsLimit', 512, undefined],
	['Config.Healthcheck.Interval', 10_000_000_000, '10s'],
	['Config.Healthcheck.StartPeriod', 90_000_000_000, '1m30s'],
	['Config.Healthcheck.Timeout', 500_000_000, '500ms'],
	['Config.Healthcheck.Interval', 2_500_000_000, '2.5s'],
	['Config.Healthcheck.Interval', 119_700_000_000, '2m'],
	['Config.Healthcheck.Interval', 90_700_000_000, '1m31s'],
	['Config.Healthcheck.Interval', 3_599_700_000_000, '1h'],
	['Config.Healthcheck.Interval', 7_170_100_000_000, '2h'],
	['Config.Healthcheck.Interval', 999_999_000, '1s'],
	['Config.Healthcheck.Interval', 7_200_000_000_000, '2h'],
	['Config.Healthcheck.Interval', 0, undefined],
	['State.FinishedAt', '0001-01-01T00:00:00Z', 'never'],
	['State.StartedAt', '2026-11-26T13:52:38.510779755Z', undefined],
])('%s of %s is %s', (path, value, words) => {
	expect(inspectWords(path, value)).toBe(words);
});

test('a value of another type, and a key that only looks like one, mean nothing', () => {
	expect(inspectWords('HostConfig.Memory', 'much')).toBeUndefined();
	expect(inspectWords('Config.Labels["HostConfig.Memory"]', 536_870_912)).toBeUndefined();
	expect(inspectWords('HostConfig.Memory', {})).toBeUndefined();
});
