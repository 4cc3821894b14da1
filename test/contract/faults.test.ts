import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import type {Fault} from '../../source/demo/api/faults.ts';
import {type DemoEngine, startDemoEngine} from '../../source/demo/start.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {EngineError} from '../../source/model/engine-error.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';
import type {LogLine} from '../../source/model/log-line.ts';
import {collect} from '../helpers/collect.ts';
import {targetOf} from '../helpers/fake-stats-source.ts';
import {frame} from '../helpers/frames.ts';

let folder: string;
let demo: DemoEngine;
let engine: Engine;
let controller: AbortController;
let signal: AbortSignal;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dockmon-faults-'));
	const socketPath = join(folder, 'engine.sock');
	demo = await startDemoEngine({listen: `unix://${socketPath}`, seed: 1});
	engine = createDockerEngine(
		{url: demo.endpoint, source: 'demo', transport: {kind: 'unix', socketPath}},
		localHost,
	);
	controller = new AbortController();
	({signal} = controller);
	await engine.connect(signal);
});

afterEach(async () => {
	vi.useRealTimers();
	controller.abort();
	engine.dispose();
	await demo.close();
	await rm(folder, {recursive: true});
});

/** From now on, for paths that end so. */
const breakPath = (end: string, fault: Fault): void =>
	demo.setFaults({match: (_method, path) => (path.endsWith(end) ? fault : undefined)});

const refOf = async (name: string): Promise<ContainerRef> => {
	const found = (await engine.list(signal)).find(container => container.name === name);
	if (!found) throw new Error(`no container ${name}`);
	return found.ref;
};

const outcome = async (call: Promise<unknown>): Promise<unknown> =>
	call.then(
		() => 'fulfilled',
		(error: unknown) => error,
	);

const logs = {follow: true, tail: 10, tty: false};
const shell = {argv: ['sh'], columns: 80, rows: 24};

/** Every call of the port that is a question with one answer, or the opening of a stream. */
const callsOn = (ref: ContainerRef): Readonly<Record<string, () => Promise<unknown>>> => ({
	connect: () => engine.connect(signal),
	ping: () => engine.ping(signal),
	list: () => engine.list(signal),
	inspect: () => engine.inspect(ref, signal),
	events: () => engine.events(signal),
	logs: () => engine.logs(ref, logs, signal),
	act: () => engine.act(ref, {verb: 'stop'}, signal),
	exec: () => engine.exec(ref, shell, signal),
});

describe('whatever is asked', () => {
	test('an engine that hangs is a timeout', async () => {
		const ref = await refOf('registry');
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
		demo.setFaults({match: () => 'hang'});
		for (const [name, call] of Object.entries(callsOn(ref))) {
			const result = outcome(call());
			await vi.advanceTimersByTimeAsync(30_000);
			expect([name, await result]).toEqual([name, expect.objectContaining({kind: 'timeout'})]);
		}
	});

	test('an engine that hangs can be left by an abort', async () => {
		const ref = await refOf('registry');
		demo.setFaults({match: () => 'hang'});
		const results = Object.values(callsOn(ref)).map(call => outcome(call()));
		controller.abort();
		for (const result of await Promise.all(results))
			expect(result).toMatchObject({name: 'AbortError'});
	});

	test('an engine that hangs up is unreachable', async () => {
		const ref = await refOf('registry');
		demo.setFaults({match: () => 'refuse'});
		for (const [name, call] of Object.entries(callsOn(ref)))
			expect([name, await outcome(call())]).toEqual([
				name,
				expect.objectContaining({kind: 'unreachable', hint: expect.any(String)}),
			]);
	});

	test('a web page with 502 is told by its title', async () => {
		const ref = await refOf('registry');
		const body = '<html><title>502 Bad Gateway</title></html>';
		demo.setFaults({match: () => ({status: 502, body, contentType: 'text/html'})});
		for (const [name, call] of Object.entries(callsOn(ref)))
			expect([name, await outcome(call())]).toEqual([
				name,
				expect.objectContaining({
					kind: 'internal',
					message: 'HTTP 502, a web page: 502 Bad Gateway',
				}),
			]);
	});

	test('a proxy that forbids it is a matter of permission', async () => {
		const ref = await refOf('registry');
		demo.setFaults({match: () => ({status: 403, body: 'Forbidden'})});
		for (const [name, call] of Object.entries(callsOn(ref)))
			expect([name, await outcome(call())]).toEqual([
				name,
				expect.objectContaining({kind: 'permission'}),
			]);
	});

	test('an engine that is gone is unreachable, and works again once it is back', async () => {
		const ref = await refOf('registry');
		await demo.close();
		for (const [name, call] of Object.entries(callsOn(ref)))
			expect([name, await outcome(call())]).toEqual([
				name,
				expect.objectContaining({
					kind: 'unreachable',
					message: expect.stringContaining('does not exist'),
				}),
			]);
		demo = await startDemoEngine({listen: `unix://${join(folder, 'engine.sock')}`, seed: 1});
		expect(await engine.list(signal)).not.toEqual([]);
	});
});

