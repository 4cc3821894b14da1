import {describe, expect, test} from 'vitest';
import {mapEvent} from '../../../../source/engine/docker/map-event.ts';
import {localHost} from '../../../../source/model/ids.ts';
import {dieEvent, fullId} from '../../../helpers/engine-payloads.ts';
import {fieldFaults, oddIn} from '../../../helpers/field-faults.ts';

const map = (value: unknown) => mapEvent(value, localHost);
const at = {ref: {hostId: localHost, id: fullId}, atMillis: 1_795_397_376_123};
const withAction = (Action: string, Attributes: object = {}) => ({
	...dieEvent,
	Action,
	Actor: {ID: fullId, Attributes},
});

test('an end carries its exit code', () => {
	expect(map(dieEvent)).toMatchObject({kind: 'container.died', ...at, exitCode: 137});
});

test.each([
	['start', {kind: 'container.changed', action: 'start'}],
	['rename', {kind: 'container.changed', action: 'rename'}],
	['oom', {kind: 'container.oom'}],
	['destroy', {kind: 'container.destroyed'}],
	['health_status: healthy', {kind: 'container.health', health: 'healthy'}],
	['health_status: unhealthy', {kind: 'container.health', health: 'unhealthy'}],
])('%s', (action, expected) => {
	expect(map(withAction(action))).toEqual({...at, ...expected});
});

describe('Podman', () => {
	test('has its own words', () => {
		expect(map(withAction('died', {containerExitCode: '2'}))).toMatchObject({
			kind: 'container.died',
			exitCode: 2,
		});
		expect(map(withAction('remove'))?.kind).toBe('container.destroyed');
		expect(map(withAction('health_status', {health_status: 'healthy'}))).toMatchObject({
			health: 'healthy',
		});
	});
});

test('from API 1.52 on the old fields are gone', () => {
	const {status: _status, id: _id, ...event} = dieEvent;
	expect(map(event)).toMatchObject({kind: 'container.died', ...at, exitCode: 137});
});

test('an end without a code, or with nonsense for one, has none', () => {
	for (const Attributes of [
		{},
		{exitCode: ''},
		{exitCode: 'x'},
		{exitCode: 7},
		{exitCode: ' '},
		{exitCode: '-1'},
	])
		expect(map(withAction('die', Attributes))).toEqual({kind: 'container.died', ...at});
});

test('whole seconds do where there is nothing finer', () => {
	expect(map({...dieEvent, timeNano: undefined})?.atMillis).toBe(1_795_397_376_000);
});

test('what is about no container or cannot be understood is left out', () => {
	for (const value of [
		null,
		'text',
		{...dieEvent, Type: 'network'},
		{Type: 'container', Action: 'start'},
		withAction('health_status: dizzy'),
	])
		expect(map(value)).toBeUndefined();
});

test('whatever field is missing, empty or of a wrong type, nothing breaks', () => {
	for (const value of fieldFaults(dieEvent)) expect(oddIn(map(value))).toEqual([]);
});

const compose = (labels: Readonly<Record<string, string>>) =>
	Object.fromEntries(
		Object.entries(labels).map(([word, value]) => [`com.docker.compose.${word}`, value]),
	);

test.each([
	[{name: 'redis'}, {name: 'redis'}],
	[
		{name: 'shop-api-1', ...compose({project: 'shop', service: 'api', 'container-number': '1'})},
		{name: 'api', project: 'shop'},
	],
	[
		{name: 'shop-api-2', ...compose({project: 'shop', service: 'api', 'container-number': '2'})},
		{name: 'api-2', project: 'shop'},
	],
	[
		{name: 'shop-api-run-1f', ...compose({project: 'shop', service: 'api', oneoff: 'True'})},
		{name: 'shop-api-run-1f', project: 'shop'},
	],
	[{}, {}],
])('%j is called %j', (attributes, names) => {
	expect(map(withAction('oom', attributes))).toEqual({kind: 'container.oom', ...at, ...names});
});
