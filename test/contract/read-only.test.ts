import {describe, expect, onTestFinished, test} from 'vitest';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {Engine} from '../../source/engine/engine.ts';
import type {ContainerAction} from '../../source/model/act/container-action.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';
import {type ProxiedDemo, proxiedDemo} from '../helpers/engine-proxy.ts';
import {targetOf} from '../helpers/fake-stats-source.ts';
import {endOf} from './faults-subject.ts';

const life = (): AbortController => {
	const controller = new AbortController();
	onTestFinished(() => controller.abort());
	return controller;
};

const engineAt = ({socketPath}: ProxiedDemo, isReadOnly: boolean): Engine => {
	const engine = createDockerEngine(
		{url: `unix://${socketPath}`, source: '--host', transport: {kind: 'unix', socketPath}},
		localHost,
		{readsCgroups: false, isReadOnly},
	);
	onTestFinished(() => engine.dispose());
	return engine;
};

const actions: readonly ContainerAction[] = [
	{verb: 'start'},
	{verb: 'stop'},
	{verb: 'restart'},
	{verb: 'pause'},
	{verb: 'unpause'},
	{verb: 'kill', signal: 'SIGHUP'},
	{verb: 'rename', name: 'renamed'},
	{verb: 'update', limits: {pids: 100}},
	{verb: 'remove', force: true, volumes: true},
];

type Calls = {readonly [Name in Exclude<keyof Engine, 'hostId'>]: () => unknown};

/** Each of them in turn, whatever became of those before; then fails as the first that failed. */
const all = async (calls: readonly (() => Promise<unknown>)[]): Promise<void> => {
	const failures: unknown[] = [];
	for (const call of calls) await call().catch((error: unknown) => failures.push(error));
	if (failures.length > 0) throw failures[0];
};

/** All that an engine can be asked for. A method that is new is missing here until somebody says how it is called. */
const everyCall = (engine: Engine, ref: ContainerRef, signal: AbortSignal): Calls => ({
	connect: () => engine.connect(signal),
	ping: () => engine.ping(signal),
	look: () => engine.look(),
	quietMillis: () => engine.quietMillis(),
	untilReplaced: () => engine.untilReplaced(AbortSignal.timeout(1)),
	list: () => engine.list(signal),
	listUp: () => engine.listUp(signal),
	listSome: () => engine.listSome(new Set([ref.id]), signal),
	inspect: () => engine.inspect(ref, signal),
	inspectDocument: () => engine.inspectDocument(ref, signal),
	processes: () => engine.processes(ref, signal),
	clients: () => engine.clients([ref], signal),
	changes: () => engine.changes(ref, signal),
	volumeSizes: () => engine.volumeSizes(signal),
	volumeNames: () => engine.volumeNames(signal),
	imageConfig: () => engine.imageConfig('sha256:0', signal),
	setup: () => engine.setup(ref, signal),
	events: () => engine.events(signal),
	pastEvents: () => engine.pastEvents({sinceMillis: 0, untilMillis: 1}, signal),
	async stats() {
		for await (const _ of engine.stats({targets: () => [targetOf(ref)]}, signal)) break;
	},
	logs: () => engine.logs(ref, {follow: true, tail: 1, tty: false}, signal),
	files() {
		const {files} = engine;
		async function* nothing(): AsyncGenerator<Uint8Array> {
			yield new Uint8Array(1024);
		}
		return all([
			() => files.list(ref, '/etc', {mayRun: true}, signal),
			() => files.list(ref, '/etc', {mayRun: false}, signal),
			() => files.stat(ref, '/etc/hosts', signal),
			async () => {
				for await (const _ of await files.read(ref, '/etc/hosts', signal));
			},
			() => files.write(ref, '/tmp', nothing(), signal),
		]);
	},
	act: () => all(actions.map(action => () => engine.act(ref, action, signal))),
	exec: () => engine.exec(ref, {argv: ['sh'], columns: 80, rows: 24}, signal),
	attach: () => engine.attach(ref, {columns: 80, rows: 24}, signal),
	debug: () => engine.debug(ref, {image: 'x', argv: ['sh'], columns: 80, rows: 24}, signal),
	imageNames: () => engine.imageNames(signal),
	dispose: () => engine.dispose(),
});

const walk = async (isReadOnly: boolean) => {
	const subject = await proxiedDemo();
	const engine = engineAt(subject, isReadOnly);
	const {signal} = life();
	await engine.connect(signal);
	const [ref] = (await engine.listUp(signal)).map(each => each.ref);
	if (ref === undefined) throw new Error('nothing runs');
	const ends: Record<string, unknown> = {};
	for (const [name, call] of Object.entries(everyCall(engine, ref, signal)))
		ends[name] = await endOf(Promise.resolve().then(call));
	return {subject, ends};
};

describe('read-only', () => {
	test('no method of the engine sends anything but GET and HEAD', async () => {
		const {subject, ends} = await walk(true);
		expect(subject.writes()).toEqual([]);
		expect(Object.entries(ends).filter(([, end]) => end === 'read-only')).toEqual([
			['files', 'read-only'],
			['act', 'read-only'],
			['exec', 'read-only'],
			['attach', 'read-only'],
			['debug', 'read-only'],
		]);
		// It was there, and answered to what reads.
		expect(subject.proxy.counts().size).toBeGreaterThan(10);
	});

	test('and the same walk without it does send them', async () => {
		const {subject} = await walk(false);
		expect(new Set(subject.writes().map(name => name.split(' ')[0]))).toEqual(
			new Set(['POST', 'DELETE', 'PUT']),
		);
	});

	test('each action says that it was not sent', async () => {
		const subject = await proxiedDemo();
		const engine = engineAt(subject, true);
		const {signal} = life();
		await engine.connect(signal);
		const [container] = await engine.listUp(signal);
		for (const action of actions)
			await expect(
				engine.act(container?.ref as ContainerRef, action, signal),
			).rejects.toMatchObject({
				kind: 'read-only',
				isUnsent: true,
				message: expect.stringMatching(/^dockmon is read-only/),
			});
		expect(subject.writes()).toEqual([]);
	});
});

describe('behind a proxy that forbids POST and DELETE', () => {
	const behind = () => proxiedDemo(name => !/^(GET|HEAD) /.test(name));

	test('all that reads works, and what writes is told as forbidden', async () => {
		const subject = await behind();
		const engine = engineAt(subject, false);
		const {signal} = life();
		await engine.connect(signal);
		const listed = await engine.listUp(signal);
		expect(listed.length).toBeGreaterThan(5);
		const ref = listed[0]?.ref as ContainerRef;
		await engine.inspect(ref, signal);
		await engine.processes(ref, signal);
		for (const action of actions)
			await expect(engine.act(ref, action, signal)).rejects.toMatchObject({
				kind: 'permission',
				message: 'HTTP 403, a web page: 403 Forbidden',
				hint: expect.stringMatching(/forbids this call: (POST|DELETE) \/containers\/\{id\}/),
			});
		await expect(
			engine.exec(ref, {argv: ['sh'], columns: 80, rows: 24}, signal),
		).rejects.toMatchObject({kind: 'permission'});
	});
});
