import {afterAll, describe, expect, test} from 'vitest';
import {createDockerEngine, type DockerEngineOptions} from '../../source/engine/docker/create.ts';
import {type ContainerRef, localHost} from '../../source/model/ids.ts';
import {targetOf} from '../helpers/fake-stats-source.ts';
import {startPodman} from '../helpers/podman.ts';
import {until} from '../helpers/until.ts';
import {engineContract} from './engine-contract.ts';
import {parityCases} from './parity-cases.ts';
import {realCast} from './real-cast.ts';
import {realDebugCases} from './real-debug-cases.ts';
import {realDetailCases} from './real-detail-cases.ts';
import {realFollowCases} from './real-follow-cases.ts';
import {realLogCases} from './real-log-cases.ts';
import {realWatchCases} from './real-watch-cases.ts';

const noUpdate = 'it has no update; a case below looks at what is told then';
const brokenTail = 'its `tail` joins what was written in pieces in the wrong order';

const found = await startPodman();
if (typeof found === 'string') {
	console.log(`skipped: ${found}`);
	test('engine contract: Podman', ({skip}) => skip(found));
} else {
	const open = (options?: DockerEngineOptions) =>
		createDockerEngine(found.endpoint, localHost, options);
	afterAll(() => found.stop());

	engineContract(
		'Podman',
		async () => ({
			engine: open(),
			cast: realCast(found),
			processes: found.processes,
			close: () => found.cleanup(),
		}),
		undefined,
		{
			'limits are set, and stay where they are not named': noUpdate,
			'limits are taken away: of processes there is none, else it is all of the machine': noUpdate,
			'memory below what an engine takes is refused, and nothing changes': noUpdate,
			'the restart policy is another one': noUpdate,
		},
	);

	describe('logs of Podman', () =>
		realLogCases(found, {
			'bytes that are no text do not break the lines': 'it has no log driver `local`',
			'the last line without a newline': brokenTail,
			'of a progress bar that grows the last state': brokenTail,
			'a line of 40 kB in one piece (terminal: false)': brokenTail,
			'a line of 40 kB in one piece (terminal: true)': brokenTail,
			'a line of 100 kB cut at 64 KiB (terminal: false)': brokenTail,
			'a line of 100 kB cut at 64 KiB (terminal: true)': brokenTail,
			'ten thousand lines, none lost, none twice': brokenTail,
		}));

	const sameAbove = 'a stream that is cut again and again is looked at above, in less time';
	describe('logs of Podman, followed', () =>
		realFollowCases(found, {
			'20 cuts: every number once on each stream': sameAbove,
			'a long log opens with its end, and all before it can be loaded': brokenTail,
		}));

	describe('one container of Podman, closely', () =>
		realDetailCases(found, {
			'on this machine CPU time is exact': 'it counts processes within the container',
		}));

	describe.concurrent('what watches shells of Podman', () => realWatchCases(found));

	describe('debug containers of Podman', () => realDebugCases(found));

	describe('figures of Podman', () =>
		parityCases(found, 'api', {
			'memory and limit are those of the engine, byte for byte, page cache left out':
				'it does not tell the page cache, so memory is with it',
			'without a network the traffic is unknown, not 0': 'it says 0; a case below looks at ours',
			"the percentage is that of docker's own formula on the same answer":
				'it gives no counters of before, without which that formula has no result',
		}));

	describe('what is particular to Podman', () => {
		const {signal} = new AbortController();
		test('what it cannot change it says it does not offer', async () => {
			const engine = open();
			await engine.connect(signal);
			const ref = await found.run('exec sleep 3600');
			for (const action of [
				{verb: 'update', limits: {pids: 100}},
				{verb: 'update', restartPolicy: {name: 'always'}},
			] as const)
				await expect(engine.act(ref, action, signal)).rejects.toMatchObject({
					kind: 'unsupported',
					message: 'This engine does not offer that',
				});
			engine.dispose();
		});

		test('it says what it is', async () => {
			const info = await open().connect(signal);
			expect(info).toMatchObject({apiVersion: '1.41', version: expect.stringMatching(/^[4-9]\./)});
		});

		test('a silent log tells what is written later', async () => {
			const engine = open();
			await engine.connect(signal);
			const ref = await found.run(
				'until [ -e /go ]; do sleep 0.1; done; echo late; exec sleep 3600',
			);
			const batches = await engine.logs(ref, {follow: true, tail: 10, tty: false}, signal);
			const session = await engine.exec(
				ref,
				{argv: ['touch', '/go'], columns: 80, rows: 24},
				signal,
			);
			for await (const lines of batches) {
				expect(lines).toMatchObject([{stream: 'stdout', text: 'late'}]);
				break;
			}
			await session.close();
			engine.dispose();
		});

		const firstSample = async (ref: ContainerRef, options: DockerEngineOptions) => {
			const engine = open(options);
			await engine.connect(signal);
			const targets = () => [targetOf(ref, {hasTraffic: false})];
			for await (const [sample] of engine.stats({targets}, signal)) {
				engine.dispose();
				return sample;
			}
			throw new Error('no sample');
		};

		test('without a network the traffic is unknown, and memory is with the page cache', async () => {
			const ref = await found.run('exec sleep 3600');
			const sample = await firstSample(ref, {readsCgroups: false});
			expect(sample?.memoryUsedBytes).toBeGreaterThan(0);
			expect(sample).not.toHaveProperty('memoryCacheBytes');
			expect(sample).not.toHaveProperty('netRxBytes');
		});

		test('the files of the kernel tell the page cache, which it does not', async () => {
			const ref = await found.run('head -c 20000000 /dev/zero > /tmp/file; exec sleep 3600');
			await until(
				async () =>
					((await firstSample(ref, {readsCgroups: true}))?.memoryCacheBytes ?? 0) > 1_000_000,
				'the page cache',
			);
		});

		test('the health is told by the inspect', async () => {
			const engine = open();
			await engine.connect(signal);
			const ref = await found.run('exec sleep 3600', {probe: 'true'});
			expect(await engine.inspect(ref, signal)).toMatchObject({
				hasHealthCheck: true,
				health: {kind: 'starting'},
			});
			engine.dispose();
		});
	});
}
