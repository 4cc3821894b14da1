import {expect, test} from 'vitest';
import {mapChange, mostChanges, readChanges} from '../../../../source/engine/docker/changes.ts';
import type {Call, Client} from '../../../../source/engine/docker/client.ts';
import {refOf} from '../../../helpers/builders.ts';
import {fieldFaults} from '../../../helpers/field-faults.ts';

test.each([
	[0, 'modified'],
	[1, 'added'],
	[2, 'deleted'],
])('kind %i is %s', (Kind, kind) => {
	expect(mapChange({Path: '/etc', Kind})).toEqual({kind, path: '/etc'});
});

test('what names no path or no known kind is no change', () => {
	const mapped = fieldFaults({Path: '/etc', Kind: 1}).map(mapChange);
	for (const change of mapped)
		expect(change === undefined || (change.path !== '' && change.kind !== undefined)).toBe(true);
	expect(mapChange({Path: '/etc', Kind: 3})).toBeUndefined();
});

test('a hundred thousand are counted, and not all kept', async () => {
	const item = Buffer.from('{"Path": "/tmp/file", "Kind": 1}');
	const askItems = async (_call: Call, _signal: AbortSignal, take: (json: Buffer) => void) => {
		for (let count = 0; count < 100_000; count++) take(item);
	};
	const client = {askItems} as unknown as Client;
	const found = await readChanges(client, refOf('api'), new AbortController().signal);
	expect([found.changes.length, found.total]).toEqual([mostChanges, 100_000]);
});
