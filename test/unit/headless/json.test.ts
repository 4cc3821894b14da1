import {describe, expect, test} from 'vitest';
import type {Snapshot} from '../../../source/headless/collect.ts';
import {toJson} from '../../../source/headless/json.ts';
import {
	aContainer,
	anEngine,
	aUsage,
	exited,
	keyOf,
	ofProject,
	refOf,
	someDetails,
	startMillis,
} from '../../helpers/builders.ts';

const snapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
	engine: anEngine,
	containers: [],
	usages: new Map(),
	...change,
});

const parsed = (change: Partial<Snapshot> = {}) => JSON.parse(toJson(snapshot(change)));

test('is one line', () => {
	expect(toJson(snapshot({containers: [aContainer('a\nb')]}))).not.toContain('\n');
});

test('tells everything that is known of a container', () => {
	const api = ofProject('shop', 'api', {
		health: {kind: 'healthy'},
		details: someDetails({startedAtMillis: startMillis, restartCount: 3}),
		ports: [{privatePort: 80, publicPort: 8080, protocol: 'tcp', ip: '0.0.0.0'}],
	});
	const counters = {
		memoryUsedBytes: 1,
		memoryLimitBytes: 2,
		netRxBytes: 3,
		netTxBytes: 4,
		blockReadBytes: 5,
		blockWriteBytes: 6,
		pids: 7,
		memoryCacheBytes: 8,
		oomKills: 9,
		pressure: {cpuPercent: 1.5, memoryPercent: 0},
	};
	const usage = {...aUsage(api.name, 62.5, counters), throttledPercent: 12};
	const usages = new Map([[keyOf(api.name), usage]]);
	expect(parsed({containers: [api], usages}).containers).toEqual([
		{
			id: refOf(api.name).id,
			name: 'shop-api-1',
			image: 'shop-api-1:latest',
			project: 'shop',
			service: 'api',
			state: 'running',
			health: 'healthy',
			exitCode: null,
			startedAt: new Date(startMillis).toISOString(),
			restartCount: 3,
			cpuPercent: 62.5,
			cpuThrottledPercent: 12,
			memoryBytes: 1,
			memoryCacheBytes: 8,
			memoryLimitBytes: 2,
			oomKills: 9,
			netRxBytes: 3,
			netTxBytes: 4,
			blockReadBytes: 5,
			blockWriteBytes: 6,
			pids: 7,
			pressure: {cpuPercent: 1.5, memoryPercent: 0, ioPercent: null},
			statsFrom: 'cgroup',
			ports: [{ip: '0.0.0.0', publicPort: 8080, privatePort: 80, protocol: 'tcp'}],
		},
	]);
});

test('what is not known is null, never 0 and never left out', () => {
	const [entry] = parsed({
		containers: [aContainer('x', {ports: [{privatePort: 53, protocol: 'udp'}]})],
	}).containers;
	const unknown = Object.entries(entry).filter(([, value]) => value === null);
	expect(unknown.map(([name]) => name)).toEqual([
		...['project', 'service', 'exitCode', 'startedAt', 'restartCount', 'cpuPercent'],
		...['cpuThrottledPercent', 'memoryBytes', 'memoryCacheBytes', 'memoryLimitBytes'],
		...['oomKills', 'netRxBytes', 'netTxBytes', 'blockReadBytes', 'blockWriteBytes', 'pids'],
		'statsFrom',
	]);
	expect(entry.ports).toEqual([{ip: null, publicPort: null, privatePort: 53, protocol: 'udp'}]);
	expect(parsed().host).toEqual({
		cpus: null,
		cpuPercent: null,
		memoryUsedBytes: null,
		memoryTotalBytes: null,
		load1: null,
	});
});

test('0 is a figure', () => {
	const usages = new Map([[keyOf('x'), aUsage('x', 0, {pids: 0})]]);
	const [entry] = parsed({containers: [aContainer('x')], usages}).containers;
	expect([entry.cpuPercent, entry.pids]).toEqual([0, 0]);
});

test('tells how the figures were read', () => {
	const of = (origin: 'cgroup' | 'api', name: string) =>
		[keyOf(name), aUsage(name, 1, {origin})] as const;
	const from = (...pairs: readonly ReturnType<typeof of>[]) =>
		parsed({usages: new Map(pairs)}).engine.statsFrom;
	expect(from(of('api', 'x'), of('api', 'y'))).toBe('api');
	expect(from(of('cgroup', 'x'))).toBe('cgroup');
	expect(from(of('cgroup', 'x'), of('api', 'y'))).toBe('mixed');
});

test('tells the exit code of what ended', () => {
	expect(parsed({containers: [aContainer('x', exited(137))]}).containers[0].exitCode).toBe(137);
	expect(parsed({containers: [aContainer('x', exited(0))]}).containers[0].exitCode).toBe(0);
});

test('tells the machine by its own figures, else by those of the engine', () => {
	const engine = {...anEngine, cpus: 8, memoryTotalBytes: 99, version: '27.3.1', name: 'far'};
	expect(parsed({engine}).host).toMatchObject({cpus: 8, memoryTotalBytes: 99});
	const host = {atMillis: 0, origin: 'local', cpus: 4, cpuPercent: 7, load1: 0.5} as const;
	expect(parsed({engine, host}).host).toMatchObject({cpus: 4, cpuPercent: 7, load1: 0.5});
	expect(parsed({engine}).engine).toEqual({
		endpoint: anEngine.endpoint,
		source: 'default socket',
		name: 'far',
		product: 'docker',
		version: '27.3.1',
		apiVersion: '1.41',
		statsFrom: null,
	});
	expect(parsed().schema).toBe(1);
});

describe('foreign text', () => {
	const hostile = [
		...Array.from({length: 0xa0}, (_, code) => String.fromCharCode(code)),
		...'\u061c\u200b\u200e\u202e\u2028\u2029\u2066\u2069\ufeff',
	].join('');

	test('cannot reach a terminal as control or direction', () => {
		const text = toJson(snapshot({containers: [aContainer(hostile, {image: hostile})]}));
		const passed = [...text].filter(character => /[^\u0020-\u007e\u00a0-\u00ff]/u.test(character));
		expect(passed).toEqual([]);
	});

	test('is the same when read back', () => {
		const text = `${hostile} ü 漢 👩‍👩‍👧 \ud800`;
		expect(parsed({containers: [aContainer(text)]}).containers[0].name).toBe(text);
	});
});
