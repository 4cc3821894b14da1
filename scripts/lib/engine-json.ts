import {get} from 'node:http';
import {json} from 'node:stream/consumers';

/** What the engine answers itself, read past our own adapter. */
export const engineJson = (socketPath: string, path: string): Promise<unknown> =>
	new Promise((resolve, reject) => {
		get({socketPath, path}, response => {
			if (response.statusCode === 200) json(response).then(resolve, reject);
			else reject(new Error(`GET ${path}: ${response.statusCode}`));
		}).on('error', reject);
	});
