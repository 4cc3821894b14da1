import {expect, test} from 'vitest';
import {
	mostSamples,
	type ProcessSample,
	processCpu,
	withSample,
} from '../../../source/model/process-cpu.ts';

const sample = (atMillis: number, cpuMillis: number, cpuStepMillis = 10): ProcessSample => ({
	atMillis,
	processes: [{pid: 7, command: 'sh', cpuMillis, lifeCpuPercent: 1.5}],
	total: 1,
	cpuStepMillis,
});

const cpuOf = (...samples: readonly ProcessSample[]) => {
	const [process] = samples.at(-1)?.processes ?? [];
	return process && processCpu(samples)(process);
};

test('with one sample there is only the mean', () => {
	expect(cpuOf(sample(0, 900))).toEqual({percent: 1.5});
});

test('with exact times two samples make the present', () => {
	expect(cpuOf(sample(0, 1000), sample(5000, 3500))).toEqual({percent: 50, overMillis: 5000});
});

test('of samples that are old enough the newest counts', () => {
	const samples = [sample(0, 0), sample(5000, 1000), sample(10_000, 5000)];
	expect(cpuOf(...samples)).toEqual({percent: 80, overMillis: 5000});
});

test('whole seconds need more time to make a figure', () => {
	const coarse = (at: number, cpu: number) => sample(at, cpu, 1000);
	expect(cpuOf(coarse(0, 0), coarse(5000, 2000))).toEqual({percent: 1.5});
	expect(cpuOf(coarse(0, 0), coarse(5000, 2000), coarse(20_000, 5000))).toEqual({
		percent: 25,
		overMillis: 20_000,
	});
});

test('another process with the same number has no past', () => {
	expect(cpuOf(sample(0, 9000), sample(5000, 10))).toEqual({percent: 1.5});
	const other = {...sample(0, 0), processes: [{pid: 7, command: 'other', cpuMillis: 0}]};
	expect(cpuOf(other, sample(5000, 10))).toEqual({percent: 1.5});
});

test('a minute is kept', () => {
	let samples: readonly ProcessSample[] = [];
	for (let at = 0; at <= 100; at++) samples = withSample(samples, sample(at, 0));
	expect([samples.length, samples[0]?.atMillis]).toEqual([mostSamples, 101 - mostSamples]);
});