describe('answers that are cut or wrong', () => {
	const garbage = [
		'',
		'null',
		'[]',
		'{}',
		'42',
		'"text"',
		'OK',
		'<html><body>Welcome to nginx</body></html>',
		'[null, 7, "x", {}, []]',
		'[{"Id":',
		'{"message":"not what you think"}',
		'\u0000\u0001\u0002',
	];
	test.each(garbage)('the body %j never gets further than the adapter', async body => {
		const ref = await refOf('registry');
		demo.setFaults({match: () => ({body})});
		const calls = {
			...callsOn(ref),
			events: async () => collect(await engine.events(signal)),
			logs: async () => collect(await engine.logs(ref, {...logs, follow: false}, signal)),
		};
		for (const [name, call] of Object.entries(calls)) {
			const result = await outcome(call());
			if (result === 'fulfilled') continue;
			expect([name, result]).toEqual([name, expect.any(EngineError)]);
			expect([name, result]).toEqual([name, expect.objectContaining({kind: 'protocol'})]);
		}
	});

	test('garbage instead of samples is no sample, and no end of those of others', async () => {
		const [spoilt, fine] = [await refOf('shop-api-1'), await refOf('registry')];
		const bodies = garbage.values();
		demo.setFaults({
			match: (_method, path) =>
				path.includes(spoilt.id) ? {body: bodies.next().value ?? ''} : undefined,
		});
		const seen: string[] = [];
		const targets = () => [fine, spoilt].map(ref => targetOf(ref));
		const options = {targets, intervalMillis: 250};
		for await (const batch of engine.stats(options, signal)) {
			seen.push(...batch.map(({ref}) => ref.id));
			if (seen.length > 3) break;
		}
		expect(new Set(seen)).toEqual(new Set([fine.id]));
	});

	test('a list without one usable entry is empty', async () => {
		breakPath('/containers/json', {body: '[null, 7, "x", {}, []]'});
		expect(await engine.list(signal)).toEqual([]);
		breakPath('/containers/json', {body: 'null'});
		expect(await engine.list(signal)).toEqual([]);
	});

	test('a proxy that hides info and version does not stop the connection', async () => {
		demo.setFaults({
			match: (_method, path) =>
				/\/(info|version)$/.test(path) ? {status: 403, body: 'Forbidden'} : undefined,
		});
		const info = await engine.connect(signal);
		expect(info.apiVersion).toMatch(/^1\.\d+$/);
		expect(info).not.toHaveProperty('cpus');
	});

	test('connections that died while unused are no failure', async () => {
		for (let round = 0; round < 5; round++) {
			await engine.list(signal);
			demo.cutAll();
			expect(await engine.list(signal)).not.toEqual([]);
		}
	});

	test('an answer without an upgrade is no terminal', async () => {
		const ref = await refOf('registry');
		breakPath('/start', {body: '{}'});
		await expect(engine.exec(ref, shell, signal)).rejects.toMatchObject({kind: 'protocol'});
	});
});

