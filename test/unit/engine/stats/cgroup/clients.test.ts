import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {describe, expect, onTestFinished, test} from 'vitest';
import {readClients} from '../../../../../source/engine/stats/cgroup/clients.ts';
import {FakeMachine, hexId} from '../../../../helpers/fake-cgroups.ts';

const head =
	'  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const listening =
	'   0: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 46517 1 0 100 0 0 10 0\n';
/** From 172.19.0.7. */
const client = (port: number): string =>
	`   2: 030013AC:0050 070013AC:${port.toString(16).toUpperCase().padStart(4, '0')} 01 00000000:00000000 00:00000000 00000000   101        0 51022 1 0 20 4 30 10 -1\n`;

const id = hexId('a');

const machine = (table: string): FakeMachine => {
	const made = new FakeMachine(1);
	onTestFinished(() => made.close());
	made.process(100, `/docker/${id}`);
	made.write('proc/100/status', 'NSpid:\t100\t1\n');
	made.write('proc/100/net/tcp', head + table);
	return made;
};

const read = async (
	{procFolder}: FakeMachine,
	pauseMillis = 0,
	signal = new AbortController().signal,
): Promise<readonly string[] | undefined> =>
	(await readClients(new Set([id]), signal, {procFolder, pauseMillis}))
		.get(id)
		?.connections.map(({address}) => address);

describe('who is connected', () => {
	test('is read of a process of the container, also where there is no version 6', async () => {
		expect(await read(machine(listening + client(40_001)))).toEqual(['172.19.0.7']);
		expect(await read(machine(listening))).toEqual([]);
	});

	test('is who was there twice', async () => {
		const made = machine(listening + client(1) + client(2));
		const found = read(made, 200);
		await sleep(60);
		made.write('proc/100/net/tcp', head + listening + client(2) + client(3));
		expect(await found).toHaveLength(1);
	});

	test('is read past the first page', async () => {
		const many = Array.from({length: 2000}, (_, at) => client(at + 1)).join('');
		expect(await read(machine(listening + many))).toHaveLength(2000);
	});

	test('is not all where the table is beyond measure', async () => {
		const many = client(1).repeat(10_000);
		const {procFolder} = machine(listening + many);
		const found = await readClients(new Set([id]), new AbortController().signal, {
			...{procFolder, pauseMillis: 0},
		});
		expect(found.get(id)?.isWhole).toBe(false);
	});
});

describe('nobody knows', () => {
	test('of what does not run here, or has ended meanwhile', async () => {
		const made = machine(listening);
		made.process(100, `/docker/${hexId('b')}`);
		expect(await read(made)).toBeUndefined();
		const ending = machine(listening + client(1));
		const found = read(ending, 200);
		await sleep(60);
		rmSync(join(ending.procFolder, '100'), {recursive: true});
		expect(await found).toBeUndefined();
	});

	test('where another process has its number by now', async () => {
		const made = machine(listening + client(1));
		const found = read(made, 200);
		await sleep(60);
		made.process(100, `/docker/${hexId('b')}`);
		expect(await found).toBeUndefined();
	});

	test('where it was not read in time', async () => {
		const over = new AbortController();
		over.abort();
		expect(await read(machine(listening), 0, over.signal)).toBeUndefined();
	});

	test('where there is no /proc at all', async () => {
		const found = await readClients(new Set([id]), new AbortController().signal, {
			...{procFolder: '/nowhere', pauseMillis: 0},
		});
		expect(found.size).toBe(0);
	});
});
