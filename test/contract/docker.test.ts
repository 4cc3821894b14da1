import {afterAll, describe, test} from 'vitest';
import {createDockerEngine, type DockerEngineOptions} from '../../source/engine/docker/create.ts';
import {localHost} from '../../source/model/ids.ts';
import {findRealEngine, type RealEngine} from '../helpers/docker.ts';
import {until} from '../helpers/until.ts';
import {cgroupCases} from './cgroup-cases.ts';
import {engineContract} from './engine-contract.ts';
import {parityCases} from './parity-cases.ts';
import {realLogCases} from './real-log-cases.ts';
import type {Cast} from './subject.ts';

const sleepy = 'trap "exit 0" TERM; while :; do sleep 0.2; done';
const talking =
	'trap "exit 0" TERM; i=0; while :; do i=$((i+1)); echo out $i; echo err $i >&2; sleep 0.1; done';
const brief = 'for i in 1 2 3 4 5 6; do echo line $i; sleep 0.01; done; exit 3';

const castOf = (real: RealEngine): Cast => ({
	idle: () => real.run(sleepy),
	talker: () => real.run(talking),
	async ended() {
		const ref = await real.run(brief);
		await until(async () => {
			const {State: state} = (await real.get(`/containers/${ref.id}/json`)) as {
				State: {Status: string};
			};
			return state.Status === 'exited';
		}, 'the end of the container');
		return ref;
	},
	terminal: () => real.run('echo one; echo two; sleep 3600', {tty: true}),
	mute: () => real.run(sleepy, {logDriver: 'none'}),
});

const found = await findRealEngine();
if (typeof found === 'string') {
	console.log(`skipped: ${found}`);
	test('engine contract: real engine', ({skip}) => skip(found));
} else {
	afterAll(() => found.cleanup());
	const subject = (options?: DockerEngineOptions) => async () => ({
		engine: createDockerEngine(found.endpoint, localHost, options),
		cast: castOf(found),
		processes: found.processes,
		close: () => found.cleanup(),
	});
	engineContract('real engine', subject());
	engineContract('real engine, asked for figures', subject({readsCgroups: false}), ['stats']);
	describe('logs of a real engine', () => realLogCases(found));
	describe('figures read from cgroup files', () => parityCases(found, 'cgroup'));
	describe('figures asked of the engine', () => parityCases(found, 'api'));
	describe('both ways to figures', () => cgroupCases(found));
}
