import {afterAll, test} from 'vitest';
import {createDockerEngine, type DockerEngineOptions} from '../../source/engine/docker/create.ts';
import {localHost} from '../../source/model/ids.ts';
import {findRealEngine} from '../helpers/docker.ts';
import {engineContract} from './engine-contract.ts';
import {realCast} from './real-cast.ts';

const found = await findRealEngine();
if (typeof found === 'string') {
	console.log(`skipped: ${found}`);
	test('engine contract: real engine', ({skip}) => skip(found));
} else {
	afterAll(() => found.cleanup());
	const subject = (options?: DockerEngineOptions) => async () => ({
		engine: createDockerEngine(found.endpoint, localHost, options),
		cast: realCast(found),
		processes: found.processes,
		close: () => found.cleanup(),
	});
	engineContract('real engine', subject());
	engineContract('real engine, asked for figures', subject({readsCgroups: false}), ['stats']);
}
