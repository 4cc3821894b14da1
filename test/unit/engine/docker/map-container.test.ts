import {describe, expect, test} from 'vitest';
import {containerState, mapContainer} from '../../../../source/engine/docker/map-container.ts';
import {localHost} from '../../../../source/model/ids.ts';
import {fullId, listItem} from '../../../helpers/engine-payloads.ts';
import {fieldFaults, oddIn} from '../../../helpers/field-faults.ts';

const map = (value: unknown) => mapContainer(value, localHost, text => text);

test('an entry of the list', () => {
	expect(map(listItem)).toEqual({
		ref: {hostId: localHost, id: fullId},
		name: 'shop_api_1',
		image: 'shop/api:1.8',
		command: 'gunicorn --workers=2 api:app',
		state: 'running',
		status: 'Up 2 minutes (healthy)',
		health: {kind: 'healthy'},
		createdAtMillis: 1_795_397_376_000,
		ports: [
			{privatePort: 8000, publicPort: 18_000, protocol: 'tcp', ip: '0.0.0.0'},
			{privatePort: 9000, protocol: 'udp'},
		],
		mounts: [
			{type: 'volume', source: 'data', destination: '/data', writable: true},
			{type: 'bind', source: '/etc/x', destination: '/etc/x', writable: false},
		],
		networks: [{name: 'shop_back', ipAddress: '172.18.0.4'}, {name: 'shop_front'}],
		networkMode: 'shop_back',
		labels: listItem.Labels,
		compose: {project: 'shop', service: 'api', number: 2, oneOff: false},
	});
});

test('what a container has none of is one empty list for all', () => {
	const bare = map({Id: fullId});
	const {ports, mounts, networks} = bare ?? {};
	expect([ports, mounts, networks]).toEqual([[], [], []]);
	expect(map({Id: fullId, Ports: []})?.ports).toBe(ports);
	expect(networks).toBe(mounts);
});

test('a container without a name is called by its short id', () => {
	for (const Names of [undefined, null, [], ['/'], [null]])
		expect(map({...listItem, Names})?.name).toBe(fullId.slice(0, 12));
});

test('without an id it cannot be addressed', () => {
	for (const Id of [undefined, null, '', 7]) expect(map({...listItem, Id})).toBeUndefined();
	for (const item of [null, undefined, 'text', []]) expect(map(item)).toBeUndefined();
});

describe('health', () => {
	test.each([
		['Up 2 minutes', 'none'],
		['Up 2 minutes (healthy)', 'healthy'],
		['Up 2 minutes (unhealthy)', 'unhealthy'],
		['Up 3 seconds (health: starting)', 'starting'],
		['Up 2 minutes (Paused)', 'none'],
		['Exited (0) 5 minutes ago', 'none'],
	])('%s: %s', (Status, kind) => {
		expect(map({...listItem, Status})?.health.kind).toBe(kind);
	});

	test('newer engines say it in a field of its own', () => {
		const Health = {Status: 'unhealthy', FailingStreak: 3};
		expect(map({...listItem, Status: 'Up', Health})?.health).toEqual({
			kind: 'unhealthy',
			failingStreak: 3,
		});
		expect(map({...listItem, Status: 'Up', Health: {Status: 'none'}})?.health.kind).toBe('none');
	});
});

describe('state', () => {
	test.each([
		['running', 'running'],
		['Paused', 'paused'],
		['configured', 'created'],
		['stopped', 'exited'],
		['stopping', 'running'],
	])('%s is %s', (word, state) => {
		expect(containerState(word, '')).toBe(state);
	});

	test('the sentence decides where the word is missing or new', () => {
		expect(containerState(undefined, 'Up 3 hours')).toBe('running');
		expect(containerState('hibernating', 'Up 3 hours')).toBe('running');
		expect(containerState('hibernating', 'Gone')).toBe('exited');
	});
});

describe('compose', () => {
	const compose = (labels: Record<string, string>) => map({...listItem, Labels: labels})?.compose;
	const base = {'com.docker.compose.project': 'p', 'com.docker.compose.service': 's'};

	test('needs project and service', () => {
		expect(compose({})).toBeUndefined();
		expect(compose({'com.docker.compose.project': 'p'})).toBeUndefined();
	});

	test('a missing or strange number is 1', () => {
		expect(compose(base)?.number).toBe(1);
		expect(compose({...base, 'com.docker.compose.container-number': 'x'})?.number).toBe(1);
	});

	test('`run` is told apart', () => {
		expect(compose({...base, 'com.docker.compose.oneoff': 'True'})?.oneOff).toBe(true);
	});
});

test('a label named like a part of every object is just a label', () => {
	const Labels = JSON.parse('{"__proto__":"x","constructor":"y"}');
	expect(Object.keys(map({...listItem, Labels})?.labels ?? {})).toEqual([
		'__proto__',
		'constructor',
	]);
});

test('whatever field is missing, empty or of a wrong type, nothing breaks', () => {
	for (const item of fieldFaults(listItem)) {
		const container = map(item);
		expect(container === undefined || typeof container.name === 'string').toBe(true);
		expect(oddIn(container)).toEqual([]);
	}
});