describe('streams', () => {
	test('events that break off are a broken connection, not an end', async () => {
		const events = collect(await engine.events(signal));
		demo.cutAll();
		await expect(events).rejects.toMatchObject({kind: 'unreachable'});
	});

	test('events that are no JSON are refused', async () => {
		breakPath('/events', {body: '{"Type":"container"}\n<html>\n'});
		await expect(collect(await engine.events(signal))).rejects.toMatchObject({kind: 'protocol'});
	});

	const logsOf = async (
		body: string,
		contentType: string,
	): Promise<{lines: LogLine[]; error: unknown}> => {
		const ref = await refOf('registry');
		breakPath('/logs', {body, contentType});
		const lines: LogLine[] = [];
		try {
			for await (const batch of await engine.logs(ref, logs, signal)) lines.push(...batch);
			return {lines, error: undefined};
		} catch (error) {
			return {lines, error};
		}
	};

	test('a log that ends in the middle of an entry gives what came, and a gap', async () => {
		const whole = Buffer.concat([frame(1, 'one\n'), frame(1, 'two words\n')]);
		const body = whole.subarray(0, whole.length - 6).toString('latin1');
		const {lines, error} = await logsOf(body, 'application/vnd.docker.multiplexed-stream');
		expect(lines).toEqual([
			{kind: 'line', stream: 'stdout', text: 'one'},
			{kind: 'line', stream: 'stdout', text: 'two '},
			{kind: 'gap', reason: 'cut off: 6 bytes of the last entry missing'},
		]);
		expect(error).toBeUndefined();
	});

	test('a log whose connection breaks gives the whole lines that came, and then fails', async () => {
		const ref = await refOf('shop-web-1');
		breakPath('/logs', {cutAt: 300});
		const lines: LogLine[] = [];
		const reading = (async () => {
			for await (const batch of await engine.logs(ref, logs, signal)) lines.push(...batch);
		})();
		await expect(reading).rejects.toMatchObject({kind: 'unreachable'});
		// Half a line would be another one: whoever goes on reading gets it once more, and whole.
		expect(new Set(lines.map(line => line.kind))).toEqual(new Set(['line']));
	});

	test('a web page instead of a log is a gap, not a flood of letters', async () => {
		const {lines} = await logsOf('<html>Welcome</html>', 'text/html');
		expect(lines.map(line => line.kind)).toEqual(['gap']);
	});

	test('stats of one that hangs or fails do not hold up the others', async () => {
		const hung = await refOf('shop-api-1');
		const broken = await refOf('shop-redis-1');
		const fine = await refOf('registry');
		demo.setFaults({
			match(_method, path) {
				if (path.includes(hung.id)) return 'hang';
				return path.includes(broken.id) ? {body: '<html>', status: 200} : undefined;
			},
		});
		const targets = () => [hung, broken, fine].map(ref => targetOf(ref));
		const seen: string[] = [];
		for await (const batch of engine.stats({targets, intervalMillis: 200}, signal)) {
			seen.push(...batch.map(({ref}) => ref.id));
			if (seen.length === 4) break;
		}
		expect(new Set(seen)).toEqual(new Set([fine.id]));
	});

	test('a terminal whose connection breaks ends with a failure', async () => {
		const session = await engine.exec(await refOf('registry'), shell, signal);
		const output = collect(session.output);
		demo.cutAll();
		await outcome(output);
		await demo.close();
		await expect(session.exitCode()).rejects.toMatchObject({kind: 'unreachable'});
		await expect(session.close()).rejects.toMatchObject({kind: 'unreachable'});
	});
});
