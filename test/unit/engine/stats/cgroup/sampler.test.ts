import {readdirSync, readlinkSync} from 'node:fs';
import {afterEach, expect, test} from 'vitest';
import type {StatsTarget} from '../../../../../source/engine/engine.ts';
import {createCgroupSampler} from '../../../../../source/engine/stats/cgroup/sampler.ts';
import type {StatsSample} from '../../../../../source/model/stats-sample.ts';
import {FakeMachine, hexId} from '../../../../helpers/fake-cgroups.ts';
import {refOf, targetOf} from '../../../../helpers/fake-stats-source.ts';

const id = hexId('a');
const other = hexId('b');
const group = `/docker/${id}`;
const scope = `/system.slice/docker-${id}.scope`;

let machine: FakeMachine | undefined;
afterEach(() => {
	machine?.close();
	machine = undefined;
});

/** Takes so many batches; the interval is the shortest there is. */
const sample = async (
	count: number,
	{procFolder}: FakeMachine,
	targets: () => readonly StatsTarget[] = () => [targetOf(refOf(id))],
	onBatch: (batch: readonly StatsSample[]) => void = () => {},
): Promise<readonly (readonly StatsSample[])[]> => {
	const batches: (readonly StatsSample[])[] = [];
	const sampler = createCgroupSampler(procFolder);
	const {signal} = new AbortController();
	for await (const batch of sampler.sample({targets, intervalMillis: 20}, signal)) {
		batches.push(batch);
		onBatch(batch);
		if (batches.length === count) break;
	}
	return batches;
};

/** Handles of this process that lead into a folder. */
const handlesIn = (folder: string): number =>
	readdirSync('/proc/self/fd').filter(handle => {
		try {
			return readlinkSync(`/proc/self/fd/${handle}`).startsWith(folder);
		} catch {
			// The handle of the folder that is being read.
			return false;
		}
	}).length;

const counters = {
	ref: refOf(id),
	origin: 'cgroup',
	readAtNanos: expect.any(BigInt),
	memoryUsedBytes: 9_584_640 - 8_388_608,
	memoryCacheBytes: 8_388_608,
	memoryAnonBytes: 118_784,
	memoryFileBytes: 8_613_888,
	memorySwapBytes: 4096,
	memoryLimitBytes: 67_108_864,
	netRxBytes: 496,
	netTxBytes: 42,
	netErrors: 1,
	netDrops: 5,
	blockReadBytes: 4097,
	blockWriteBytes: 8192,
	pids: 2,
	cpuPeriods: 40,
	cpuThrottledPeriods: 3,
	oomKills: 2,
};

test('version 1', async () => {
	machine = new FakeMachine(1);
	machine.process(42, group);
	machine.groupV1(group);
	const [[first] = []] = await sample(1, machine);
	expect(first).toEqual({...counters, cpuTotalNanos: 58_520_333});
});

test('version 2, with pressure', async () => {
	machine = new FakeMachine(2);
	machine.process(42, scope);
	machine.groupV2(scope);
	const [[first] = []] = await sample(1, machine);
	expect(first).toEqual({
		...counters,
		cpuTotalNanos: 58_520_000,
		pressure: {cpuPercent: 1.25, memoryPercent: 0, ioPercent: 20.5},
	});
});

test('a hybrid machine has its counters in version 1 and pressure in version 2', async () => {
	machine = new FakeMachine(1);
	machine.process(42, group);
	machine.groupV1(group);
	machine.write(`cgroup/unified${group}/cpu.pressure`, 'some avg10=7.00 avg60=0.00\n');
	const [[first] = []] = await sample(1, machine);
	expect(first).toEqual({...counters, cpuTotalNanos: 58_520_333, pressure: {cpuPercent: 7}});
});

test('without a limit the limit is the memory of the machine', async () => {
	machine = new FakeMachine(2);
	machine.process(42, scope);
	machine.groupV2(scope, {'memory.max': 'max\n'});
	const [[first] = []] = await sample(1, machine);
	expect(first?.memoryLimitBytes).toBeGreaterThan(67_108_864);
	expect(first?.memoryLimitBytes).toBeLessThan(2 ** 50);
});

test('what a kernel does not have is unknown, not 0', async () => {
	machine = new FakeMachine(1);
	machine.process(42, group);
	machine.groupV1(group);
	for (const controller of ['pids', 'blkio', 'cpu']) machine.remove(`cgroup/${controller}`);
	const [[first] = []] = await sample(1, machine);
	expect(first).not.toHaveProperty('pids');
	expect(first).not.toHaveProperty('blockReadBytes');
	expect(first).not.toHaveProperty('cpuPeriods');
	expect(first?.cpuTotalNanos).toBe(58_520_333);
});

test('BFQ counts where it is in use, as for the engine', async () => {
	machine = new FakeMachine(1);
	machine.process(42, group);
	machine.groupV1(group, {
		'blkio/blkio.bfq.io_service_bytes_recursive': '8:0 Read 77\n8:0 Write 88\nTotal 165\n',
	});
	const [[first] = []] = await sample(1, machine);
	expect(first).toMatchObject({blockReadBytes: 77, blockWriteBytes: 88});
});

test('the traffic of one on the network of the machine is not its own', async () => {
	machine = new FakeMachine(1);
	machine.process(42, group);
	machine.groupV1(group);
	const targets = () => [targetOf(refOf(id), {hasTraffic: false})];
	const [[first] = []] = await sample(1, machine, targets);
	expect(first).not.toHaveProperty('netRxBytes');
});

