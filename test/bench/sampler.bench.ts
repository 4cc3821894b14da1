import {readdirSync, readFileSync} from 'node:fs';
import process from 'node:process';
import {test} from 'vitest';
import {parseMembership} from '../../source/engine/stats/cgroup/membership.ts';
import {parseMounts} from '../../source/engine/stats/cgroup/mounts.ts';
import {
	type OpenContainer,
	openContainer,
} from '../../source/engine/stats/cgroup/open-container.ts';
import {type FoundContainer, findContainers} from '../../source/engine/stats/cgroup/search.ts';
import {localHost} from '../../source/model/ids.ts';
import {FakeMachine, hexId} from '../helpers/fake-cgroups.ts';
import {measure} from './measure.ts';

// What it costs to sample a hundred containers from the files of the kernel, in CPU time of this
// thread. Files of containers that run here are opened as often as it takes; without any, ordinary
// files stand in for them, which are cheaper to read.

const containers = 100;

const found = async (): Promise<readonly FoundContainer[]> => {
	const ids = new Set(
		readdirSync('/proc')
			.filter(name => /^\d+$/.test(name))
			.flatMap(pid => {
				try {
					return parseMembership(readFileSync(`/proc/${pid}/cgroup`, 'latin1'))?.containerId ?? [];
				} catch {
					// It ended meanwhile.
					return [];
				}
			}),
	);
	return [...(await findContainers(ids, '/proc')).values()];
};

test('cost of sampling a hundred containers', async () => {
	const real = await found();
	const machine = new FakeMachine(1);
	const id = hexId('a');
	machine.process(42, `/docker/${id}`);
	machine.groupV1(`/docker/${id}`);
	const procFolder = real.length > 0 ? '/proc' : machine.procFolder;
	const some =
		real.length > 0 ? real : [...(await findContainers(new Set([id]), procFolder)).values()];
	const mounts = parseMounts(readFileSync(`${procFolder}/self/mountinfo`, 'utf8'));
	const open = Array.from({length: containers}, (_, index): OpenContainer | undefined => {
		const container = some[index % some.length];
		return container && openContainer(container, {procFolder, mounts}, {isKept: true});
	}).filter(container => container !== undefined);

	const target = {ref: {hostId: localHost, id}, isWatched: true, hasTraffic: true};
	const cycle = (): void => {
		for (const container of open) container.read(target, process.hrtime.bigint());
	};
	const kind = real.length > 0 ? `${real.length} real ones` : 'ordinary files';
	await measure(`files of ${open.length} containers (${kind})`, [
		{name: 'sampler cycle', budgetMillis: 10, run: cycle, rounds: 100},
	]);
	for (const container of open) container.close();
	machine.close();
}, 60_000);
