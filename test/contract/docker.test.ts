import {afterAll, afterEach, describe, test} from 'vitest';
import {createDockerEngine, type DockerEngineOptions} from '../../source/engine/docker/create.ts';
import {localHost} from '../../source/model/ids.ts';
import {findRealEngine} from '../helpers/docker.ts';
import {cgroupCases} from './cgroup-cases.ts';
import {engineContract} from './engine-contract.ts';
import {parityCases} from './parity-cases.ts';
import {realCast} from './real-cast.ts';
import {realDebugCases} from './real-debug-cases.ts';
import {realDetailCases} from './real-detail-cases.ts';
import {realExecCases} from './real-exec-cases.ts';
import {realFollowCases} from './real-follow-cases.ts';
import {realLogCases} from './real-log-cases.ts';

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
	describe('logs of a real engine', () => realLogCases(found));
	describe('logs of a real engine, followed', () => {
		afterEach(() => found.cleanup());
		realFollowCases(found);
	});
	describe('shells of a real engine', () => realExecCases(found));
	describe('debug containers of a real engine', () => realDebugCases(found));
	describe('one container of a real engine, closely', () => realDetailCases(found));
	describe('figures read from cgroup files', () => parityCases(found, 'cgroup'));
	describe('figures asked of the engine', () => parityCases(found, 'api'));
	describe('both ways to figures', () => cgroupCases(found));
}
