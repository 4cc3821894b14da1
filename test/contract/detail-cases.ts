import {expect, test} from 'vitest';
import type {ContainerRef} from '../../source/model/ids.ts';
import {jsonAt} from '../../source/model/json.ts';
import {oddIn} from '../helpers/field-faults.ts';
import {type Contract, unknownRef} from './subject.ts';

/** What is asked for when somebody looks at one container closely. */
export const detailCases = (contract: Contract): void => {
	const imageOf = async (ref: ContainerRef): Promise<string> => {
		const {value} = await contract.engine.inspectDocument(ref, contract.signal);
		return String(jsonAt(value, 'Image'));
	};

	test('the whole inspect, in its own words', async () => {
		const ref = await contract.cast.idle();
		const {value, leftOut} = await contract.engine.inspectDocument(ref, contract.signal);
		expect(jsonAt(value, 'Id')).toBe(ref.id);
		expect(jsonAt(value, 'State', 'Running')).toBe(true);
		expect(jsonAt(value, 'HostConfig', 'Memory')).toBe(0);
		expect(leftOut).toBe(0);
	});

	test('how it was made', async () => {
		const ref = await contract.cast.idle();
		const setup = await contract.engine.setup(ref, contract.signal);
		expect(setup.imageId).toBe(await imageOf(ref));
		expect(setup.command.length + setup.entrypoint.length).toBeGreaterThan(0);
		for (const text of setup.env) expect(text).toContain('=');
		for (const {name, aliases} of setup.networks) {
			expect(name).not.toBe('');
			expect(aliases).toEqual(expect.any(Array));
		}
		expect(oddIn(setup)).toEqual([]);
	});

	test('what runs in it, with who started it', async () => {
		const ref = await contract.cast.talker();
		const {processes, total} = await contract.engine.processes(ref, contract.signal);
		expect(processes.length).toBe(total);
		const [first] = processes;
		expect(first).toMatchObject({
			pid: expect.any(Number),
			parentPid: expect.any(Number),
			user: expect.stringMatching(/./),
			lifeCpuPercent: expect.any(Number),
			cpuMillis: expect.any(Number),
			memoryBytes: expect.any(Number),
			command: expect.stringMatching(/./),
		});
		expect(first?.memoryBytes).toBeGreaterThan(10_000);
		const pids = new Set(processes.map(({pid}) => pid));
		for (const {parentPid} of processes.slice(1)) expect(pids).toContain(parentPid);
		expect(oddIn(processes)).toEqual([]);
	});

	test('in one that ended nothing runs', async () => {
		const ref = await contract.cast.ended();
		await expect(contract.engine.processes(ref, contract.signal)).rejects.toMatchObject({
			kind: 'conflict',
		});
	});

	test('changed files of one that runs and of one that ended', async () => {
		for (const ref of [await contract.cast.idle(), await contract.cast.ended()]) {
			const {changes, total} = await contract.engine.changes(ref, contract.signal);
			expect(changes.length).toBe(total);
			for (const {path} of changes) expect(path).toMatch(/^\/./);
		}
	});

	test('volumes, with what they take', async () => {
		for (const {name, bytes, users} of await contract.engine.volumeSizes(contract.signal)) {
			expect(name).not.toBe('');
			expect(oddIn({bytes, users})).toEqual([]);
		}
	});

	test('the image of a container, with its own environment', async () => {
		const id = await imageOf(await contract.cast.idle());
		const image = await contract.engine.imageConfig(id, contract.signal);
		expect(image.id).toContain(id);
		expect(image.names.join()).toMatch(/:/);
		expect(image.command.length + image.entrypoint.length).toBeGreaterThan(0);
		expect(jsonAt(image.config.value, 'Cmd')).toEqual([...image.command]);
	});

	test('what is not there is not found', async () => {
		const {engine, signal} = contract;
		const ref = unknownRef(await contract.cast.ended());
		// Of processes Podman says it without a word.
		const notFound = {kind: 'not-found'};
		await expect(engine.inspectDocument(ref, signal)).rejects.toMatchObject(notFound);
		await expect(engine.processes(ref, signal)).rejects.toMatchObject(notFound);
		await expect(engine.changes(ref, signal)).rejects.toMatchObject(notFound);
		const image = engine.imageConfig(`sha256:${ref.id}`, signal);
		await expect(image).rejects.toMatchObject({kind: 'not-found'});
	});

	test('under a signal that has fired every question is an AbortError', async () => {
		const {engine} = contract;
		const ref = await contract.cast.ended();
		const aborted = AbortSignal.abort();
		const calls = [
			engine.inspectDocument(ref, aborted),
			engine.processes(ref, aborted),
			engine.changes(ref, aborted),
			engine.volumeSizes(aborted),
			engine.imageConfig(ref.id, aborted),
		];
		for (const result of await Promise.allSettled(calls))
			expect(result).toMatchObject({status: 'rejected', reason: {name: 'AbortError'}});
	});
};