test('of several processes it is the first one whose network is read, for others end sooner', async () => {
	machine = new FakeMachine(1);
	machine.process(7, group);
	machine.write('proc/7/status', 'Name:\tsleep\nNSpid:\t7\t23\n');
	machine.write('proc/7/net/dev', '  eth0: 1 0 0 0 0 0 0 0 1 0\n');
	machine.process(42, group);
	machine.write('proc/42/status', 'Name:\tsh\nNSpid:\t42\t1\nNSpgid:\t42\t1\n');
	machine.groupV1(group);
	const [[first] = []] = await sample(1, machine);
	expect(first?.netRxBytes).toBe(496);
});

test('a tunnel inside of the container carries the same bytes once more', async () => {
	machine = new FakeMachine(1);
	machine.process(42, group);
	machine.groupV1(group);
	machine.write(
		'proc/42/net/dev',
		'  lo: 9 0 0 0 0 0 0 0 9 0\n  eth0: 396 4 0 0 0 0 0 0 40 0\n  wg0: 300 4 0 0 0 0 0 0 30 0\n',
	);
	const [[first] = []] = await sample(1, machine);
	expect(first).toMatchObject({netRxBytes: 396, netTxBytes: 40});
	machine.write('proc/42/net/dev', '  lo: 9 0 0 0 0 0 0 0 9 0\n  tap0: 7 4 0 0 0 0 0 0 8 0\n');
	const [[other] = []] = await sample(1, machine);
	expect(other).toMatchObject({netRxBytes: 7, netTxBytes: 8});
});

test('the second sample follows soon, and files are not opened again', async () => {
	machine = new FakeMachine(1);
	machine.process(42, group);
	machine.groupV1(group);
	const open: number[] = [];
	const {folder} = machine;
	const batches = await sample(3, machine, undefined, () => open.push(handlesIn(folder)));
	const [first, second] = batches.map(([each]) => each?.readAtNanos ?? 0n);
	expect(second).toBeGreaterThan(first ?? 0n);
	expect(open[0]).toBeGreaterThan(3);
	expect(open[2]).toBe(open[0]);
	expect(handlesIn(folder)).toBe(0);
});

test('one that is not on this machine is left to the engine, and looked for again later', async () => {
	machine = new FakeMachine(1);
	machine.process(42, group);
	machine.groupV1(group);
	const sampler = createCgroupSampler(machine.procFolder);
	const targets = () => [id, other].map(each => targetOf(refOf(each)));
	for await (const batch of sampler.sample({targets}, new AbortController().signal)) {
		expect(batch.map(({ref}) => ref.id)).toEqual([id]);
		break;
	}
	expect(sampler.isElsewhere(other)).toBe(true);
	expect(sampler.isElsewhere(id)).toBe(false);
});

test.each([
	['where memory is not counted', (each: FakeMachine) => each.remove(`cgroup/memory`)],
	[
		'where a file is there, but may not be read,',
		(each: FakeMachine) => {
			each.remove(`cgroup/memory${group}/memory.stat`);
			each.write(`cgroup/memory${group}/memory.stat/x`, 'a folder cannot be read either');
		},
	],
	['where nothing is mounted', (each: FakeMachine) => each.write('proc/self/mountinfo', '')],
	['where the group has another path here', (each: FakeMachine) => each.remove('cgroup')],
])('%s the engine is asked', async (_where, spoil) => {
	machine = new FakeMachine(1);
	machine.process(42, group);
	machine.groupV1(group);
	spoil(machine);
	const sampler = createCgroupSampler(machine.procFolder);
	const controller = new AbortController();
	const targets = () => {
		if (sampler.isElsewhere(id)) controller.abort();
		return [targetOf(refOf(id))];
	};
	for await (const batch of sampler.sample({targets}, controller.signal)) {
		expect(batch).toEqual([]);
	}
	expect(sampler.isElsewhere(id)).toBe(true);
});

test('one that ends is silent, and its next life is found with its new process', async () => {
	// Without kept handles: those of ordinary files would outlive the files, as the kernel's do not.
	machine = new FakeMachine(2, {openFiles: 200});
	machine.process(42, scope);
	machine.groupV2(scope);
	let turn = 0;
	const batches = await sample(3, machine, undefined, () => {
		if (++turn !== 2) return;
		machine?.remove('proc/42');
		machine?.remove('cgroup/system.slice');
		machine?.process(43, group);
		machine?.groupV2(group, {'cpu.stat': 'usage_usec 7\n'});
	});
	expect(batches.map(([each]) => each?.cpuTotalNanos)).toEqual([58_520_000, 58_520_000, 7000]);
});

test('where few files may be open, none is kept', async () => {
	machine = new FakeMachine(1, {openFiles: 200});
	machine.process(42, group);
	machine.groupV1(group);
	const {folder} = machine;
	await sample(2, machine, undefined, () => expect(handlesIn(folder)).toBe(0));
});

test('where none is kept, the number of an ended process may be that of a foreign one', async () => {
	const fake = new FakeMachine(1, {openFiles: 256});
	machine = fake;
	fake.process(42, group);
	fake.groupV1(group);
	const traffic: unknown[] = [];
	await sample(3, fake, undefined, ([first]) => {
		traffic.push(first?.netRxBytes);
		if (traffic.length > 1) return;
		fake.process(42, `/docker/${other}`);
		fake.write('proc/42/net/dev', '  eth0: 666 0 0 0 0 0 0 0 1 0\n');
		fake.process(43, group);
		fake.write('proc/43/net/dev', '  eth0: 500 0 0 0 0 0 0 0 1 0\n');
	});
	expect(traffic).toEqual([496, 500, 500]);
});
