import {expect, test} from 'vitest';
import type {Call, Client} from '../../../../source/engine/docker/client.ts';
import {listProjectVolumes} from '../../../../source/engine/docker/project-volumes.ts';
import {fieldFaults} from '../../../helpers/field-faults.ts';

const {signal} = new AbortController();
const of = (project: string) => ({'com.docker.compose.project': project});
const volumes = [
	{Name: 'shop_data', Labels: of('shop')},
	{Name: 'shop_cache', Labels: of('shop')},
	{Name: 'blog_data', Labels: of('blog')},
	{Name: 'archive', Labels: null},
];

test('asks for those of the project, and believes no other', async () => {
	let asked: Call | undefined;
	const askJson = async (call: Call) => {
		asked = call;
		return {Volumes: volumes, Warnings: null};
	};
	const client = {askJson} as unknown as Client;
	expect(await listProjectVolumes(client, 'shop', signal)).toEqual(['shop_cache', 'shop_data']);
	expect(asked?.query).toEqual({filters: '{"label":["com.docker.compose.project=shop"]}'});
});

test('whatever comes, names go out', async () => {
	for (const faulty of fieldFaults(volumes)) {
		const client = {askJson: async () => ({Volumes: faulty})} as unknown as Client;
		for (const name of await listProjectVolumes(client, 'shop', signal))
			expect(name).toEqual(expect.any(String));
	}
});
