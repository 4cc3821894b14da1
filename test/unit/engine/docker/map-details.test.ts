import {describe, expect, test} from 'vitest';
import {mapDetails} from '../../../../source/engine/docker/map-details.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';
import {inspected, inspectedEnded} from '../../../helpers/engine-payloads.ts';
import {fieldFaults, oddIn} from '../../../helpers/field-faults.ts';

test('an inspect', () => {
	const health = {
		kind: 'unhealthy',
		failingStreak: 4,
		lastProbe: {
			atMillis: Date.parse('2026-11-23T01:51:52.480Z'),
			exitCode: 22,
			output: 'curl: (22) 500',
		},
	};
	expect(mapDetails({Name: '/shop-api-1', ...inspected})).toEqual({
		state: 'running',
		name: 'shop-api-1',
		pid: 15_676,
		startedAtMillis: Date.parse('2026-11-23T01:49:12.211Z'),
		oomKilled: false,
		restartCount: 3,
		restartPolicy: 'on-failure:5',
		tty: false,
		user: 'app',
		workingDirectory: '/app',
		limits: {cpus: 0.5, memoryBytes: 201_326_592},
		logDriver: 'json-file',
		hasHealthCheck: true,
		probing: {everyMillis: 12_458, retries: 3},
		health,
	});
});

describe('how it is probed', () => {
	const probing = (check: object, log: readonly object[] = []) =>
		mapDetails({
			Config: {Healthcheck: {Test: ['CMD', 'true'], ...check}},
			State: {Health: {Status: 'unhealthy', Log: log}},
		}).probing;

	test('as it was told to', () => {
		const check = {Interval: 5_000_000_000, StartPeriod: 90_000_000_000, Retries: 2};
		expect(probing(check)).toEqual({everyMillis: 5000, retries: 2, startPeriodMillis: 90_000});
	});

	test('as Docker does where it was not told', () => {
		expect(probing({Interval: 0, Retries: 0})).toEqual({everyMillis: 30_000, retries: 3});
	});

	test('by the runs that the engine remembers, which take their time too', () => {
		const log = ['00', '08', '14'].map(at => ({End: `2026-11-23T01:51:${at}Z`}));
		expect(probing({Interval: 5_000_000_000}, log)?.everyMillis).toBe(7000);
	});

	test('not at all', () => {
		expect(probing({Test: ['NONE']})).toBeUndefined();
	});
});

test('how often it was restarted is unknown where the engine does not say', () => {
	const {RestartCount: _, ...silent} = inspected;
	expect(mapDetails(silent)).not.toHaveProperty('restartCount');
});

test('the environment, which may hold secrets, is not kept', () => {
	expect(JSON.stringify(mapDetails(inspected))).not.toContain('NAME=value');
});

describe('exit code', () => {
	const withState = (state: object) =>
		mapDetails({...inspected, State: {...inspected.State, ...state}});
	const FinishedAt = '2026-11-23T02:00:00.5Z';

	test('one that runs has none, though the engine says 0', () => {
		expect(withState({FinishedAt})).not.toHaveProperty('exitCode');
	});

	test('one that was never started has none', () => {
		expect(withState({Running: false})).not.toHaveProperty('exitCode');
	});

	test('one that ended has it, with the time', () => {
		expect(withState({Running: false, FinishedAt, ExitCode: 137, OOMKilled: true})).toMatchObject({
			exitCode: 137,
			finishedAtMillis: Date.parse(FinishedAt),
			oomKilled: true,
		});
	});

	test('one that waits for its restart has the last one', () => {
		expect(withState({Restarting: true, FinishedAt, ExitCode: 1})).toHaveProperty('exitCode', 1);
	});
});

describe('limits', () => {
	const limits = (hostConfig: object) => mapDetails({HostConfig: hostConfig}).limits;

	test('quota over period', () => {
		expect(limits({CpuQuota: 150_000, CpuPeriod: 100_000})).toEqual({cpus: 1.5});
		expect(limits({CpuQuota: 50_000, CpuPeriod: 0})).toEqual({cpus: 0.5});
	});

	test('0, -1 and null mean no limit', () => {
		expect(limits({NanoCpus: 0, Memory: 0, PidsLimit: -1, CpuQuota: -1})).toEqual({});
		expect(limits({PidsLimit: null})).toEqual({});
		expect(limits({PidsLimit: 100})).toEqual({pids: 100});
	});
});

describe('health check', () => {
	const check = (config: object) => mapDetails({Config: config}).hasHealthCheck;

	test('none, a removed one, and one that has not run yet', () => {
		expect(check({})).toBe(false);
		expect(check({Healthcheck: {Test: ['NONE']}})).toBe(false);
		expect(check({Healthcheck: {Test: ['CMD', 'true']}})).toBe(true);
	});
});

test('what is no object is refused', () => {
	for (const value of [null, undefined, 'text', [], 7])
		expect(() => mapDetails(value)).toThrow(EngineError);
});

test('whatever field is missing, empty or of a wrong type, nothing breaks', () => {
	for (const value of [inspected, inspectedEnded].flatMap(fieldFaults)) {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
		expect(oddIn(mapDetails(value))).toEqual([]);
	}
});
