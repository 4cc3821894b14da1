import {expect} from 'vitest';
import type {ContainerAction} from '../../source/model/act/container-action.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {until} from '../helpers/until.ts';
import {type Exceptions, testUnless} from './exceptions.ts';
import {type Contract, find} from './subject.ts';

const mebi = 2 ** 20;

/** What is changed of a container other than whether it runs. */
export const changeCases = (contract: Contract, exceptions: Exceptions = {}): void => {
	const test = testUnless(exceptions);
	const act = (ref: ContainerRef, action: ContainerAction) =>
		contract.engine.act(ref, action, contract.signal);
	const inspect = (ref: ContainerRef) => contract.engine.inspect(ref, contract.signal);
	const fresh = () => `renamed-${process.pid}-${Math.random().toString(36).slice(2)}`;

	test('it gets another name, under which it is listed', async () => {
		const ref = await contract.cast.idle();
		const name = fresh();
		expect(await act(ref, {verb: 'rename', name})).toBe('done');
		expect((await inspect(ref)).name).toBe(name);
		await until(async () => (await find(contract, ref))?.name === name, 'the new name listed');
	});

	test('a name that another one has, or that is none, is refused', async () => {
		const [ref, other] = [await contract.cast.idle(), await contract.cast.ended()];
		const {name = ''} = await inspect(other);
		await expect(act(ref, {verb: 'rename', name})).rejects.toMatchObject({
			kind: 'conflict',
			message: expect.stringContaining(name),
		});
		for (const odd of ['$(touch x)', 'a b', '-f'])
			await expect(act(ref, {verb: 'rename', name: odd})).rejects.toMatchObject({
				kind: expect.stringMatching(/^(invalid|internal)$/),
			});
	});

	test('a signal that it does not mind leaves it running', async () => {
		const ref = await contract.cast.idle();
		const before = await inspect(ref);
		expect(await act(ref, {verb: 'kill', signal: 'SIGHUP'})).toBe('done');
		expect(await inspect(ref)).toMatchObject({state: 'running', pid: before.pid});
	});

	test('a signal that there is not is refused', async () => {
		const ref = await contract.cast.idle();
		await expect(act(ref, {verb: 'kill', signal: 'SIGNONE'})).rejects.toMatchObject({
			kind: expect.stringMatching(/^(invalid|internal)$/),
		});
		expect((await inspect(ref)).state).toBe('running');
	});

	test('by force it is removed although it runs, with its volumes', async () => {
		const ref = await contract.cast.idle();
		expect(await act(ref, {verb: 'remove', force: true, volumes: true})).toBe('done');
		await expect(inspect(ref)).rejects.toMatchObject({kind: 'not-found'});
	});

	test('limits are set, and stay where they are not named', async () => {
		const ref = await contract.cast.idle();
		const limits = {cpus: 0.5, memoryBytes: 64 * mebi, pids: 100};
		expect(await act(ref, {verb: 'update', limits})).toBe('done');
		expect((await inspect(ref)).limits).toEqual(limits);
		expect(await act(ref, {verb: 'update', limits: {cpus: 0.25}})).toBe('done');
		expect((await inspect(ref)).limits).toEqual({...limits, cpus: 0.25});
		expect(await act(ref, {verb: 'update', limits: {memoryBytes: 128 * mebi}})).toBe('done');
		expect((await inspect(ref)).limits.memoryBytes).toBe(128 * mebi);
	});

	test('limits are taken away: of processes there is none, else it is all of the machine', async () => {
		const {cpus, memoryTotalBytes} = await contract.engine.connect(contract.signal);
		const ref = await contract.cast.idle();
		await act(ref, {verb: 'update', limits: {cpus: 0.5, memoryBytes: 64 * mebi, pids: 100}});
		const none = {cpus: 0, memoryBytes: 0, pids: 0};
		expect(await act(ref, {verb: 'update', limits: none})).toBe('done');
		expect((await inspect(ref)).limits).toEqual({cpus, memoryBytes: memoryTotalBytes});
	});

	test('memory below what an engine takes is refused, and nothing changes', async () => {
		const ref = await contract.cast.idle();
		await expect(act(ref, {verb: 'update', limits: {memoryBytes: mebi}})).rejects.toMatchObject({
			kind: 'invalid',
			message: expect.stringContaining('6MB'),
		});
		expect((await inspect(ref)).limits).toEqual({});
	});

	test('the restart policy is another one', async () => {
		const ref = await contract.cast.idle();
		const policies = [
			[{name: 'always'}, 'always'],
			[{name: 'on-failure', retries: 3}, 'on-failure:3'],
			[{name: 'on-failure', retries: 0}, 'on-failure'],
			[{name: 'unless-stopped'}, 'unless-stopped'],
			[{name: 'no'}, 'no'],
		] as const;
		for (const [restartPolicy, told] of policies) {
			expect(await act(ref, {verb: 'update', restartPolicy})).toBe('done');
			expect((await inspect(ref)).restartPolicy).toBe(told);
		}
	});
};
