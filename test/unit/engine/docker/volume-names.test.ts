import {expect, test} from 'vitest';
import type {Client} from '../../../../source/engine/docker/client.ts';
import {listVolumeNames} from '../../../../source/engine/docker/volume-names.ts';
import {fieldFaults} from '../../../helpers/field-faults.ts';

const {signal} = new AbortController();
const volumes = [
	{Name: 'shop_data', Labels: {'com.docker.compose.project': 'shop'}},
	{Name: 'archive', Labels: null},
];

test('names all of them, whatever their labels', async () => {
	const client = {askJson: async () => ({Volumes: volumes, Warnings: null})} as unknown as Client;
	expect(await listVolumeNames(client, signal)).toEqual(['archive', 'shop_data']);
});

test('whatever comes, names go out', async () => {
	for (const faulty of fieldFaults(volumes)) {
		const client = {askJson: async () => ({Volumes: faulty})} as unknown as Client;
		for (const name of await listVolumeNames(client, signal))
			expect(name).toEqual(expect.any(String));
	}
});
