import {expect, test} from 'vitest';
import {type Contract, find, unknownRef} from './subject.ts';

export const connectionCases = (contract: Contract): void => {
	test('tells what it is', async () => {
		const info = await contract.engine.connect(contract.signal);
		expect(info.apiVersion).toMatch(/^\d+\.\d+$/);
		expect(info.version).toMatch(/^\d+\./);
		expect(info.cpus).toBeGreaterThan(0);
		expect(info.memoryTotalBytes).toBeGreaterThan(1e8);
		expect(info.name).toEqual(expect.any(String));
	});

	test('answers a ping', async () => {
		await contract.engine.ping(contract.signal);
	});

	test('remembers when it was last answered', async () => {
		const {engine, signal} = contract;
		await engine.list(signal);
		const quietMillis = engine.quietMillis();
		expect(quietMillis).toBeGreaterThanOrEqual(0);
		expect(quietMillis).toBeLessThan(60_000);
	});

	test('is there as long as its socket is', async () => {
		await contract.engine.look();
	});

	test('tells its time, which here is ours', async () => {
		const {clockOffsetMillis} = await contract.engine.connect(contract.signal);
		expect(clockOffsetMillis).toBe(0);
	});

	test('list and inspect agree about one that runs', async () => {
		const ref = await contract.cast.idle();
		const listed = await find(contract, ref);
		expect(listed).toMatchObject({ref, state: 'running'});
		expect(listed?.name).not.toMatch(/^\/|^$/);
		expect(listed?.image).not.toBe('');
		const details = await contract.engine.inspect(ref, contract.signal);
		expect(details.pid).toBeGreaterThan(0);
		expect(details.startedAtMillis).toBeLessThanOrEqual(Date.now() + 1000);
		expect(details).not.toHaveProperty('exitCode');
		expect(details.tty).toBe(false);
		expect(details.logDriver).not.toBe('');
	});

	test('list and inspect agree about one that ended', async () => {
		const ref = await contract.cast.ended();
		expect(await find(contract, ref)).toMatchObject({state: 'exited'});
		const details = await contract.engine.inspect(ref, contract.signal);
		expect(details.exitCode).toEqual(expect.any(Number));
		expect(details.finishedAtMillis).toBeGreaterThanOrEqual(details.startedAtMillis ?? 0);
		expect(details).not.toHaveProperty('pid');
	});

	test('lists those that are up, and those that are asked for', async () => {
		const {engine, cast, signal} = contract;
		const [idle, ended] = [await cast.idle(), await cast.ended()];
		const up = (await engine.listUp(signal)).map(({ref}) => ref.id);
		expect([up.includes(idle.id), up.includes(ended.id)]).toEqual([true, false]);
		const ids = new Set([ended.id, idle.id, unknownRef(idle).id]);
		const some = await engine.listSome(ids, signal);
		expect(some.map(({ref}) => ref.id).sort()).toEqual([ended.id, idle.id].sort());
	});

	test('an unknown container is not found', async () => {
		const ref = unknownRef(await contract.cast.ended());
		await expect(contract.engine.inspect(ref, contract.signal)).rejects.toMatchObject({
			kind: 'not-found',
			message: expect.stringMatching(/no such container/i),
		});
	});

	test('every call under a signal that has fired is an AbortError', async () => {
		const {engine} = contract;
		const ref = await contract.cast.ended();
		const aborted = AbortSignal.abort();
		const logs = {follow: true, tail: 1, tty: false};
		const calls = [
			engine.ping(aborted),
			engine.connect(aborted),
			engine.list(aborted),
			engine.inspect(ref, aborted),
			engine.events(aborted),
			engine.logs(ref, logs, aborted),
			engine.act(ref, {verb: 'start'}, aborted),
			engine.exec(ref, {argv: ['sh'], columns: 80, rows: 24}, aborted),
		];
		for (const result of await Promise.allSettled(calls))
			expect(result).toMatchObject({status: 'rejected', reason: {name: 'AbortError'}});
		expect(await find(contract, ref)).toMatchObject({state: 'exited'});
	});
};
