import type {StatsTarget} from '../engine.ts';
import {merge} from '../merge.ts';
import type {CgroupSampler} from './cgroup/sampler.ts';
import type {StatsSampler} from './sampler.ts';

/** Reads on this machine what can be read here, and asks the engine for the rest. */
export const createCombinedSampler = (here: CgroupSampler, api: StatsSampler): StatsSampler => ({
	sample(options, signal) {
		const elsewhere = () =>
			here.hasAll() ? nothing : options.targets().filter(({ref}) => here.isElsewhere(ref.id));
		return merge(
			[
				life => here.sample(options, life),
				life => api.sample({...options, targets: elsewhere, onMore: here.onElsewhere}, life),
			],
			signal,
		);
	},
});

/** The usual case, asked several times a second. */
const nothing: readonly StatsTarget[] = [];
