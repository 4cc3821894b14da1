import {describe, expect, test} from 'vitest';
import {type InfoSources, mapInfo} from '../../../../source/engine/docker/map-info.ts';
import {fieldFaults, oddIn} from '../../../helpers/field-faults.ts';

const sources: InfoSources = {
	endpoint: {
		url: 'unix:///var/run/docker.sock',
		source: 'current context',
		context: 'work',
		transport: {kind: 'unix', socketPath: '/var/run/docker.sock'},
	},
	apiVersion: '1.41',
	isPodman: false,
	version: {Version: '20.10.24+dfsg1', ApiVersion: '1.41'},
	info: {
		Name: 'box',
		NCPU: 4,
		MemTotal: 25_276_510_208,
		OperatingSystem: 'Debian GNU/Linux 12 (bookworm)',
		KernelVersion: '6.1.0',
		CgroupVersion: '2',
		Images: 7,
	},
	clockOffsetMillis: undefined,
	forbidden: [],
	machine: {platform: 'linux', name: 'box', memoryBytes: 25_276_510_208},
};

test('what the engine tells of itself', () => {
	expect(mapInfo(sources)).toEqual({
		endpoint: 'unix:///var/run/docker.sock',
		source: 'current context',
		context: 'work',
		name: 'box',
		product: 'docker',
		version: '20.10.24+dfsg1',
		apiVersion: '1.41',
		cpus: 4,
		memoryTotalBytes: 25_276_510_208,
		operatingSystem: 'Debian GNU/Linux 12 (bookworm)',
		...{kernel: '6.1.0', cgroupVersion: 'v2', imageCount: 7},
		isLocal: true,
	});
});

test('Podman has another name; its version is in the info too', () => {
	const info = {...sources.info, ServerVersion: '4.3.1'};
	expect(mapInfo({...sources, isPodman: true, version: {}, info})).toMatchObject({
		product: 'podman',
		version: '4.3.1',
	});
});

test('what it does not tell is unknown, not 0', () => {
	const info = mapInfo({...sources, info: {NCPU: 0, MemTotal: 0}, version: {}});
	for (const name of ['cpus', 'memoryTotalBytes', 'version', 'name'])
		expect(info).not.toHaveProperty(name);
});

describe('it is this machine only by a socket, on Linux, with the same name and memory', () => {
	const {endpoint, info, machine} = sources;
	test.each<[string, Partial<InfoSources>]>([
		['tcp', {endpoint: {...endpoint, transport: {kind: 'tcp', host: 'box', port: 2375}}}],
		[
			'a socket that ssh forwards',
			{endpoint: {...endpoint, transport: {kind: 'unix', socketPath: '/x', isForwarded: true}}},
		],
		['the demo', {endpoint: {...endpoint, source: 'demo'}}],
		['macOS', {machine: {...machine, platform: 'darwin'}}],
		['another name', {info: {...info, Name: 'docker-desktop'}}],
		['another memory', {info: {...info, MemTotal: 1}}],
		['a proxy that hides the info', {info: {}}],
	])('%s: no', (_name, change) => {
		expect(mapInfo({...sources, ...change}).isLocal).toBe(false);
	});
});

test('whatever field is missing, empty or of a wrong type, nothing breaks', () => {
	for (const info of fieldFaults(sources.info)) {
		if (typeof info !== 'object' || info === null || Array.isArray(info)) continue;
		const mapped = mapInfo({...sources, info: info as InfoSources['info']});
		expect(oddIn(mapped)).toEqual([]);
	}
});
