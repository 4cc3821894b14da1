import {expect, test} from 'vitest';
import type {Call, Client} from '../../../../source/engine/docker/client.ts';
import {createPing} from '../../../../source/engine/docker/connection.ts';
import {EngineError} from '../../../../source/model/engine-error.ts';

const {signal} = new AbortController();

test('pings at the same time leave out only the way that was refused', async () => {
	const asked: string[] = [];
	const ask = async ({path}: Call): Promise<void> => {
		asked.push(path);
		if (path === '/_ping') throw new EngineError('permission', 'HTTP 403', {isForbidden: true});
	};
	const ping = createPing({ask} as unknown as Client);
	await Promise.all([ping(signal), ping(signal)]);
	expect(asked).toEqual(['/_ping', '/_ping', '/version', '/version']);
	asked.length = 0;
	await ping(signal);
	expect(asked).toEqual(['/version']);
});
