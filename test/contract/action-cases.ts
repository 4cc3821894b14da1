import {expect, test} from 'vitest';
import type {ActionVerb} from '../../source/model/act/container-action.ts';
import type {Container} from '../../source/model/container.ts';
import type {ContainerRef} from '../../source/model/ids.ts';
import {until} from '../helpers/until.ts';
import {type Contract, find, notRunning, unknownRef} from './subject.ts';

/** Those that need nothing but the container. */
type Simple = Exclude<ActionVerb, 'rename' | 'update'>;

export const actionCases = (contract: Contract): void => {
	const act = (ref: ContainerRef, verb: Simple) =>
		contract.engine.act(ref, {verb}, contract.signal);
	const stateOf = async (ref: ContainerRef) => (await find(contract, ref))?.state;
	/** The list of engines follows their answer at once, or a moment later. */
	const becomes = (ref: ContainerRef, state: Container['state']) =>
		until(async () => (await stateOf(ref)) === state, `the container listed as ${state}`);
	const inspect = (ref: ContainerRef) => contract.engine.inspect(ref, contract.signal);

	test('stop, and stop again', async () => {
		const ref = await contract.cast.idle();
		expect(await act(ref, 'stop')).toBe('done');
		await becomes(ref, 'exited');
		expect(await act(ref, 'stop')).toBe('unchanged');
	});

	test('start, and start again', async () => {
		const ref = await contract.cast.idle();
		await act(ref, 'stop');
		expect(await act(ref, 'start')).toBe('done');
		await becomes(ref, 'running');
		expect(await act(ref, 'start')).toBe('unchanged');
	});

	test('a restart is a new start', async () => {
		const ref = await contract.cast.idle();
		const before = await inspect(ref);
		expect(await act(ref, 'restart')).toBe('done');
		const after = await inspect(ref);
		expect(after.startedAtMillis).toBeGreaterThan(before.startedAtMillis ?? Infinity);
		expect(after.pid).not.toBe(before.pid);
	});

	test('pause, pause again, go on, go on again', async () => {
		const ref = await contract.cast.idle();
		expect(await act(ref, 'pause')).toBe('done');
		await becomes(ref, 'paused');
		expect(await act(ref, 'pause')).toBe('unchanged');
		expect(await act(ref, 'unpause')).toBe('done');
		await becomes(ref, 'running');
		expect(await act(ref, 'unpause')).toBe('unchanged');
	});

	test('kill ends it with 137, and a second time is a conflict', async () => {
		const ref = await contract.cast.idle();
		expect(await act(ref, 'kill')).toBe('done');
		await becomes(ref, 'exited');
		expect((await inspect(ref)).exitCode).toBe(137);
		await expect(act(ref, 'kill')).rejects.toMatchObject({
			kind: 'conflict',
			message: expect.stringMatching(notRunning),
		});
	});

	test('pausing what does not run is a conflict', async () => {
		await expect(act(await contract.cast.ended(), 'pause')).rejects.toMatchObject({
			kind: 'conflict',
		});
	});

	test('what runs is not removed', async () => {
		const ref = await contract.cast.idle();
		await expect(act(ref, 'remove')).rejects.toMatchObject({kind: 'conflict'});
		await becomes(ref, 'running');
	});

	test('what has ended is removed, and is gone', async () => {
		const ref = await contract.cast.ended();
		expect(await act(ref, 'remove')).toBe('done');
		await until(async () => !(await find(contract, ref)), 'the container gone from the list');
		await expect(inspect(ref)).rejects.toMatchObject({kind: 'not-found'});
	});

	test('an unknown container is not found, whatever is to be done', async () => {
		const ref = unknownRef(await contract.cast.ended());
		const verbs: Simple[] = ['start', 'stop', 'restart', 'pause', 'unpause', 'kill', 'remove'];
		for (const verb of verbs)
			await expect(act(ref, verb)).rejects.toMatchObject({kind: 'not-found'});
	});
};
