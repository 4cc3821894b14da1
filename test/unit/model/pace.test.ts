import {expect, test} from 'vitest';
import {sampleInterval} from '../../../source/model/pace.ts';

test('files are read each second, an engine is asked each other second', () => {
	expect(sampleInterval('cgroup', true, undefined)).toBe(1000);
	expect(sampleInterval('api', true, undefined)).toBe(2000);
});

test('the user may choose for what is watched; nothing else is sampled more often', () => {
	expect(sampleInterval('api', true, 250)).toBe(250);
	expect(sampleInterval('cgroup', false, 250)).toBe(5000);
	expect(sampleInterval('cgroup', false, undefined)).toBe(5000);
	expect(sampleInterval('api', false, 60_000)).toBe(60_000);
});
