import {expect, test} from 'vitest';
import type {Call, Client} from '../../../../source/engine/docker/client.ts';
import {mapVolumes, readVolumeSizes} from '../../../../source/engine/docker/volume-sizes.ts';
import {fieldFaults, oddIn} from '../../../helpers/field-faults.ts';

const answer = {
	Volumes: [
		{Name: 'data', Driver: 'local', UsageData: {RefCount: 2, Size: 4096}},
		{Name: 'remote', Driver: 'nfs', UsageData: {RefCount: -1, Size: -1}},
		{Name: 'new'},
	],
};

test('a size that the engine does not know is unknown, not -1', () => {
	expect(mapVolumes(answer)).toEqual([
		{name: 'data', bytes: 4096, users: 2},
		{name: 'remote'},
		{name: 'new'},
	]);
});

test('whatever comes, nothing odd goes out', () => {
	for (const volumes of fieldFaults(answer.Volumes))
		expect(oddIn(mapVolumes({Volumes: volumes}))).toEqual([]);
});

test.each([
	['1.41', undefined],
	['1.42', {type: 'volume'}],
])('at API %s it asks for %o', async (version, query) => {
	let asked: Call | undefined;
	const askJson = async (call: Call) => {
		asked = call;
		return answer;
	};
	const client = {askJson, apiVersion: () => version} as unknown as Client;
	await readVolumeSizes(client, new AbortController().signal);
	expect(asked?.query).toEqual(query);
});
