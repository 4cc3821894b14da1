import {afterEach, beforeEach, expect, test} from 'vitest';
import type {StatsTarget} from '../../../../source/engine/engine.ts';
import {createApiSampler} from '../../../../source/engine/stats/api-sampler.ts';
import {createCgroupSampler} from '../../../../source/engine/stats/cgroup/sampler.ts';
import {createCombinedSampler} from '../../../../source/engine/stats/combined.ts';
import {FakeMachine, hexId} from '../../../helpers/fake-cgroups.ts';
import {fakeSource, refOf, targetOf} from '../../../helpers/fake-stats-source.ts';

const here = hexId('a');
const away = hexId('b');
const group = `/docker/${here}`;

let machine: FakeMachine;
beforeEach(() => {
	machine = new FakeMachine(1);
	machine.process(42, group);
	machine.groupV1(group);
});
afterEach(() => machine.close());

/** Origins of the samples of each container, until there are so many in all. */
const sample = async (ids: readonly string[], count: number) => {
	const source = fakeSource();
	const sampler = createCombinedSampler(
		createCgroupSampler(machine.procFolder),
		createApiSampler(source, {mayBeDirect: true}),
	);
	const targets = (): readonly StatsTarget[] => ids.map(id => targetOf(refOf(id)));
	const found: string[] = [];
	const {signal} = new AbortController();
	for await (const batch of sampler.sample({targets, intervalMillis: 250}, signal)) {
		found.push(...batch.map(({ref, origin}) => `${ref.id === here ? 'here' : 'away'} ${origin}`));
		if (found.length >= count) break;
	}
	return {source, found: new Set(found)};
};

test('an engine whose containers run here is asked nothing', async () => {
	const {source, found} = await sample([here], 4);
	expect(found).toEqual(new Set(['here cgroup']));
	expect(source.asked).toEqual([]);
});

test('an engine elsewhere is asked for all', async () => {
	const {found} = await sample([away], 2);
	expect(found).toEqual(new Set(['away api']));
});

test('only what cannot be read here is asked for', async () => {
	const {source, found} = await sample([here, away], 6);
	expect(found).toEqual(new Set(['here cgroup', 'away api']));
	expect(new Set(source.asked)).toEqual(new Set([away]));
});
