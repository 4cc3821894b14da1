import {afterEach, expect, test} from 'vitest';
import {seldomTurns} from '../../../../../source/engine/stats/cgroup/group.ts';
import {openGroupV1} from '../../../../../source/engine/stats/cgroup/group-v1.ts';
import {FakeMachine} from '../../../../helpers/fake-cgroups.ts';

let machine: FakeMachine | undefined;
afterEach(() => {
	machine?.close();
	machine = undefined;
});

const statOf = (periods: number): string =>
	`nr_periods ${periods}\nnr_throttled 0\nthrottled_time 0\n`;

const openWith = (periods: number) => {
	const fake = new FakeMachine(1);
	machine = fake;
	fake.groupV1('/a', {'cpu/cpu.stat': statOf(periods)});
	const folder = (controller: string): string => `${fake.folder}/cgroup/${controller}/a`;
	const folders = {
		...{cpu: folder('cpu'), cpuacct: folder('cpuacct'), memory: folder('memory')},
		...{pids: folder('pids'), blkio: folder('blkio')},
	};
	const group = openGroupV1(folders, 2 ** 40, {isKept: true});
	const write = (now: number): void => fake.write('cgroup/cpu/a/cpu.stat', statOf(now));
	return {fake, group, write};
};

test('the periods of a CPU limit are read every time', () => {
	const {group, write} = openWith(40);
	expect(group?.read().cpuPeriods).toBe(40);
	write(50);
	expect(group?.read().cpuPeriods).toBe(50);
	group?.close();
});

test('a CPU limit that is set later is noticed after some turns', () => {
	const {group, write} = openWith(0);
	expect(group?.read().cpuPeriods).toBe(0);
	write(3);
	const turns = Array.from({length: seldomTurns}, () => group?.read().cpuPeriods);
	expect(turns.at(-1)).toBe(3);
	write(4);
	expect(group?.read().cpuPeriods).toBe(4);
	group?.close();
});

const memoryOf = (cache: number): string =>
	`total_cache ${cache}\ntotal_rss 118784\ntotal_inactive_file 8388608\n`;

test.each([
	['runs', {'cpuacct/cpuacct.usage': '58520334\n'}],
	['has another size', {'memory/memory.usage_in_bytes': '9588736\n'}],
])('memory is told anew at once where the container %s', (_, change) => {
	const {group, fake} = openWith(0);
	expect(group?.read().memoryFileBytes).toBe(8613888);
	fake.groupV1('/a', {'memory/memory.stat': memoryOf(4096), ...change});
	expect(group?.read().memoryFileBytes).toBe(4096);
	group?.close();
});

test('of a container that stands still it is told anew after some turns', () => {
	const {group, fake} = openWith(0);
	group?.read();
	fake.groupV1('/a', {'memory/memory.stat': memoryOf(4096)});
	const turns = Array.from({length: seldomTurns}, () => group?.read().memoryFileBytes);
	expect(turns.indexOf(4096)).toBe(seldomTurns - 1);
	group?.close();
});

const blocksOf = (bytes: number): string => `8:0 Read ${bytes}\n8:0 Write 0\nTotal ${bytes}\n`;
const blocksFile = 'blkio/blkio.throttle.io_service_bytes_recursive';

test('what is read of disks is told at once where something runs, and else after some turns', () => {
	const {group, fake} = openWith(0);
	fake.groupV1('/a', {[blocksFile]: blocksOf(4096)});
	expect(group?.read().blockReadBytes).not.toBe(8192);
	fake.groupV1('/a', {[blocksFile]: blocksOf(8192), 'cpuacct/cpuacct.usage': '99\n'});
	expect(group?.read().blockReadBytes).toBe(8192);
	fake.groupV1('/a', {[blocksFile]: blocksOf(9000), 'cpuacct/cpuacct.usage': '99\n'});
	expect(group?.read().blockReadBytes).toBe(8192);
	const turns = Array.from({length: seldomTurns}, () => group?.read().blockReadBytes);
	expect(turns.at(-1)).toBe(9000);
	group?.close();
});
